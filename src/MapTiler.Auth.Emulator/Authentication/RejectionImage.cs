using System.Globalization;
using System.Text.RegularExpressions;
using MapTiler.Emulator.Drawing;
using MapTiler.Emulator.Fonts;
using MapTiler.Emulator.Http;
using SkiaSharp;

namespace MapTiler.Emulator.Authentication;

/// <summary>The 403 of an endpoint that returns images: a PNG with the reason drawn, and the header <c>statustext</c>.</summary>
internal static partial class RejectionImage
{
    private const int MaxSize = 2048;
    private const int SmallTile = 256;
    private const int Tile = 512;
    private const int Margin = 8;
    private const int LargestFont = 20;
    private const int SmallestFont = 6;
    private const float LineHeight = 1.3f;

    /// <summary>The image has the size of the requested one and is always a PNG.</summary>
    /// <param name="path">The path of the request, still percent-encoded.</param>
    /// <param name="reason">Why the request is rejected.</param>
    public static Response For(string path, string reason)
    {
        var (width, height, scale) = SizeOf(path);
        return new()
        {
            Status = 403,
            StatusText = $"403 {reason}",
            ContentType = "image/png",
            Body = RasterImage.Draw(width, height, scale, "png", canvas => Draw(canvas, width, height, reason)),
        };
    }

    private static (int Width, int Height, int Scale) SizeOf(string path)
    {
        var scale = path.Contains("@2x", StringComparison.OrdinalIgnoreCase) ? 2 : 1;
        if (StaticMapSize().Match(path) is { Success: true } size)
            return (Read(size.Groups[1].Value), Read(size.Groups[2].Value), scale);
        return path.Contains("/256/", StringComparison.Ordinal) ? (SmallTile, SmallTile, scale) : (Tile, Tile, scale);

        static int Read(string value) =>
            int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= MaxSize ? size : SmallTile;
    }

    private static void Draw(SKCanvas canvas, int width, int height, string reason)
    {
        canvas.Clear(SKColors.White);
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        using var font = new SKFont(MapFonts.Regular.Value, LargestFont) { Subpixel = true, Edging = SKFontEdging.Antialias };
        var lines = Wrap(font, reason, width - (2 * Margin));
        while (font.Size > SmallestFont && (lines.Max(text => font.MeasureText(text)) > width - (2 * Margin) || lines.Count * font.Size * LineHeight > height))
        {
            font.Size--;
            lines = Wrap(font, reason, width - (2 * Margin));
        }

        var line = font.Size * LineHeight;
        var baseline = ((height - (lines.Count * line)) / 2) + font.Size;
        foreach (var text in lines)
        {
            canvas.DrawText(text, width / 2f, baseline, SKTextAlign.Center, font, ink);
            baseline += line;
        }
    }

    private static List<string> Wrap(SKFont font, string text, float width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' '))
        {
            if (lines.Count > 0 && font.MeasureText($"{lines[^1]} {word}") <= width)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        return lines;
    }

    [GeneratedRegex(@"/(\d+)x(\d+)(?:@2x)?\.\w+$", RegexOptions.CultureInvariant)]
    private static partial Regex StaticMapSize();
}

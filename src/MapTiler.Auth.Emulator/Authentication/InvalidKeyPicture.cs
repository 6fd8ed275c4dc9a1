using System.Globalization;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>The refusal of a static map on a free plan: 403, with a picture that says so in place of a text.</summary>
internal static partial class InvalidKeyPicture
{
    private const int MaxSize = 2048;
    private const float Share = 0.6f;

    // Drawn dot by dot, so that it needs no font.
    private static readonly string[] Lettering =
    [
        "###                     ##     #     #   #                 ",
        " #                       #           #   #                 ",
        " #   # ##  #   #  ###    #    ##   ###   #  #   ##   #   # ",
        " #   ##  # #   #     #   #     #  #  #   # #   #  #  #   # ",
        " #   #   # #   #  ####   #     #  #  #   ##    ####  #   # ",
        " #   #   #  # #  #   #   #     #  #  #   # #   #      #### ",
        "###  #   #   #    ####  ###   ###  ###   #  #   ##       # ",
        "                                                      ###  ",
    ];

    /// <summary>Has the size and the format that were asked for.</summary>
    public static Answer For(string path)
    {
        var parts = Pattern().Match(path).Groups;
        var (width, height) = (Size(parts["width"].Value), Size(parts["height"].Value));
        var format = PictureFormat.MediaType(parts["format"].Value) is null ? "png" : parts["format"].Value;
        return new()
        {
            Status = 403,
            ContentType = PictureFormat.MediaType(format),
            Body = Picture.Draw(width, height, parts["scale"].Success ? 2 : 1, format, canvas => Draw(canvas, width, height)),
        };
    }

    private static void Draw(SKCanvas canvas, int width, int height)
    {
        canvas.Clear(SKColors.White);
        using var ink = new SKPaint { Color = SKColors.Black };
        var dot = Math.Min(width * Share / Lettering[0].Length, (float)height / Lettering.Length);
        var left = (width - (dot * Lettering[0].Length)) / 2;
        var top = (height - (dot * Lettering.Length)) / 2;
        for (var row = 0; row < Lettering.Length; row++)
        {
            for (var column = 0; column < Lettering[row].Length; column++)
            {
                if (Lettering[row][column] == '#')
                    canvas.DrawRect(left + (dot * column), top + (dot * row), dot, dot, ink);
            }
        }
    }

    private static int Size(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= MaxSize ? size : 256;

    [GeneratedRegex(@"/(?<width>\d+)x(?<height>\d+)(?<scale>@2x)?\.(?<format>\w+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>A glyph as a signed distance field, 24 pixels per em with a border of three pixels.</summary>
internal sealed record SignedDistanceGlyph(int CodePoint, byte[] Bitmap, int Width, int Height, int Left, int Top, int Advance)
{
    public const float Size = 24;
    public const int Border = 3;

    /// <summary>The glyph of a character; null if the font has none.</summary>
    public static SignedDistanceGlyph? Draw(SKFont font, int codePoint)
    {
        var id = font.GetGlyph(codePoint);
        if (id == 0)
            return null;

        var advance = (int)Math.Round(font.GetGlyphWidths([id])[0]);
        using var path = font.GetGlyphPath(id);
        var outline = path is null ? null : new PathOutline(path);
        if (outline is null or { IsEmpty: true })
            return new(codePoint, [], 0, 0, 0, 0, advance);

        var bounds = SKRectI.Ceiling(outline.Bounds, outwards: true);
        var bitmap = SignedDistanceField.Draw(outline, SKRectI.Inflate(bounds, Border, Border));

        // Renderers count from the top of the line, which is the ascent of the font above the baseline.
        var ascent = (int)Math.Ceiling(-font.Metrics.Ascent);
        return new(codePoint, bitmap, bounds.Width, bounds.Height, bounds.Left, -bounds.Top - ascent, advance);
    }

    public void WriteTo(ProtobufWriter message)
    {
        message.Number(1, (ulong)CodePoint);
        if (Bitmap.Length > 0)
            message.Bytes(2, Bitmap);
        message.Number(3, (ulong)Width);
        message.Number(4, (ulong)Height);
        message.Number(5, ProtobufWriter.ZigZag(Left));
        message.Number(6, ProtobufWriter.ZigZag(Top));
        message.Number(7, (ulong)Advance);
    }
}

using MapTiler.Emulator.Drawing;
using ProtoBuf;
using SkiaSharp;

namespace MapTiler.Emulator.Fonts;

/// <summary>
/// The glyphs of a range, in the
/// <see href="https://github.com/mapbox/node-fontnik/blob/master/proto/glyphs.proto">format that renderers of styles read</see>.
/// </summary>
[ProtoContract]
internal sealed record GlyphStacks([property: ProtoMember(1)] GlyphStack Stack);

/// <summary>The glyphs of one fontstack in a range of code points, such as <c>0-255</c>.</summary>
[ProtoContract]
internal sealed record GlyphStack(
    [property: ProtoMember(1)] string Name, [property: ProtoMember(2)] string Range, [property: ProtoMember(3)] SignedDistanceGlyph[] Glyphs);

/// <summary>A glyph as a signed distance field, 24 pixels per em with a border of three pixels.</summary>
/// <param name="CodePoint">The Unicode code point.</param>
/// <param name="Bitmap">The distance field; null for a glyph without an outline, such as a space.</param>
/// <param name="Width">The width without the border, in pixels.</param>
/// <param name="Height">The height without the border, in pixels.</param>
/// <param name="Left">The distance of the outline from the origin, in pixels.</param>
/// <param name="Top">The distance of the outline from the ascent of the font, in pixels, negative downwards.</param>
/// <param name="Advance">The distance to the origin of the next glyph, in pixels.</param>
[ProtoContract]
internal sealed record SignedDistanceGlyph(
    [property: ProtoMember(1, IsRequired = true)] int CodePoint,
    [property: ProtoMember(2)] byte[]? Bitmap,
    [property: ProtoMember(3, IsRequired = true)] int Width,
    [property: ProtoMember(4, IsRequired = true)] int Height,
    [property: ProtoMember(5, IsRequired = true, DataFormat = DataFormat.ZigZag)] int Left,
    [property: ProtoMember(6, IsRequired = true, DataFormat = DataFormat.ZigZag)] int Top,
    [property: ProtoMember(7, IsRequired = true)] int Advance)
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
            return new(codePoint, null, 0, 0, 0, 0, advance);

        var bounds = SKRectI.Ceiling(outline.Bounds, outwards: true);
        var bitmap = SignedDistanceField.Draw(outline, SKRectI.Inflate(bounds, Border, Border));

        // Renderers count from the top of the line, which is the ascent of the font above the baseline.
        var ascent = (int)Math.Ceiling(-font.Metrics.Ascent);
        return new(codePoint, bitmap, bounds.Width, bounds.Height, bounds.Left, -bounds.Top - ascent, advance);
    }
}

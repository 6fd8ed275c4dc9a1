using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>Writes the attribution of the data in a corner.</summary>
internal static class AttributionPainter
{
    private const string Text = "© MapTiler emulator, Natural Earth, GeoNames";
    private const float FontSize = 10;
    private const float Gap = 4;
    private const float Height = 15;

    /// <param name="canvas">The canvas.</param>
    /// <param name="corner">The corner, such as <c>bottomright</c>; <c>false</c> for no attribution.</param>
    /// <param name="width">Of the image.</param>
    /// <param name="height">Of the image.</param>
    public static void Paint(SKCanvas canvas, string corner, int width, int height)
    {
        if (corner == "false")
            return;
        using var font = new SKFont(MapFonts.Regular.Value, FontSize) { Subpixel = true, Edging = SKFontEdging.Antialias };
        var textWidth = font.MeasureText(Text);
        var left = corner.EndsWith("left", StringComparison.Ordinal) ? 0 : width - textWidth - (2 * Gap);
        var top = corner.StartsWith("top", StringComparison.Ordinal) ? 0 : height - Height;
        using var paint = new SKPaint { Color = SKColors.White.WithAlpha(190), IsAntialias = true };
        canvas.DrawRect(left, top, textWidth + (2 * Gap), Height, paint);
        paint.Color = new(0x33, 0x33, 0x33);
        canvas.DrawText(Text, left + Gap, top + Height - Gap, SKTextAlign.Left, font, paint);
    }
}

using SkiaSharp;

namespace MapTiler.Emulator.Drawing;

/// <summary>The pin of a marker, 20 points wide and 28 points high.</summary>
internal static class Pin
{
    public const float Width = 20;
    public const float Height = 28;

    private const float Radius = 9;
    private const float HeadHeight = 18;
    private const float HoleRadius = 3.5f;

    /// <param name="canvas">The canvas.</param>
    /// <param name="x">The point of the pin.</param>
    /// <param name="y">The point of the pin.</param>
    /// <param name="color">The color of its body.</param>
    public static void Draw(SKCanvas canvas, float x, float y, SKColor color)
    {
        using var body = Body(x, y);
        using var fill = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawPath(body, fill);
        using var edge = new SKPaint { Color = SKColors.Black.WithAlpha(70), Style = SKPaintStyle.Stroke, StrokeWidth = 1, IsAntialias = true };
        canvas.DrawPath(body, edge);
        fill.Color = SKColors.White;
        canvas.DrawCircle(x, y - HeadHeight, HoleRadius, fill);
    }

    private static SKPath Body(float x, float y)
    {
        var head = y - HeadHeight;
        using var builder = new SKPathBuilder();
        builder.MoveTo(x, y);
        builder.CubicTo(x - 2, y - 6, x - Radius, head + 6, x - Radius, head);
        builder.ArcTo(new SKRect(x - Radius, head - Radius, x + Radius, head + Radius), 180, 180, forceMoveTo: false);
        builder.CubicTo(x + Radius, head + 6, x + 2, y - 6, x, y);
        builder.Close();
        return builder.Detach();
    }
}

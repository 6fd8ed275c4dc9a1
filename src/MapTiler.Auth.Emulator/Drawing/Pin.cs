using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>The usual sign of a place on a map, 20 points wide and 28 high.</summary>
internal static class Pin
{
    private const float Radius = 9;
    private const float HeadHeight = 18;

    /// <param name="canvas">Where to draw.</param>
    /// <param name="x">The point of the pin.</param>
    /// <param name="y">The point of the pin.</param>
    /// <param name="colour">The colour of its body.</param>
    public static void Draw(SKCanvas canvas, float x, float y, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        using var builder = new SKPathBuilder();
        builder.MoveTo(x, y);
        builder.LineTo(x - Radius + 1, y - HeadHeight + 4);
        builder.LineTo(x + Radius - 1, y - HeadHeight + 4);
        builder.Close();
        using var tip = builder.Detach();
        canvas.DrawPath(tip, paint);
        canvas.DrawCircle(x, y - HeadHeight, Radius, paint);
        paint.Color = SKColors.White;
        canvas.DrawCircle(x, y - HeadHeight, Radius / 3, paint);
    }
}

using MapTiler.Emulator.Drawing;
using SkiaSharp;

namespace MapTiler.Emulator.Sprites;

/// <summary>An icon of a sprite sheet. Sizes are in points.</summary>
internal abstract record SpriteIcon(string Name, int Width, int Height)
{
    /// <summary>Whether the icon is a signed distance field, which a style can color.</summary>
    public abstract bool IsSdf { get; }

    /// <summary>Draws the icon on a canvas whose units are points.</summary>
    public abstract void Draw(SKCanvas canvas, float left, float top, int pixelRatio);
}

/// <summary>An icon in its own colors.</summary>
internal sealed record ColoredIcon(string Name, int Width, int Height, Action<SKCanvas> Paint) : SpriteIcon(Name, Width, Height)
{
    public override bool IsSdf => false;

    public override void Draw(SKCanvas canvas, float left, float top, int pixelRatio)
    {
        using var restore = new SKAutoCanvasRestore(canvas);
        canvas.Translate(left, top);
        Paint(canvas);
    }
}

/// <summary>An icon that a style colors, with a border around its shape for a halo.</summary>
/// <param name="Name">The name in the index.</param>
/// <param name="ShapeWidth">The width without the border.</param>
/// <param name="ShapeHeight">The height without the border.</param>
/// <param name="Shape">The shape as the data of an SVG path.</param>
internal sealed record ShapeIcon(string Name, int ShapeWidth, int ShapeHeight, string Shape)
    : SpriteIcon(Name, ShapeWidth + (2 * Border), ShapeHeight + (2 * Border))
{
    private const int Border = 3;

    public override bool IsSdf => true;

    public override void Draw(SKCanvas canvas, float left, float top, int pixelRatio)
    {
        using var path = SKPath.ParseSvgPathData(Shape);
        var field = SignedDistanceField.Draw(new(path), new(-Border, -Border, ShapeWidth + Border, ShapeHeight + Border), pixelRatio);
        using var bitmap = new SKBitmap(new SKImageInfo(Width * pixelRatio, Height * pixelRatio, SKColorType.Alpha8, SKAlphaType.Premul));
        field.CopyTo(bitmap.GetPixelSpan());
        using var paint = new SKPaint { Color = SKColors.Black };
        canvas.DrawBitmap(bitmap, SKRect.Create(left, top, Width, Height), SKSamplingOptions.Default, paint);
    }
}

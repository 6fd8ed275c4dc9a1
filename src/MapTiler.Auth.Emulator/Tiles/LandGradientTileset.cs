using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>An image that lies below the land in some styles: the sea, lighter towards the coasts.</summary>
internal sealed class LandGradientTileset : Tileset
{
    private const int Size = 512;
    private const float GlowWidth = 48;

    // A glow from beyond the tile reaches into it, and no point of a coast lies exactly on a side.
    private const double Margin = GlowWidth + 0.137;

    private static readonly SKColor DeepSea = SKColor.Parse("#9cc4de");
    private static readonly SKColor ShallowSea = SKColor.Parse("#dceef7");

    public override TilesetDescription Description { get; } = new()
    {
        Name = "Land gradient",
        Format = "webp",
        MaxZoom = 9,
        TileSize = Size,
    };

    public override byte[]? Render(TileCoordinate tile) => RasterImage.Draw(Size, Size, 1, Description.Format, canvas =>
    {
        var view = new Viewport(tile.Bounds, Size, Size);
        var land = new ClippedArea(WorldMap.At(tile.Z).Land, tile.Bounds.Grown(Margin / view.WorldSize));
        canvas.Clear(DeepSea);
        using var glow = new SKPaint { Color = ShallowSea, Style = SKPaintStyle.Stroke, StrokeWidth = GlowWidth };
        glow.MaskFilter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, GlowWidth / 3);
        using var coast = Shapes.Edges(land, view);
        canvas.DrawPath(coast, glow);
        using var fill = new SKPaint { Color = ShallowSea };
        using var shape = Shapes.Polygons(land.Inside(), view);
        canvas.DrawPath(shape, fill);
    });
}

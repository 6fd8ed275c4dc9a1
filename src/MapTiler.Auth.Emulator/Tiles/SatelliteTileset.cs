namespace MapTiler.Emulator;

/// <summary>Replaces imagery: land and water in natural colors.</summary>
internal sealed class SatelliteTileset(MapPainter painter) : Tileset
{
    private const int Size = 512;

    public override TilesetDescription Description { get; } = new()
    {
        Name = "Satellite",
        Format = "jpg",
        MaxZoom = 20,
        TileSize = Size,
    };

    public override byte[]? Render(TileCoordinate tile) => RasterImage.Draw(Size, Size, 1, Description.Format, canvas =>
        painter.Paint(canvas, new(tile.Bounds, Size, Size), MapTheme.For("satellite")));
}

namespace MapTiler.Emulator;

/// <summary>Elevations as colors: the elevation in meters is <c>-10000 + (R*65536 + G*256 + B) * 0.1</c>, at the middle of each pixel.</summary>
internal sealed class TerrainTileset(string name, Func<double, double, double> meters, int maxZoom) : Tileset
{
    private const int Size = 512;
    private const double Base = -10_000;
    private const double Step = 0.1;

    public override TilesetDescription Description { get; } = new()
    {
        Name = name,
        Description = "A surface that the emulator computes.",
        Attribution = null,
        Format = "webp",
        MaxZoom = maxZoom,
        TileSize = Size,
    };

    public override byte[]? Render(TileCoordinate tile)
    {
        var bounds = tile.Bounds;
        var pixel = (bounds.Right - bounds.Left) / Size;
        var latitudes = Array.ConvertAll([.. Enumerable.Range(0, Size)], row => WebMercator.Latitude(bounds.Top + ((row + 0.5) * pixel)));
        return RasterImage.FromColors(Size, Description.Format, (column, row) =>
            Encode(meters(WebMercator.Longitude(bounds.Left + ((column + 0.5) * pixel)), latitudes[row])));
    }

    private static (byte Red, byte Green, byte Blue) Encode(double meters)
    {
        var steps = (int)Math.Round((meters - Base) / Step);
        return ((byte)(steps >> 16), (byte)(steps >> 8), (byte)steps);
    }
}

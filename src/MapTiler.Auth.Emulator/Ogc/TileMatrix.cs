using System.Globalization;

namespace MapTiler.Emulator;

/// <summary>A zoom, as OGC's standards describe it.</summary>
internal readonly record struct TileMatrix(int Zoom, int TileSize)
{
    private const double MetersPerStandardPixel = 0.00028;

    public string Id => Zoom.ToString(CultureInfo.InvariantCulture);

    public long Count => 1L << Zoom;

    public double CellSize => 2 * WebMercator.HalfInMeters / TileSize / Count;

    public double ScaleDenominator => CellSize / MetersPerStandardPixel;

    public static IEnumerable<TileMatrix> Of(TilesetDescription description)
    {
        for (var zoom = description.MinZoom; zoom <= description.MaxZoom; zoom++)
            yield return new(zoom, description.TileSize);
    }
}

using System.Globalization;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Tiles;

/// <summary>Which tile: zoom, column from the west, row from the north.</summary>
internal readonly record struct TileCoordinate(int Z, int X, int Y)
{
    private const int MaxZoom = 30;

    /// <summary>The part of the world that it covers.</summary>
    public MercatorBounds Bounds
    {
        get
        {
            var size = 1 / Math.Pow(2, Z);
            return new(X * size, Y * size, (X + 1) * size, (Y + 1) * size);
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">There is no such tile at this zoom, or no such zoom.</exception>
    public static TileCoordinate Create(int z, int x, int y)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(z);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(z, MaxZoom);
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(x, 1L << z);
        ArgumentOutOfRangeException.ThrowIfNegative(y);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(y, 1L << z);
        return new(z, x, y);
    }

    /// <summary>Reads three integers; null if they name no tile of any pyramid with these zooms.</summary>
    public static TileCoordinate? Parse(string z, string x, string y, int minZoom, int maxZoom) =>
        TryRead(z, out var zoom) && TryRead(x, out var column) && TryRead(y, out var row)
        && zoom >= minZoom && zoom <= Math.Min(maxZoom, MaxZoom) && column < 1L << zoom && row < 1L << zoom
            ? new(zoom, column, row)
            : null;

    private static bool TryRead(string value, out int number) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

namespace MapTiler;

/// <summary>
/// A tile of the Web Mercator pyramid: zoom, column from the west, row from the north (XYZ). At zoom z there are 2^z columns and rows.
/// </summary>
public readonly record struct TileCoordinate
{
    /// <summary>The deepest zoom whose columns and rows fit into an <see cref="int"/>.</summary>
    public const int MaxZoom = 30;

    /// <summary>Creates a tile.</summary>
    /// <param name="z">The zoom, 0 to 30.</param>
    /// <param name="x">The column, 0 to 2^z - 1.</param>
    /// <param name="y">The row, 0 to 2^z - 1, counted from the north.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such tile.</exception>
    public TileCoordinate(int z, int x, int y)
    {
        Z = CheckZoom(z, nameof(z));
        X = CheckIndex(x, z, nameof(x));
        Y = CheckIndex(y, z, nameof(y));
    }

    /// <summary>The zoom.</summary>
    public int Z { get; }

    /// <summary>The column, from the west.</summary>
    public int X { get; }

    /// <summary>The row, from the north.</summary>
    public int Y { get; }

    /// <summary>The tile in which a place lies. Longitudes are wrapped; latitudes beyond the projection belong to the outermost row.</summary>
    /// <param name="place">The place.</param>
    /// <param name="zoom">The zoom of tiles of the size that the caller counts in, 0 to 30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The zoom is not between 0 and 30.</exception>
    public static TileCoordinate FromLngLat(LngLat place, int zoom)
    {
        var tiles = 1L << CheckZoom(zoom, nameof(zoom));
        var sine = Math.Sin(place.Latitude * Math.PI / 180);
        var column = (place.Wrap().Longitude + 180) / 360;
        var row = 0.5 - Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI);
        return new TileCoordinate(zoom, Index(column, tiles), Index(row, tiles));
    }

    /// <summary>The tile as <c>z/x/y</c>.</summary>
    public override string ToString() => string.Join("/", FixedPoint.ToText(Z), FixedPoint.ToText(X), FixedPoint.ToText(Y));

    private static int Index(double share, long tiles) => (int)Math.Max(0, Math.Min(tiles - 1, Math.Floor(share * tiles)));

    private static int CheckZoom(int zoom, string parameter) =>
        zoom is >= 0 and <= MaxZoom ? zoom : throw new ArgumentOutOfRangeException(parameter, $"A zoom must be between 0 and {MaxZoom}.");

    private static int CheckIndex(int index, int zoom, string parameter) =>
        index >= 0 && index < 1L << zoom ? index : throw new ArgumentOutOfRangeException(parameter, $"At zoom {zoom} columns and rows go from 0 to {(1L << zoom) - 1}.");
}

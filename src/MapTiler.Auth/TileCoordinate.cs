using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>
/// The coordinate of a map tile in the XYZ scheme of Web Mercator: zoom level, column from the west, row from the north. Zoom level z has 2^z
/// columns and rows.
/// </summary>
public readonly record struct TileCoordinate
{
    /// <summary>The maximum zoom level, 30: the last one whose columns and rows fit into an <see cref="int"/>.</summary>
    public const int MaxZoom = 30;

    /// <summary>Creates the coordinate of a tile.</summary>
    /// <param name="z">The zoom level, 0 to 30.</param>
    /// <param name="x">The column, 0 to 2^z - 1, counted from the west.</param>
    /// <param name="y">The row, 0 to 2^z - 1, counted from the north.</param>
    /// <exception cref="ArgumentOutOfRangeException">The zoom level is not between 0 and 30, or the column or row is not between 0 and 2^z - 1.</exception>
    [JsonConstructor]
    public TileCoordinate(int z, int x, int y)
    {
        Z = CheckZoom(z, nameof(z));
        X = CheckIndex(x, z, nameof(x));
        Y = CheckIndex(y, z, nameof(y));
    }

    /// <summary>The zoom level, 0 to 30.</summary>
    public int Z { get; }

    /// <summary>The column, 0 to 2^z - 1, counted from the west.</summary>
    public int X { get; }

    /// <summary>The row, 0 to 2^z - 1, counted from the north as in the XYZ scheme. <see cref="TmsY"/> is the row in the TMS scheme.</summary>
    public int Y { get; }

    /// <summary>The row in the TMS scheme, 0 to 2^z - 1, counted from the south, for MBTiles and other software that uses TMS.</summary>
    [JsonIgnore]
    public int TmsY => FlipRow(Y, Z);

    /// <summary>The edges of the tile in WGS84 degrees. The western and northern edges belong to the tile, the others to its neighbors.</summary>
    [JsonIgnore]
    public BoundingBox Bounds => new(TileGrid.West(X, Z), TileGrid.North(Y + 1.0, Z), TileGrid.West(X + 1.0, Z), TileGrid.North(Y, Z));

    /// <summary>The location at the center of the tile on the map, where its four children meet. Its latitude is not the mean of the edges.</summary>
    [JsonIgnore]
    public LngLat Center => new(TileGrid.West(X + 0.5, Z), TileGrid.North(Y + 0.5, Z));

    /// <summary>The tile at the previous zoom level that contains this tile; <see langword="null"/> at zoom level 0.</summary>
    [JsonIgnore]
    public TileCoordinate? Parent => Z == 0 ? null : new TileCoordinate(Z - 1, X / 2, Y / 2);

    /// <summary>The four tiles at the next zoom level that cover this tile, row by row from the northwest; empty at zoom level 30.</summary>
    [JsonIgnore]
    public IReadOnlyList<TileCoordinate> Children => Z == MaxZoom
        ? []
        : [new(Z + 1, 2 * X, 2 * Y), new(Z + 1, 2 * X + 1, 2 * Y), new(Z + 1, 2 * X, 2 * Y + 1), new(Z + 1, 2 * X + 1, 2 * Y + 1)];

    /// <summary>
    /// Returns the tile that contains a location. Longitudes are wrapped, 180 degrees belongs to the last column, and latitudes beyond the
    /// projection belong to the first or last row.
    /// </summary>
    /// <param name="location">The location.</param>
    /// <param name="zoom">The zoom level, 0 to 30.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="zoom"/> is not between 0 and 30.</exception>
    public static TileCoordinate FromLngLat(LngLat location, int zoom)
    {
        CheckZoom(zoom, nameof(zoom));
        return new TileCoordinate(zoom, TileGrid.Column(location.Longitude, zoom), TileGrid.Row(location.Latitude, zoom));
    }

    /// <summary>Returns the coordinate of a tile of the TMS scheme, which MBTiles and other software uses.</summary>
    /// <param name="z">The zoom level, 0 to 30.</param>
    /// <param name="x">The column, 0 to 2^z - 1, counted from the west.</param>
    /// <param name="y">The row of the TMS scheme, 0 to 2^z - 1, counted from the south: the <see cref="TmsY"/> of the result.</param>
    /// <exception cref="ArgumentOutOfRangeException">The zoom level is not between 0 and 30, or the column or row is not between 0 and 2^z - 1.</exception>
    public static TileCoordinate FromTms(int z, int x, int y) => new(z, x, FlipRow(CheckIndex(y, CheckZoom(z, nameof(z)), nameof(y)), z));

    /// <summary>Returns the coordinate as <c>z/x/y</c>.</summary>
    public override string ToString() => string.Join("/", FixedPoint.ToText(Z), FixedPoint.ToText(X), FixedPoint.ToText(Y));

    internal static int CheckZoom(int zoom, string parameter) =>
        zoom is >= 0 and <= MaxZoom ? zoom : throw new ArgumentOutOfRangeException(parameter, $"A zoom level must be between 0 and {MaxZoom}.");

    private static int FlipRow(int row, int zoom) => (int)((1L << zoom) - 1 - row);

    private static int CheckIndex(int index, int zoom, string parameter) =>
        index >= 0 && index < 1L << zoom ? index : throw new ArgumentOutOfRangeException(parameter, $"The columns and rows of zoom level {zoom} are 0 to {(1L << zoom) - 1}.");
}

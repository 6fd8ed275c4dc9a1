using System.Text.Json.Serialization;

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

    /// <summary>The edges in degrees. The western and the northern one belong to the tile, the others to its neighbours.</summary>
    [JsonIgnore]
    public BoundingBox Bounds => new(TileGrid.West(X, Z), TileGrid.North(Y + 1.0, Z), TileGrid.West(X + 1.0, Z), TileGrid.North(Y, Z));

    /// <summary>The place in the middle of the tile as it is drawn, where its children meet.</summary>
    [JsonIgnore]
    public LngLat Center => new(TileGrid.West(X + 0.5, Z), TileGrid.North(Y + 0.5, Z));

    /// <summary>The tile of the zoom above that holds this one; <see langword="null"/> at zoom 0.</summary>
    [JsonIgnore]
    public TileCoordinate? Parent => Z == 0 ? null : new TileCoordinate(Z - 1, X / 2, Y / 2);

    /// <summary>The four tiles of the zoom below, row by row from the north-west; none at zoom 30.</summary>
    [JsonIgnore]
    public IReadOnlyList<TileCoordinate> Children => Z == MaxZoom
        ? []
        : [new(Z + 1, 2 * X, 2 * Y), new(Z + 1, 2 * X + 1, 2 * Y), new(Z + 1, 2 * X, 2 * Y + 1), new(Z + 1, 2 * X + 1, 2 * Y + 1)];

    /// <summary>
    /// The tile in which a place lies. Longitudes are wrapped, 180 degrees belongs to the last column, and latitudes beyond the projection
    /// belong to the outermost row.
    /// </summary>
    /// <param name="place">The place.</param>
    /// <param name="zoom">The zoom of tiles of the size that the caller counts in, 0 to 30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The zoom is not between 0 and 30.</exception>
    public static TileCoordinate FromLngLat(LngLat place, int zoom)
    {
        CheckZoom(zoom, nameof(zoom));
        return new TileCoordinate(zoom, TileGrid.Column(place.Longitude, zoom), TileGrid.Row(place.Latitude, zoom));
    }

    /// <summary>The tile as <c>z/x/y</c>.</summary>
    public override string ToString() => string.Join("/", FixedPoint.ToText(Z), FixedPoint.ToText(X), FixedPoint.ToText(Y));

    internal static int CheckZoom(int zoom, string parameter) =>
        zoom is >= 0 and <= MaxZoom ? zoom : throw new ArgumentOutOfRangeException(parameter, $"A zoom must be between 0 and {MaxZoom}.");

    private static int CheckIndex(int index, int zoom, string parameter) =>
        index >= 0 && index < 1L << zoom ? index : throw new ArgumentOutOfRangeException(parameter, $"At zoom {zoom} columns and rows go from 0 to {(1L << zoom) - 1}.");
}

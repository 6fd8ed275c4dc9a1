namespace MapTiler;

/// <summary>The projection of web maps: Spherical Mercator, EPSG:3857.</summary>
public static class WebMercator
{
    /// <summary>The latitude in degrees, north and south, at which the square world of web maps ends.</summary>
    public const double MaxLatitude = 85.05112877980659;

    private const double Circumference = 2 * Math.PI * 6378137;

    /// <summary>The place in metres of EPSG:3857, x to the east and y to the north of 0°, 0°.</summary>
    /// <remarks>Latitudes are clamped to <see cref="MaxLatitude"/>; longitudes are not wrapped, so 190° lies beyond the eastern edge.</remarks>
    public static ProjectedPoint ToMeters(LngLat place) =>
        new(place.Longitude / 360 * Circumference, (0.5 - Y(place.Latitude)) * Circumference);

    /// <summary>The place of a point in metres of EPSG:3857. A height is skipped, longitudes are not wrapped.</summary>
    public static LngLat FromMeters(ProjectedPoint point) =>
        new(point.X / Circumference * 360, Latitude(0.5 - point.Y / Circumference));

    /// <summary>How many metres on the ground a pixel of a map shows at a place.</summary>
    /// <param name="place">The place; its latitude, clamped to <see cref="MaxLatitude"/>, decides.</param>
    /// <param name="zoom">Zoom level of tiles of <paramref name="tileSize"/>, 0 to 30; fractions are allowed.</param>
    /// <param name="tileSize">Pixels along the edge of a tile.</param>
    /// <exception cref="ArgumentOutOfRangeException">The zoom is not between 0 and 30, or the tile has no size.</exception>
    public static double MetersPerPixel(LngLat place, double zoom, int tileSize = 512)
    {
        if (!(zoom is >= 0 and <= TileCoordinate.MaxZoom))
            throw new ArgumentOutOfRangeException(nameof(zoom), $"A zoom must be between 0 and {TileCoordinate.MaxZoom}.");

        return Math.Cos(Radians(Clamp(place.Latitude))) * Circumference / (Size(tileSize) * Math.Pow(2, zoom));
    }

    /// <summary>Where a place lies in a tile: pixels from its north-western corner, x to the east and y to the south.</summary>
    /// <param name="place">The place; outside of the tile the pixels are negative or beyond its size.</param>
    /// <param name="tile">The tile.</param>
    /// <param name="tileSize">Pixels along the edge of the tile.</param>
    /// <returns>Fractional pixels: the middle of the first one is at 0.5, 0.5.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The tile has no size.</exception>
    public static (double X, double Y) PixelInTile(LngLat place, TileCoordinate tile, int tileSize)
    {
        var size = Size(tileSize);
        double tiles = 1 << tile.Z;
        var x = X(place.Wrap().Longitude) * tiles - tile.X;
        x -= tiles * Math.Round((x - 0.5) / tiles); // the short way around the world
        return (x * size, (Y(place.Latitude) * tiles - tile.Y) * size);
    }

    /// <summary>The share of the world's width that lies west of a longitude.</summary>
    internal static double X(double longitude) => (longitude + 180) / 360;

    /// <summary>The share of the world's height that lies north of a latitude, 0 to 1.</summary>
    internal static double Y(double latitude)
    {
        var angle = Radians(Math.Abs(Clamp(latitude)));
        var fromEquator = Math.Log(Math.Tan(angle) + 1 / Math.Cos(angle)) / (2 * Math.PI);
        return 0.5 - Math.Min(fromEquator, 0.5) * Math.Sign(latitude);
    }

    /// <summary>The longitude that has this share of the world's width to its west.</summary>
    internal static double Longitude(double x) => x * 360 - 180;

    /// <summary>The latitude that has this share of the world's height to its north; exact at both ends of the world.</summary>
    internal static double Latitude(double y) => y switch
    {
        0 => MaxLatitude,
        1 => -MaxLatitude,
        _ => Math.Atan(Math.Sinh(Math.PI * (1 - 2 * y))) * 180 / Math.PI,
    };

    private static double Clamp(double latitude) => Math.Max(-MaxLatitude, Math.Min(MaxLatitude, latitude));

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static int Size(int tileSize) =>
        tileSize > 0 ? tileSize : throw new ArgumentOutOfRangeException(nameof(tileSize), "A tile has at least one pixel.");
}

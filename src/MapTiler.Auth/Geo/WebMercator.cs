namespace MapTiler;

/// <summary>The projection of web maps, EPSG:3857: a square world in metres, with its origin at longitude and latitude 0.</summary>
public static class WebMercator
{
    /// <summary>The latitude in degrees at which the square world ends in the north, and negative in the south.</summary>
    public const double MaxLatitude = 85.0511287798066;

    /// <summary>The radius of the sphere in metres.</summary>
    public const double EarthRadius = 6_378_137;

    private const double Radians = Math.PI / 180;

    /// <summary>Projects a place.</summary>
    /// <param name="place">
    /// The place. Its longitude is not wrapped, so that a line across the antimeridian stays in one piece; a latitude beyond
    /// <see cref="MaxLatitude"/> counts as that.
    /// </param>
    /// <returns>Metres to the east and to the north, each between -20037508.342789244 and 20037508.342789244 for longitudes from -180 to 180.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The longitude is too large a number for its metres.</exception>
    public static ProjectedPoint Project(LngLat place)
    {
        var x = place.Longitude * Radians * EarthRadius;
        return double.IsInfinity(x)
            ? throw new ArgumentOutOfRangeException(nameof(place), "The longitude is too large. LngLat.Wrap() brings it between -180 and 180 degrees.")
            : new ProjectedPoint(x, Northing(place.Latitude) * EarthRadius);
    }

    /// <summary>The place of a point, the inverse of <see cref="Project"/>.</summary>
    /// <param name="point">Metres to the east and to the north; a height is ignored.</param>
    /// <returns>The place. Its longitude is beyond 180 degrees where the point lies beyond the square world.</returns>
    public static LngLat Unproject(ProjectedPoint point) => new(point.X / EarthRadius / Radians, Latitude(point.Y / EarthRadius));

    /// <summary>How many metres on the ground a pixel of a map covers.</summary>
    /// <param name="place">Where. Only the latitude counts; beyond <see cref="MaxLatitude"/> it counts as that.</param>
    /// <param name="zoom">The zoom of tiles of this size, 0 to 30; fractions are allowed.</param>
    /// <param name="tileSize">Pixels of a side of a tile. The default is 512, which the zoom of a <see cref="MapView"/> means.</param>
    /// <exception cref="ArgumentOutOfRangeException">The zoom is not between 0 and 30, or the tile has no size.</exception>
    public static double MetersPerPixel(LngLat place, double zoom, int tileSize = 512)
    {
        if (!(zoom is >= 0 and <= TileCoordinate.MaxZoom))
            throw new ArgumentOutOfRangeException(nameof(zoom), $"A zoom must be between 0 and {TileCoordinate.MaxZoom}.");
        if (tileSize <= 0)
            throw new ArgumentOutOfRangeException(nameof(tileSize), "A tile must have a size.");

        var latitude = Math.Min(Math.Abs(place.Latitude), MaxLatitude);
        return 2 * Math.PI * EarthRadius * Math.Cos(latitude * Radians) / (tileSize * Math.Pow(2, zoom));
    }

    /// <summary>The way north on the map in radii, -pi to pi.</summary>
    internal static double Northing(double latitude)
    {
        if (Math.Abs(latitude) >= MaxLatitude)
            return Math.Sign(latitude) * Math.PI;

        var tangent = Math.Tan(Math.Abs(latitude) * Radians); // of the absolute value, so that both hemispheres are alike
        return Math.Sign(latitude) * Math.Log(tangent + Math.Sqrt(tangent * tangent + 1));
    }

    /// <summary>The latitude at a way north in radii.</summary>
    internal static double Latitude(double northing) => Math.Atan(Math.Sinh(northing)) / Radians;
}

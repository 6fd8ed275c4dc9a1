namespace MapTiler.Geo;

/// <summary>Converts between locations and Web Mercator (EPSG:3857), the square projection of web maps in meters with its origin at longitude and latitude 0.</summary>
public static class WebMercator
{
    /// <summary>The latitude of the northern edge of the projection in degrees; the southern edge has the negative value.</summary>
    public const double MaxLatitude = 85.0511287798066;

    /// <summary>The radius of the sphere in meters: the equatorial radius of WGS84.</summary>
    public const double EarthRadius = 6_378_137;

    private const double Radians = Math.PI / 180;

    /// <summary>Projects a location to Web Mercator.</summary>
    /// <param name="location">
    /// The location. Its longitude is not wrapped, so that a line across the antimeridian stays connected. A latitude beyond
    /// <see cref="MaxLatitude"/> is clamped to it.
    /// </param>
    /// <returns>The easting and northing in meters, each between -20037508.342789244 and 20037508.342789244 for longitudes from -180 to 180.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The longitude is too large to be expressed in meters.</exception>
    public static ProjectedPoint Project(LngLat location)
    {
        var x = location.Longitude * Radians * EarthRadius;
        return double.IsInfinity(x)
            ? throw new ArgumentOutOfRangeException(nameof(location), "The longitude is too large. Use LngLat.Wrap() to normalize it.")
            : new ProjectedPoint(x, Northing(location.Latitude) * EarthRadius);
    }

    /// <summary>Converts a Web Mercator point to a location; the inverse of <see cref="Project"/>.</summary>
    /// <param name="point">The easting and northing in meters; an elevation is ignored.</param>
    /// <returns>The location. Its longitude is outside of -180 to 180 degrees if the point is outside of the square world.</returns>
    public static LngLat Unproject(ProjectedPoint point) => new(point.X / EarthRadius / Radians, Latitude(point.Y / EarthRadius));

    /// <summary>Calculates the ground resolution of a map: the number of meters that one pixel covers.</summary>
    /// <param name="location">The location. Only its latitude matters; it is clamped to <see cref="MaxLatitude"/>.</param>
    /// <param name="zoom">The zoom level of tiles of this size, 0 to 30; fractions are allowed.</param>
    /// <param name="tileSize">The width and height of a tile in pixels. The default is 512, as for the zoom level of a <see cref="MapView"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="zoom"/> is not between 0 and 30, or <paramref name="tileSize"/> is not positive.</exception>
    public static double MetersPerPixel(LngLat location, double zoom, int tileSize = 512)
    {
        if (!(zoom is >= 0 and <= TileCoordinate.MaxZoom))
            throw new ArgumentOutOfRangeException(nameof(zoom), $"A zoom level must be between 0 and {TileCoordinate.MaxZoom}.");
        if (tileSize <= 0)
            throw new ArgumentOutOfRangeException(nameof(tileSize), "The size of a tile must be positive.");

        var latitude = Math.Min(Math.Abs(location.Latitude), MaxLatitude);
        return 2 * Math.PI * EarthRadius * Math.Cos(latitude * Radians) / (tileSize * Math.Pow(2, zoom));
    }

    /// <summary>Returns the northing in units of the radius, -pi to pi.</summary>
    internal static double Northing(double latitude)
    {
        if (Math.Abs(latitude) >= MaxLatitude)
            return Math.Sign(latitude) * Math.PI;

        var tangent = Math.Tan(Math.Abs(latitude) * Radians); // of the absolute value, so that both hemispheres are symmetric
        return Math.Sign(latitude) * Math.Log(tangent + Math.Sqrt(tangent * tangent + 1));
    }

    /// <summary>Returns the latitude of a northing in units of the radius.</summary>
    internal static double Latitude(double northing) => Math.Atan(Math.Sinh(northing)) / Radians;
}

using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite;

/// <summary>
/// Extension methods that convert a <see cref="LngLat"/> to and from types of NetTopologySuite. X is the longitude and Y is the latitude, in degrees (WGS84).
/// </summary>
public static class LngLatExtensions
{
    /// <summary>Converts a location to a coordinate without Z.</summary>
    /// <param name="location">The location.</param>
    /// <returns>The coordinate with the longitude as X and the latitude as Y.</returns>
    public static Coordinate ToCoordinate(this LngLat location) => new(location.Longitude, location.Latitude);

    /// <summary>Converts a location to a point without Z.</summary>
    /// <param name="location">The location.</param>
    /// <param name="factory">The factory that creates the geometry and sets its SRID. If it is <see langword="null"/>, the factory of <c>NtsGeometryServices.Instance</c> with SRID 4326 is used.</param>
    /// <returns>The point with the longitude as X and the latitude as Y.</returns>
    public static Point ToPoint(this LngLat location, GeometryFactory? factory = null) => GeometryFactories.OrDefault(factory).CreatePoint(location.ToCoordinate());

    /// <summary>Converts a coordinate to a location. Z is dropped.</summary>
    /// <param name="coordinate">The coordinate. X is the longitude and Y is the latitude, in degrees (WGS84).</param>
    /// <returns>The location.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="coordinate"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">X or Y is not finite, or Y is not between -90 and 90, as in a projected coordinate system.</exception>
    public static LngLat ToLngLat(this Coordinate coordinate) =>
        coordinate is null ? throw new ArgumentNullException(nameof(coordinate)) : new LngLat(coordinate.X, coordinate.Y);

    /// <summary>Converts a point to a location. Z is dropped. The point is not reprojected, regardless of its SRID.</summary>
    /// <param name="point">The point. X is the longitude and Y is the latitude, in degrees (WGS84).</param>
    /// <returns>The location.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="point"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The point is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">X or Y is not finite, or Y is not between -90 and 90, as in a projected coordinate system.</exception>
    public static LngLat ToLngLat(this Point point)
    {
        if (point is null)
            throw new ArgumentNullException(nameof(point));
        return point.IsEmpty ? throw new ArgumentException("The point is empty, so it has no location.", nameof(point)) : point.Coordinate.ToLngLat();
    }
}

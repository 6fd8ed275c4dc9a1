using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite;

/// <summary>Places to and from coordinates and points, x being the longitude and y the latitude in WGS84 degrees.</summary>
public static class LngLatExtensions
{
    /// <summary>The place as a coordinate without Z.</summary>
    public static Coordinate ToCoordinate(this LngLat place) => new(place.Longitude, place.Latitude);

    /// <summary>The place as a point.</summary>
    /// <param name="place">The place.</param>
    /// <param name="factory">What creates the point and gives it its SRID; by default the services of NetTopologySuite with SRID 4326.</param>
    public static Point ToPoint(this LngLat place, GeometryFactory? factory = null) => Factories.OrDefault(factory).CreatePoint(place.ToCoordinate());

    /// <summary>The place of a coordinate in degrees; its Z is left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or y is beyond a pole, as in a projected system.</exception>
    public static LngLat ToLngLat(this Coordinate coordinate) =>
        coordinate is null ? throw new ArgumentNullException(nameof(coordinate)) : new LngLat(coordinate.X, coordinate.Y);

    /// <summary>The place of a point in degrees; its Z is left out. Nothing is projected, whatever the SRID says.</summary>
    /// <exception cref="ArgumentException">The point is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or y is beyond a pole, as in a projected system.</exception>
    public static LngLat ToLngLat(this Point point)
    {
        if (point is null)
            throw new ArgumentNullException(nameof(point));
        return point.IsEmpty ? throw new ArgumentException("An empty point is no place.", nameof(point)) : point.Coordinate.ToLngLat();
    }
}

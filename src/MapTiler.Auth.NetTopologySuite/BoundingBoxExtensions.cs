using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite;

/// <summary>
/// Extension methods that convert a <see cref="BoundingBox"/> to and from types of NetTopologySuite. X is the longitude and Y is the latitude, in degrees (WGS84).
/// </summary>
public static class BoundingBoxExtensions
{
    private const double Antimeridian = 180;

    /// <summary>Converts a bounding box to an envelope.</summary>
    /// <param name="boundingBox">The bounding box.</param>
    /// <returns>The envelope with the same edges.</returns>
    /// <exception cref="ArgumentException">
    /// The bounding box crosses the antimeridian. An envelope has a minimum and a maximum X, so it would cover the rest of the world instead. Use
    /// <see cref="ToGeometry"/>, which returns both halves.
    /// </exception>
    public static Envelope ToEnvelope(this BoundingBox boundingBox) => boundingBox.CrossesAntimeridian
        ? throw new ArgumentException("The bounding box crosses the antimeridian, which an Envelope does not support. Use ToGeometry(), which returns both halves.", nameof(boundingBox))
        : new Envelope(boundingBox.West, boundingBox.East, boundingBox.South, boundingBox.North);

    /// <summary>Converts a bounding box to a polygon, or to a multi-polygon with two halves if it crosses the antimeridian.</summary>
    /// <param name="boundingBox">The bounding box.</param>
    /// <param name="factory">The factory that creates the geometry and sets its SRID. If it is <see langword="null"/>, the factory of <c>NtsGeometryServices.Instance</c> with SRID 4326 is used.</param>
    /// <returns>A <see cref="Polygon"/>, or a <see cref="MultiPolygon"/> with two polygons.</returns>
    public static Geometry ToGeometry(this BoundingBox boundingBox, GeometryFactory? factory = null)
    {
        factory = GeometryFactories.OrDefault(factory);
        if (!boundingBox.CrossesAntimeridian)
            return ToPolygon(boundingBox.West, boundingBox.East, boundingBox, factory);

        var (west, east) = (new LngLat(boundingBox.West, boundingBox.North).Wrap().Longitude, new LngLat(boundingBox.East, boundingBox.North).Wrap().Longitude);
        // A bounding box whose edge is the antimeridian is on one side of it.
        if (west == Antimeridian)
            west = -Antimeridian;
        else if (east == -Antimeridian)
            east = Antimeridian;
        return west <= east
            ? ToPolygon(west, east, boundingBox, factory)
            : factory.CreateMultiPolygon([ToPolygon(west, Antimeridian, boundingBox, factory), ToPolygon(-Antimeridian, east, boundingBox, factory)]);
    }

    /// <summary>Converts an envelope to a bounding box.</summary>
    /// <param name="envelope">The envelope. X is the longitude and Y is the latitude, in degrees (WGS84).</param>
    /// <returns>The bounding box with the same edges.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="envelope"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The envelope is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is not finite, or Y is not between -90 and 90, as in a projected coordinate system.</exception>
    public static BoundingBox ToBoundingBox(this Envelope envelope)
    {
        if (envelope is null)
            throw new ArgumentNullException(nameof(envelope));
        return envelope.IsNull
            ? throw new ArgumentException("The envelope is empty, so it has no bounding box.", nameof(envelope))
            : new BoundingBox(envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY);
    }

    // Counterclockwise, as required by GeoJSON.
    private static Polygon ToPolygon(double west, double east, BoundingBox edges, GeometryFactory factory) => factory.CreatePolygon(
        [new(west, edges.South), new(east, edges.South), new(east, edges.North), new(west, edges.North), new(west, edges.South)]);
}

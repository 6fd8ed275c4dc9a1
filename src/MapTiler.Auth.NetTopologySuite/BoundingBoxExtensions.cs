using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite;

/// <summary>Boxes to and from envelopes, x being the longitude and y the latitude in WGS84 degrees.</summary>
public static class BoundingBoxExtensions
{
    private const double Antimeridian = 180;

    /// <summary>The box as an envelope.</summary>
    /// <exception cref="ArgumentException">
    /// The box crosses the antimeridian. An envelope has a least and a greatest x, so it would be the rest of the world instead;
    /// <see cref="ToGeometry"/> returns both halves.
    /// </exception>
    public static Envelope ToEnvelope(this BoundingBox box) => box.CrossesAntimeridian
        ? throw new ArgumentException("The box crosses the antimeridian, which an Envelope cannot. ToGeometry() returns its two halves.", nameof(box))
        : new Envelope(box.West, box.East, box.South, box.North);

    /// <summary>The box as a polygon; as a multi-polygon of its two halves where it crosses the antimeridian.</summary>
    /// <param name="box">The box.</param>
    /// <param name="factory">What creates the geometry and gives it its SRID; by default the services of NetTopologySuite with SRID 4326.</param>
    public static Geometry ToGeometry(this BoundingBox box, GeometryFactory? factory = null)
    {
        factory = Factories.OrDefault(factory);
        if (!box.CrossesAntimeridian)
            return ToPolygon(box.West, box.East, box, factory);

        var (west, east) = (new LngLat(box.West, box.North).Wrap().Longitude, new LngLat(box.East, box.North).Wrap().Longitude);
        // A box that ends at the antimeridian lies on one side of it.
        if (west == Antimeridian)
            west = -Antimeridian;
        else if (east == -Antimeridian)
            east = Antimeridian;
        return west <= east
            ? ToPolygon(west, east, box, factory)
            : factory.CreateMultiPolygon([ToPolygon(west, Antimeridian, box, factory), ToPolygon(-Antimeridian, east, box, factory)]);
    }

    /// <summary>The envelope as a box.</summary>
    /// <exception cref="ArgumentException">The envelope is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or y is beyond a pole, as in a projected system.</exception>
    public static BoundingBox ToBoundingBox(this Envelope envelope)
    {
        if (envelope is null)
            throw new ArgumentNullException(nameof(envelope));
        return envelope.IsNull
            ? throw new ArgumentException("An empty envelope is no box.", nameof(envelope))
            : new BoundingBox(envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY);
    }

    // Counterclockwise, as GeoJSON wants it.
    private static Polygon ToPolygon(double west, double east, BoundingBox box, GeometryFactory factory) => factory.CreatePolygon(
        [new(west, box.South), new(east, box.South), new(east, box.North), new(west, box.North), new(west, box.South)]);
}

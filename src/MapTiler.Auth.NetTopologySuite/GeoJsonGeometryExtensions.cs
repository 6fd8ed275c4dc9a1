using MapTiler.GeoJson;
using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite;

/// <summary>Extension methods that convert GeoJSON geometries to geometries of NetTopologySuite.</summary>
public static class GeoJsonGeometryExtensions
{
    /// <summary>Converts a GeoJSON geometry. X is the longitude, Y is the latitude and Z is the altitude. Collections may contain collections.</summary>
    /// <remarks>
    /// A ring that is not closed is closed. The direction of rings is not changed. If only some positions of a line have an altitude, the Z of the others is
    /// <see cref="double.NaN"/>.
    /// </remarks>
    /// <param name="geometry">The GeoJSON geometry.</param>
    /// <param name="factory">The factory that creates the geometry and sets its SRID. If it is <see langword="null"/>, the factory of <c>NtsGeometryServices.Instance</c> with SRID 4326 is used.</param>
    /// <returns>The geometry of NetTopologySuite.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="geometry"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// NetTopologySuite rejects the geometry: a line has one position only, a ring has too few positions, or a polygon has holes but no exterior ring.
    /// </exception>
    public static Geometry ToGeometry(this GeoJsonGeometry geometry, GeometryFactory? factory = null)
    {
        factory = GeometryFactories.OrDefault(factory);
        return geometry switch
        {
            GeoJsonPoint point => factory.CreatePoint(point.Coordinates.ToCoordinate()),
            GeoJsonMultiPoint points => factory.CreateMultiPointFromCoords([.. points.Coordinates.Select(Positions.ToCoordinate)]),
            GeoJsonLineString line => ToLine(line.Coordinates, factory),
            GeoJsonMultiLineString lines => factory.CreateMultiLineString([.. lines.Coordinates.Select(line => ToLine(line, factory))]),
            GeoJsonPolygon polygon => ToPolygon(polygon.Coordinates, factory),
            GeoJsonMultiPolygon polygons => factory.CreateMultiPolygon([.. polygons.Coordinates.Select(rings => ToPolygon(rings, factory))]),
            GeoJsonGeometryCollection collection => factory.CreateGeometryCollection([.. collection.Geometries.Select(part => part.ToGeometry(factory))]),
            _ => throw new ArgumentNullException(nameof(geometry)),
        };
    }

    private static LineString ToLine(IReadOnlyList<GeoJsonPosition> positions, GeometryFactory factory) => factory.CreateLineString(Positions.ToLine(positions));

    private static Polygon ToPolygon(IReadOnlyList<IReadOnlyList<GeoJsonPosition>> rings, GeometryFactory factory)
    {
        var lines = rings.Select(ring => factory.CreateLinearRing(Positions.ToRing(ring))).ToArray();
        return lines.Length == 0 ? factory.CreatePolygon() : factory.CreatePolygon(lines[0], [.. lines.Skip(1)]);
    }
}

using MapTiler.GeoJson;
using NetTopologySuite.Geometries;
using Position = MapTiler.GeoJson.Position;

namespace MapTiler.NetTopologySuite;

/// <summary>From geometries of GeoJSON to those of NetTopologySuite.</summary>
public static class GeoJsonGeometryExtensions
{
    /// <summary>The geometry with its heights as Z, x being the longitude. Collections may hold collections.</summary>
    /// <remarks>
    /// A ring that is not closed is closed; the direction of rings stays as it is. In a line of which only some positions have
    /// a height, the Z of the others is NaN.
    /// </remarks>
    /// <param name="geometry">The geometry.</param>
    /// <param name="factory">What creates the geometry and gives it its SRID; by default the services of NetTopologySuite with SRID 4326.</param>
    /// <exception cref="ArgumentException">NetTopologySuite refuses it: a line of one position, a ring that is too short, holes without an outer ring.</exception>
    public static Geometry ToGeometry(this GeoJsonGeometry geometry, GeometryFactory? factory = null)
    {
        factory = Factories.OrDefault(factory);
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

    private static LineString ToLine(IReadOnlyList<Position> positions, GeometryFactory factory) => factory.CreateLineString(Positions.ToLine(positions));

    private static Polygon ToPolygon(IReadOnlyList<IReadOnlyList<Position>> rings, GeometryFactory factory)
    {
        var lines = rings.Select(ring => factory.CreateLinearRing(Positions.ToRing(ring))).ToArray();
        return lines.Length == 0 ? factory.CreatePolygon() : factory.CreatePolygon(lines[0], [.. lines.Skip(1)]);
    }
}

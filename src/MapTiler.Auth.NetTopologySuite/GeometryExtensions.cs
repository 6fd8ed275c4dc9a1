using MapTiler.GeoJson;
using NetTopologySuite.Geometries;
using Position = MapTiler.GeoJson.Position;

namespace MapTiler.NetTopologySuite;

/// <summary>From geometries of NetTopologySuite to those of GeoJSON.</summary>
public static class GeometryExtensions
{
    /// <summary>The geometry with its Z as heights; measures are left out.</summary>
    /// <remarks>
    /// Nothing is projected: GeoJSON means WGS84 degrees, whatever the SRID says. A linear ring becomes a line. An empty point,
    /// which GeoJSON does not have, becomes a multi-point of none, and is left out of a multi-point.
    /// </remarks>
    /// <param name="geometry">The geometry, x being the longitude.</param>
    /// <exception cref="ArgumentException">A coordinate is not finite, or the geometry is of a type of its own.</exception>
    public static GeoJsonGeometry ToGeoJson(this Geometry geometry) => geometry switch
    {
        null => throw new ArgumentNullException(nameof(geometry)),
        Point { IsEmpty: true } => new GeoJsonMultiPoint([]),
        Point point => new GeoJsonPoint(point.Coordinate.ToPosition()),
        LineString line => new GeoJsonLineString(Positions.OfLine(line)),
        Polygon polygon => new GeoJsonPolygon(ToRings(polygon)),
        MultiPoint points => new GeoJsonMultiPoint(Positions.OfLine(points)),
        MultiLineString lines => new GeoJsonMultiLineString([.. lines.Geometries.Select(Positions.OfLine)]),
        MultiPolygon polygons => new GeoJsonMultiPolygon([.. polygons.Geometries.Select(polygon => ToRings((Polygon)polygon))]),
        GeometryCollection collection => new GeoJsonGeometryCollection([.. collection.Geometries.Select(ToGeoJson)]),
        _ => throw new ArgumentException($"GeoJSON has no {geometry.GeometryType}.", nameof(geometry)),
    };

    private static IReadOnlyList<IReadOnlyList<Position>> ToRings(Polygon polygon) =>
        polygon.IsEmpty ? [] : [Positions.OfLine(polygon.ExteriorRing), .. polygon.InteriorRings.Select(Positions.OfLine)];
}

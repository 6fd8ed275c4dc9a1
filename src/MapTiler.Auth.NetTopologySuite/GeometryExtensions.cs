using MapTiler.GeoJson;
using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite;

/// <summary>Extension methods that convert geometries of NetTopologySuite to GeoJSON geometries.</summary>
public static class GeometryExtensions
{
    /// <summary>Converts a geometry to GeoJSON. Z becomes the altitude. A measure (M) is kept if the coordinate has Z.</summary>
    /// <remarks>
    /// The geometry is not reprojected: coordinates of GeoJSON are degrees (WGS84), regardless of the SRID. A linear ring becomes a line. GeoJSON has no empty
    /// point, so an empty point becomes an empty multi-point, and is dropped from a multi-point.
    /// </remarks>
    /// <param name="geometry">The geometry. X is the longitude and Y is the latitude, in degrees (WGS84).</param>
    /// <returns>The GeoJSON geometry.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="geometry"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A coordinate is not finite, or GeoJSON does not have the type of the geometry.</exception>
    public static GeoJsonGeometry ToGeoJson(this Geometry geometry) => geometry switch
    {
        null => throw new ArgumentNullException(nameof(geometry)),
        Point { IsEmpty: true } => new GeoJsonMultiPoint([]),
        Point point => new GeoJsonPoint(point.Coordinate.ToPosition()),
        LineString line => new GeoJsonLineString(Positions.FromLine(line)),
        Polygon polygon => new GeoJsonPolygon(ToRings(polygon)),
        MultiPoint points => new GeoJsonMultiPoint(Positions.FromLine(points)),
        MultiLineString lines => new GeoJsonMultiLineString([.. lines.Geometries.Select(Positions.FromLine)]),
        MultiPolygon polygons => new GeoJsonMultiPolygon([.. polygons.Geometries.Select(polygon => ToRings((Polygon)polygon))]),
        GeometryCollection collection => new GeoJsonGeometryCollection([.. collection.Geometries.Select(ToGeoJson)]),
        _ => throw new ArgumentException($"The geometry cannot be converted, because GeoJSON does not have the type {geometry.GeometryType}. Convert it to one of the seven types of GeoJSON first.", nameof(geometry)),
    };

    private static IReadOnlyList<IReadOnlyList<GeoJsonPosition>> ToRings(Polygon polygon) =>
        polygon.IsEmpty ? [] : [Positions.FromLine(polygon.ExteriorRing), .. polygon.InteriorRings.Select(Positions.FromLine)];
}

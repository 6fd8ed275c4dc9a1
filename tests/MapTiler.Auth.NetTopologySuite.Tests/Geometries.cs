using CsCheck;
using MapTiler.GeoJson;
using NetTopologySuite;
using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite.Tests;

/// <summary>Generators of random geometries, some of them empty, some with altitudes.</summary>
internal static class Geometries
{
    private static readonly Gen<double?> Altitude = Gen.Double[-500, 9000].Nullable();

    private static readonly Gen<GeoJsonPosition> Positions = Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90], Altitude, (x, y, z) => new GeoJsonPosition(x, y, z));

    private static readonly Gen<GeoJsonPosition[]> Line = Gen.Select(Positions.Array[2, 6], Gen.Bool, (line, isEmpty) => isEmpty ? [] : line);

    private static readonly Gen<GeoJsonPosition[]> Ring = Positions.Array[3, 6].Select(ring => (GeoJsonPosition[])[.. ring, ring[0]]);

    private static readonly Gen<GeoJsonPosition[][]> Rings = Ring.Array[0, 3];

    private static readonly Gen<GeoJsonGeometry> Simple = Gen.OneOf(
        Positions.Select(p => (GeoJsonGeometry)new GeoJsonPoint(p)),
        Positions.Array[0, 4].Select(p => (GeoJsonGeometry)new GeoJsonMultiPoint(p)),
        Line.Select(l => (GeoJsonGeometry)new GeoJsonLineString(l)),
        Line.Array[0, 3].Select(l => (GeoJsonGeometry)new GeoJsonMultiLineString(l)),
        Rings.Select(r => (GeoJsonGeometry)new GeoJsonPolygon(r)),
        Rings.Array[0, 3].Select(r => (GeoJsonGeometry)new GeoJsonMultiPolygon(r)));

    private static readonly Gen<GeoJsonGeometry> Collection = Simple.Array[0, 3].Select(g => (GeoJsonGeometry)new GeoJsonGeometryCollection(g));

    public static Gen<GeoJsonGeometry> Any { get; } = Gen.OneOf(
        Simple, Collection, Gen.OneOf(Simple, Collection).Array[0, 3].Select(g => (GeoJsonGeometry)new GeoJsonGeometryCollection(g)));

    public static GeometryFactory Factory { get; } = NtsGeometryServices.Instance.CreateGeometryFactory(4326);
}

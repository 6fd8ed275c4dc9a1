using System.Text.Json;
using CsCheck;
using MapTiler.GeoJson;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace MapTiler.NetTopologySuite.Tests;

public class GeoJsonGeometryExtensionsTests
{
    [Fact]
    public void ToGeometry_of_positions_with_a_measure_returns_coordinates_with_Z_and_M()
    {
        var line = new GeoJsonLineString([new(1, 2, 3, 4), new(5, 6)]).ToGeometry();

        Assert.Equal((3, 4), (line.Coordinates[0].Z, line.Coordinates[0].M));
        Assert.Equal((double.NaN, double.NaN), (line.Coordinates[1].Z, line.Coordinates[1].M));
        Assert.Equal([new GeoJsonPosition(1, 2, 3, 4), new GeoJsonPosition(5, 6)], Assert.IsType<GeoJsonLineString>(line.ToGeoJson()).Coordinates);
    }

    public static TheoryData<string, string> Types => new()
    {
        { "POINT (16.6 49.2)", """{"type":"Point","coordinates":[16.6,49.2]}""" },
        { "POINT Z(16.6 49.2 235.5)", """{"type":"Point","coordinates":[16.6,49.2,235.5]}""" },
        { "MULTIPOINT ((1 2), (3 4))", """{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}""" },
        { "MULTIPOINT EMPTY", """{"type":"MultiPoint","coordinates":[]}""" },
        { "LINESTRING (1 2, 3 4)", """{"type":"LineString","coordinates":[[1,2],[3,4]]}""" },
        { "LINESTRING Z(1 2 5, 3 4 6)", """{"type":"LineString","coordinates":[[1,2,5],[3,4,6]]}""" },
        { "LINESTRING EMPTY", """{"type":"LineString","coordinates":[]}""" },
        { "MULTILINESTRING ((1 2, 3 4), EMPTY, (5 6, 7 8))", """{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[],[[5,6],[7,8]]]}""" },
        { "POLYGON ((0 0, 4 0, 4 4, 0 0))", """{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]]]}""" },
        { "POLYGON ((0 0, 9 0, 9 9, 0 0), (2 1, 3 1, 3 2, 2 1), (5 1, 6 1, 6 2, 5 1))", """{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[2,1],[3,1],[3,2],[2,1]],[[5,1],[6,1],[6,2],[5,1]]]}""" },
        { "POLYGON EMPTY", """{"type":"Polygon","coordinates":[]}""" },
        { "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)), EMPTY, ((5 5, 9 5, 9 9, 5 5), (7 6, 8 6, 8 7, 7 6)))", """{"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,0]]],[],[[[5,5],[9,5],[9,9],[5,5]],[[7,6],[8,6],[8,7],[7,6]]]]}""" },
        { "GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION (LINESTRING (1 2, 3 4), GEOMETRYCOLLECTION EMPTY))", """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[1,2],[3,4]]},{"type":"GeometryCollection","geometries":[]}]}]}""" },
    };

    [Theory, MemberData(nameof(Types))]
    public void ToGeometry_and_ToGeoJson_convert_every_type(string wkt, string json)
    {
        var geometry = Read(json).ToGeometry();

        Assert.Equal(wkt, new WKTWriter(3).Write(geometry));
        Assert.Equal(4326, geometry.SRID);
        Assert.Equal(json, JsonSerializer.Serialize(new WKTReader().Read(wkt).ToGeoJson()));
    }

    [Fact]
    public void ToGeoJson_of_any_converted_geometry_returns_the_same_JSON() =>
        Geometries.Any.Sample(geometry => JsonSerializer.Serialize(geometry.ToGeometry().ToGeoJson()) == JsonSerializer.Serialize(geometry), iter: 5000);

    [Fact]
    public void ToGeometry_with_a_factory_uses_it()
    {
        var factory = NtsGeometryServices.Instance.CreateGeometryFactory(3857);

        var collection = (GeometryCollection)Read("""{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]]]}]}""").ToGeometry(factory);

        Assert.Same(factory, collection.Factory);
        Assert.Equal((3857, 3857), (collection.SRID, collection.GetGeometryN(0).SRID));
    }

    [Fact]
    public void ToGeometry_of_an_open_ring_closes_it()
    {
        var open = new GeoJsonPolygon([[new(0, 0, 1), new(4, 0, 2), new(4, 4, 3)], [new(2, 1), new(3, 1), new(3, 2)]]).ToGeometry();

        Assert.Equal("POLYGON ((0 0, 4 0, 4 4, 0 0), (2 1, 3 1, 3 2, 2 1))", new WKTWriter(2).Write(open));
        Assert.Equal([1, 2, 3, 1], ((Polygon)open).ExteriorRing.Coordinates.Select(c => c.Z));
    }

    [Fact]
    public void ToGeometry_of_a_ring_that_ends_at_another_altitude_does_not_add_a_position() =>
        Assert.Equal([1, 2, 3, 4], new GeoJsonPolygon([[new(0, 0, 1), new(4, 0, 2), new(4, 4, 3), new(0, 0, 4)]]).ToGeometry().Coordinates.Select(c => c.Z));

    [Fact]
    public void ToGeometry_of_a_line_with_some_altitudes_returns_NaN_for_the_others()
    {
        GeoJsonGeometry line = new GeoJsonLineString([new(1, 2), new(3, 4, 5)]);

        Assert.Equal([double.NaN, 5], line.ToGeometry().Coordinates.Select(c => c.Z));
        Assert.Equal([new GeoJsonPosition(1, 2), new(3, 4, 5)], Assert.IsType<GeoJsonLineString>(line.ToGeometry().ToGeoJson()).Coordinates);
    }

    [Theory]
    [InlineData("""{"type":"LineString","coordinates":[[1,2]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[1,2]]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[],[[2,1],[3,1],[3,2],[2,1]]]}""")]
    [InlineData("""{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[1,2]]}]}""")]
    public void ToGeometry_of_an_invalid_geometry_throws_ArgumentException(string json) => Assert.ThrowsAny<ArgumentException>(() => Read(json).ToGeometry());

    [Fact]
    public void ToGeometry_of_null_throws_ArgumentNullException() => Assert.Throws<ArgumentNullException>("geometry", () => ((GeoJsonGeometry)null!).ToGeometry());

    private static GeoJsonGeometry Read(string json) => JsonSerializer.Deserialize<GeoJsonGeometry>(json)!;
}

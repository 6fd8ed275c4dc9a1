using System.Text.Json;
using MapTiler.GeoJson;

namespace MapTiler.Tests.GeoJson;

public class GeoJsonGeometryTests
{
    public static TheoryData<string, Type, string> Types => new()
    {
        { "Point", typeof(GeoJsonPoint), "[1,2]" },
        { "MultiPoint", typeof(GeoJsonMultiPoint), "[[1,2],[3,4]]" },
        { "LineString", typeof(GeoJsonLineString), "[[1,2],[3,4]]" },
        { "MultiLineString", typeof(GeoJsonMultiLineString), "[[[1,2],[3,4]],[[5,6],[7,8]]]" },
        { "Polygon", typeof(GeoJsonPolygon), "[[[0,0],[4,0],[4,4],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]" },
        { "MultiPolygon", typeof(GeoJsonMultiPolygon), "[[[[0,0],[4,0],[4,4],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]" },
        { "GeometryCollection", typeof(GeoJsonGeometryCollection), "[{\"type\":\"Point\",\"coordinates\":[1,2]}]" },
    };

    [Theory, MemberData(nameof(Types))]
    public void Geometry_of_each_type_round_trips(string type, Type expected, string coordinates)
    {
        var json = $$"""{"type":"{{type}}","{{MemberOf(type)}}":{{coordinates}}}""";

        var geometry = Read(json);

        Assert.IsType(expected, geometry);
        Assert.Equal(type, geometry.Type);
        Assert.Equal(json, JsonSerializer.Serialize(geometry));
    }

    [Theory, MemberData(nameof(Types))]
    public void Members_in_any_order_with_others_between_are_read(string type, Type expected, string coordinates)
    {
        var plain = $$"""{"type":"{{type}}","{{MemberOf(type)}}":{{coordinates}}}""";
        var shuffled = $$"""{"bbox":[0,0,9,9],"x":{"type":"Nothing","coordinates":[[]]},"{{MemberOf(type)}}":{{coordinates}},"y":[{"type":1}],"type":"{{type}}","z":null}""";

        var geometry = Read(shuffled);

        Assert.IsType(expected, geometry);
        Assert.Equal(new BoundingBox(0, 0, 9, 9), geometry.BoundingBox);
        Assert.Equal(["x", "y", "z"], geometry.ForeignMembers.Keys);
        Assert.Equal(plain[..^1].Replace($"\"{MemberOf(type)}\"", $"\"bbox\":[0,0,9,9],\"{MemberOf(type)}\"", StringComparison.Ordinal)
            + ",\"x\":{\"type\":\"Nothing\",\"coordinates\":[[]]},\"y\":[{\"type\":1}],\"z\":null}", JsonSerializer.Serialize(geometry));
    }

    [Fact]
    public void Geometry_with_a_bbox_that_is_not_one_keeps_it_as_a_foreign_member()
    {
        const string Json = """{"type":"Point","coordinates":[1,2],"crs":{"type":"name"},"bbox":"x"}""";

        Assert.Equal(Json, JsonSerializer.Serialize(Read(Json)));
    }

    [Theory, MemberData(nameof(Types))]
    public void Geometry_without_coordinates_throws_JsonException(string type, Type _, string coordinates)
    {
        Assert.Throws<JsonException>(() => Read($$"""{"type":"{{type}}"}"""));
        Assert.Throws<JsonException>(() => Read($$"""{"type":"{{type}}","{{MemberOf(type)}}":null}"""));
        Assert.Throws<JsonException>(() => Read($$"""{"type":"{{type}}","{{MemberOf(type)}}":"{{coordinates.Length}}"}"""));
        Assert.Throws<JsonException>(() => Read($$"""{"type":"{{type}}","{{MemberOf(type)}}":[{{coordinates}}, 5]}"""));
    }

    [Fact]
    public void Geometry_returns_its_coordinates()
    {
        var polygon = Assert.IsType<GeoJsonPolygon>(Read("""{"type":"Polygon","coordinates":[[[0,10],[4,11],[5,12],[0,10]],[[1,20],[2,21],[3,22],[1,20]]]}"""));
        var polygons = Assert.IsType<GeoJsonMultiPolygon>(Read("""{"type":"MultiPolygon","coordinates":[[[[0,1],[2,3],[4,5],[0,1]]],[]]}"""));

        Assert.Equal(new GeoJsonPosition(2, 21), polygon.Coordinates[1][1]);
        Assert.Equal(new GeoJsonPosition(4, 5), polygons.Coordinates[0][0][2]);
        Assert.Empty(polygons.Coordinates[1]);
    }

    [Fact]
    public void Position_keeps_its_altitude_and_its_measure()
    {
        var line = Assert.IsType<GeoJsonLineString>(Read("""{"type":"LineString","coordinates":[[16.6,49.2,235.5],[16.7,49.3],[1,2,3,4]]}"""));

        Assert.Equal([new GeoJsonPosition(16.6, 49.2, 235.5), new GeoJsonPosition(16.7, 49.3), new GeoJsonPosition(1, 2, 3, 4)], line.Coordinates);
        Assert.Equal("""{"type":"LineString","coordinates":[[16.6,49.2,235.5],[16.7,49.3],[1,2,3,4]]}""", JsonSerializer.Serialize<GeoJsonGeometry>(line));
    }

    [Fact]
    public void Collection_contains_geometries_of_every_type_and_collections()
    {
        const string Json = """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[3,4],[5,6]]},{"type":"GeometryCollection","geometries":[]}]}]}""";

        var outer = Assert.IsType<GeoJsonGeometryCollection>(Read(Json));
        var inner = Assert.IsType<GeoJsonGeometryCollection>(outer.Geometries[1]);

        Assert.IsType<GeoJsonPoint>(outer.Geometries[0]);
        Assert.IsType<GeoJsonLineString>(inner.Geometries[0]);
        Assert.Equal(Json, JsonSerializer.Serialize<GeoJsonGeometry>(outer));
    }

    [Fact]
    public void Collection_is_read_with_its_geometries_before_or_after_the_type()
    {
        var collection = Assert.IsType<GeoJsonGeometryCollection>(Read("""{"geometries":[{"coordinates":[1,2],"type":"Point"}],"type":"GeometryCollection"}"""));

        Assert.Equal(new GeoJsonPosition(1, 2), Assert.IsType<GeoJsonPoint>(Assert.Single(collection.Geometries)).Coordinates);
    }

    [Fact]
    public void Geometry_null_is_read_as_null() => Assert.Null(JsonSerializer.Deserialize<GeoJsonGeometry>("null"));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"Point\"")]
    [InlineData("""{"type":"Point"}""")]
    [InlineData("""{"type":null,"coordinates":[1,2]}""")]
    [InlineData("""{"type":5,"coordinates":[1,2]}""")]
    [InlineData("""{"type":["Point"],"coordinates":[1,2]}""")]
    [InlineData("""{"type":"point","coordinates":[1,2]}""")]
    [InlineData("""{"type":"Circle","coordinates":[1,2]}""")]
    [InlineData("""{"type":"\ud800","coordinates":[1,2]}""")]
    [InlineData("""{"coordinates":[1,2]}""")]
    [InlineData("""{"type":"Point","coordinates":[]}""")]
    [InlineData("""{"type":"Point","coordinates":[1]}""")]
    [InlineData("""{"type":"Point","coordinates":["x","2"]}""")]
    [InlineData("""{"type":"Point","coordinates":[1,null]}""")]
    [InlineData("""{"type":"Point","coordinates":{"x":1,"y":2}}""")]
    [InlineData("""{"type":"Point","coordinates":[[1,2]]}""")]
    [InlineData("""{"type":"Point","coordinates":[1,2]""")]
    [InlineData("""{"type":"LineString","coordinates":[1,2]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[1,2],[3,4]]}""")]
    [InlineData("""{"type":"GeometryCollection","geometries":[null]}""")]
    [InlineData("""{"type":"GeometryCollection","geometries":[{"type":"Circle"}]}""")]
    [InlineData("""{"type":"GeometryCollection","coordinates":[1,2]}""")]
    [InlineData("""{"type":"GeometryCollection","geometries":{}}""")]
    public void JSON_of_another_shape_throws_JsonException(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Fact]
    public void Deeply_nested_collections_throw_JsonException()
    {
        var json = string.Concat(Enumerable.Repeat("""{"type":"GeometryCollection","geometries":[""", 100)) + string.Concat(Enumerable.Repeat("]}", 100));

        Assert.ThrowsAny<JsonException>(() => Read(json));
    }

    private static GeoJsonGeometry Read(string json) => JsonSerializer.Deserialize<GeoJsonGeometry>(json)!;

    private static string MemberOf(string type) => type == "GeometryCollection" ? "geometries" : "coordinates";
}

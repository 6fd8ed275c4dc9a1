using System.Text.Json;
using MapTiler.GeoJson;

namespace MapTiler.Tests.GeoJson;

public class GeoJsonFeatureTests
{
    [Theory]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{}}""")]
    [InlineData("""{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[1,2,3]},"properties":{"x":null}}""")]
    [InlineData("""{"type":"Feature","id":7,"bbox":[1,2,3,4],"geometry":null,"properties":{"a":{"b":[1,"c",true]}},"title":"x","links":[{"href":"y"}]}""")]
    [InlineData("""{"type":"Feature","id":12345678901234567890.50,"geometry":null,"properties":{}}""")]
    [InlineData("""{"type":"Feature","id":"","geometry":{"type":"GeometryCollection","geometries":[{"type":"GeometryCollection","geometries":[]}]},"properties":{}}""")]
    public void Feature_round_trips(string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(Read(json)));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, GeoJsonTestJson.Default.GeoJsonFeature)!, GeoJsonTestJson.Default.GeoJsonFeature));
    }

    [Fact]
    public void Members_are_read_in_any_order()
    {
        var feature = Read("""{"properties":{"name":"x","n":1},"title":"t","geometry":{"coordinates":[1,2],"type":"Point"},"bbox":[1,2,0,3,4,9],"id":"a","type":"Feature"}""");

        Assert.Equal("a", feature.Id!.Value.ToString());
        Assert.Equal(new BoundingBox(1, 2, 3, 4), feature.BoundingBox);
        Assert.Equal(new GeoJsonPosition(1, 2), Assert.IsType<GeoJsonPoint>(feature.Geometry).Coordinates);
        Assert.Equal(["name", "n"], feature.Properties.Keys);
        Assert.Equal("t", Assert.Single(feature.ForeignMembers).Value.GetString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type":"Feature"}""")]
    [InlineData("""{"type":null,"id":null,"bbox":null,"geometry":null,"properties":null}""")]
    public void Missing_members_are_null_or_empty(string json)
    {
        var feature = Read(json);

        Assert.Equal((null, null, null), (feature.Id, feature.Geometry, feature.BoundingBox));
        Assert.Empty(feature.Properties);
        Assert.Empty(feature.ForeignMembers);
        Assert.Equal("""{"type":"Feature","geometry":null,"properties":{}}""", JsonSerializer.Serialize(feature));
    }

    [Theory]
    [InlineData("geometry", """{"type":"Circle","center":[1,2],"radius":3}""")]
    [InlineData("geometry", """{"type":"Point","coordinates":[]}""")]
    [InlineData("geometry", """{"type":"Polygon","coordinates":[[[1,2],["x",2]]]}""")]
    [InlineData("geometry", """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"Circle"}]}""")]
    [InlineData("geometry", """{"type":"Point","coordinates":[1e999,2]}""")]
    [InlineData("geometry", "5")]
    [InlineData("bbox", "[1,2]")]
    [InlineData("bbox", "[-1847000.5,6300000,-1840000,6400000]")]
    [InlineData("bbox", "\"1,2,3,4\"")]
    [InlineData("id", "[1]")]
    [InlineData("properties", "[1,2]")]
    public void Invalid_members_are_kept_with_the_feature(string member, string value)
    {
        var feature = Read($$"""{"type":"Feature","{{member}}":{{value}},"x":1}""");

        Assert.Equal((null, null, null), (feature.Id, feature.Geometry, feature.BoundingBox));
        Assert.Empty(feature.Properties);
        Assert.Equal([member, "x"], feature.ForeignMembers.Keys);
        Assert.Equal(value, feature.ForeignMembers[member].GetRawText());
        Assert.Contains($"\"{member}\":{value}", JsonSerializer.Serialize(feature), StringComparison.Ordinal);
        Assert.Equal(2, JsonSerializer.Serialize(feature).Split($"\"{member}\":").Length);
    }

    [Theory]
    [InlineData("geometry", """{"type":"\ud800","coordinates":[]}""")]
    [InlineData("id", "\"\\ud800\"")]
    [InlineData("properties", "{\"\\ud800\":1}")]
    public void Feature_with_invalid_Unicode_is_read(string member, string value) =>
        Assert.Equal(value, Read($$"""{"type":"Feature","{{member}}":{{value}}}""").ForeignMembers[member].GetRawText());

    [Fact]
    public void Member_that_is_set_replaces_an_invalid_one()
    {
        var feature = Read("""{"type":"Feature","id":[1],"bbox":5,"geometry":{"type":"Circle"},"properties":6}""");
        feature.Id = 7;
        feature.BoundingBox = new BoundingBox(1, 2, 3, 4);
        feature.Geometry = new GeoJsonPoint(new LngLat(1, 2));
        feature.Properties = new Dictionary<string, JsonElement> { ["a"] = JsonSerializer.SerializeToElement(1) };

        Assert.Equal("""{"type":"Feature","id":7,"bbox":[1,2,3,4],"geometry":{"type":"Point","coordinates":[1,2]},"properties":{"a":1}}""", JsonSerializer.Serialize(feature));
    }

    [Fact]
    public void Repeated_member_has_the_last_value()
    {
        var feature = Read("""{"id":1,"id":"2","properties":{"a":1,"a":2},"x":1,"x":2}""");

        Assert.Equal((new GeoJsonId("2"), 2, 2), (feature.Id, feature.Properties["a"].GetInt32(), feature.ForeignMembers["x"].GetInt32()));
    }

    [Fact]
    public void Coordinates_as_JSON_strings_are_read() =>
        Assert.Equal(new GeoJsonPosition(16.6, -49.25, 3), Assert.IsType<GeoJsonPoint>(Read("""{"geometry":{"type":"Point","coordinates":["16.6"," -49.25",3]}}""").Geometry).Coordinates);

    [Fact]
    public void Bounding_box_of_JSON_strings_is_read() => Assert.Equal(new BoundingBox(1, 2, 3, 4), Read("""{"bbox":["1","2","3","4"],"geometry":null}""").BoundingBox);

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("1,5")]
    [InlineData("")]
    [InlineData("\\ud800")]
    public void Geometry_with_another_string_as_coordinate_is_null(string text) =>
        Assert.Null(Read($$$"""{"geometry":{"type":"Point","coordinates":["{{{text}}}",1]}}""").Geometry);

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"x\"")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"type":"Feature",}""")]
    [InlineData("""{"geometry":{"type":"Point","coordinates":[1,2}}""")]
    public void JSON_that_is_not_an_object_throws_JsonException(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Fact]
    public void Id_is_a_string_or_a_number()
    {
        GeoJsonId text = "7";
        GeoJsonId number = 7;

        Assert.NotEqual(text, number);
        Assert.Equal((false, true), (text.IsNumber, number.IsNumber));
        Assert.Equal(("7", "7", ""), (text.ToString(), number.ToString(), default(GeoJsonId).ToString()));
        Assert.Equal("""["7",7,-7,""]""", JsonSerializer.Serialize(new[] { text, number, -7, default }));
        Assert.Equal([text, number], JsonSerializer.Deserialize<GeoJsonId[]>("""["7",7]""")!);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<GeoJsonId>("true"));
        Assert.Throws<ArgumentNullException>(() => new GeoJsonId(null!));
    }

    private static GeoJsonFeature Read(string json) => JsonSerializer.Deserialize<GeoJsonFeature>(json)!;
}

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
    public void A_feature_is_written_as_it_was_read(string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(Read(json)));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, GeoJsonTestJson.Default.GeoJsonFeature)!, GeoJsonTestJson.Default.GeoJsonFeature));
    }

    [Fact]
    public void Members_stand_in_any_order()
    {
        var feature = Read("""{"properties":{"name":"x","n":1},"title":"t","geometry":{"coordinates":[1,2],"type":"Point"},"bbox":[1,2,0,3,4,9],"id":"a","type":"Feature"}""");

        Assert.Equal("a", feature.Id!.Value.ToString());
        Assert.Equal(new BoundingBox(1, 2, 3, 4), feature.BoundingBox);
        Assert.Equal(new Position(1, 2), Assert.IsType<GeoJsonPoint>(feature.Geometry).Coordinates);
        Assert.Equal(["name", "n"], feature.Properties.Keys);
        Assert.Equal("t", Assert.Single(feature.ForeignMembers).Value.GetString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type":"Feature"}""")]
    [InlineData("""{"type":null,"id":null,"bbox":null,"geometry":null,"properties":null}""")]
    public void Members_may_be_missing(string json)
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
    public void What_is_not_understood_is_kept_and_loses_no_feature(string member, string value)
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
    public void Text_that_is_not_Unicode_loses_no_feature(string member, string value) =>
        Assert.Equal(value, Read($$"""{"type":"Feature","{{member}}":{{value}}}""").ForeignMembers[member].GetRawText());

    [Fact]
    public void What_is_set_anew_takes_the_place_of_what_was_not_understood()
    {
        var feature = Read("""{"type":"Feature","id":[1],"bbox":5,"geometry":{"type":"Circle"},"properties":6}""");
        feature.Id = 7;
        feature.BoundingBox = new BoundingBox(1, 2, 3, 4);
        feature.Geometry = new GeoJsonPoint(new LngLat(1, 2));
        feature.Properties = new Dictionary<string, JsonElement> { ["a"] = JsonSerializer.SerializeToElement(1) };

        Assert.Equal("""{"type":"Feature","id":7,"bbox":[1,2,3,4],"geometry":{"type":"Point","coordinates":[1,2]},"properties":{"a":1}}""", JsonSerializer.Serialize(feature));
    }

    [Fact]
    public void Of_a_name_that_stands_twice_the_last_counts()
    {
        var feature = Read("""{"id":1,"id":"2","properties":{"a":1,"a":2},"x":1,"x":2}""");

        Assert.Equal((new GeoJsonId("2"), 2, 2), (feature.Id, feature.Properties["a"].GetInt32(), feature.ForeignMembers["x"].GetInt32()));
    }

    [Fact]
    public void Coordinates_may_stand_in_quotes() =>
        Assert.Equal(new Position(16.6, -49.25, 3), Assert.IsType<GeoJsonPoint>(Read("""{"geometry":{"type":"Point","coordinates":["16.6"," -49.25",3]}}""").Geometry).Coordinates);

    [Fact]
    public void A_box_may_stand_in_quotes() => Assert.Equal(new BoundingBox(1, 2, 3, 4), Read("""{"bbox":["1","2","3","4"],"geometry":null}""").BoundingBox);

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("1,5")]
    [InlineData("")]
    [InlineData("\\ud800")]
    public void Other_text_is_no_coordinate(string text) =>
        Assert.Null(Read($$$"""{"geometry":{"type":"Point","coordinates":["{{{text}}}",1]}}""").Geometry);

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"x\"")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"type":"Feature",}""")]
    [InlineData("""{"geometry":{"type":"Point","coordinates":[1,2}}""")]
    public void What_is_no_object_is_a_json_error(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Fact]
    public void An_id_is_a_text_or_a_number()
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

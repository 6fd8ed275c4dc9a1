using System.Text.Json;
using MapTiler.GeoJson;

namespace MapTiler.Tests.GeoJson;

public class GeoJsonFeatureCollectionTests
{
    [Theory]
    [InlineData("""{"type":"FeatureCollection","features":[]}""")]
    [InlineData("""{"type":"FeatureCollection","bbox":[1,2,3,4],"features":[{"type":"Feature","id":1,"geometry":null,"properties":{}},{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"a":1}}],"crs":{"type":"name"},"count":2}""")]
    [InlineData("""{"type":"FeatureCollection","features":[],"bbox":[1,6000000,2,3]}""")]
    public void Collection_round_trips(string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(Read(json)));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, GeoJsonTestJson.Default.GeoJsonFeatureCollection)!, GeoJsonTestJson.Default.GeoJsonFeatureCollection));
    }

    [Theory]
    [InlineData("""{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[1,2]},"x":1}""")]
    [InlineData("""{"geometry":{"type":"Point","coordinates":[1,2]},"id":"a","x":1}""")]
    public void Feature_is_read_as_a_collection_of_one(string json)
    {
        var collection = Read(json);

        var feature = Assert.Single(collection.Features);
        Assert.Equal(("a", "Point", 1), (feature.Id!.Value.ToString(), feature.Geometry!.Type, feature.ForeignMembers["x"].GetInt32()));
        Assert.Empty(collection.ForeignMembers);
    }

    [Fact]
    public void Geometry_is_read_as_a_collection_of_one() =>
        Assert.Equal(new GeoJsonPosition(1, 2), Assert.IsType<GeoJsonPoint>(Assert.Single(Read("""{"coordinates":[1,2],"type":"Point"}""").Features).Geometry).Coordinates);

    [Theory]
    [InlineData("""{"type":"FeatureCollection"}""")]
    [InlineData("""{"features":null}""")]
    [InlineData("""{"type":"FeatureCollection","features":null,"bbox":null}""")]
    public void Collection_without_features_is_empty(string json) => Assert.Equal("""{"type":"FeatureCollection","features":[]}""", JsonSerializer.Serialize(Read(json)));

    [Fact]
    public void Repeated_features_members_are_all_read() =>
        Assert.Equal(["1", "2"], Read("""{"features":[{"id":1}],"type":"Topology","features":[{"id":2}]}""").Features.Select(f => f.Id!.Value.ToString()));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("""{"error":"x"}""")]
    [InlineData("""{"type":"Circle"}""")]
    [InlineData("""{"type":"Point","coordinates":["x"]}""")]
    [InlineData("""{"type":5,"geometries":[]}""")]
    [InlineData("""{"features":{}}""")]
    [InlineData("""{"features":5}""")]
    [InlineData("""{"features":[null]}""")]
    [InlineData("""{"features":[[]]}""")]
    public void JSON_of_another_shape_throws_JsonException(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Fact]
    public void New_collection_is_empty()
    {
        var collection = new GeoJsonFeatureCollection();

        Assert.Empty(collection.Features);
        Assert.Empty(collection.ForeignMembers);
        Assert.Null(collection.BoundingBox);
    }

    private static GeoJsonFeatureCollection Read(string json) => JsonSerializer.Deserialize<GeoJsonFeatureCollection>(json)!;
}

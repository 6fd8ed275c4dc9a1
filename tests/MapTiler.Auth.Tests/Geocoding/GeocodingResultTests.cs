using System.Text;
using System.Text.Json;
using MapTiler.GeoJson;
using MapTiler.Geocoding;

namespace MapTiler.Tests.Geocoding;

public class GeocodingResultTests
{
    [Fact]
    public void GeocodingResult_round_trips_through_JSON()
    {
        var result = GeocodingJson.Read(Encoding.UTF8.GetBytes(GeocodingJsonTests.Full))!;

        var json = JsonSerializer.Serialize(result);
        var again = JsonSerializer.Deserialize<GeocodingResult>(json)!;

        Assert.Equal(json, JsonSerializer.Serialize(again));
        Assert.Equal(result.Query, again.Query);
        Assert.Equal(result.Attribution, again.Attribution);
        Assert.Equal(result.Features[0].Texts, again.Features[0].Texts);
        Assert.Equal(result.Features[0].BoundingBox, again.Features[0].BoundingBox);
        Assert.Equal(result.Features[0].Context[0].Texts, again.Features[0].Context[0].Texts);
        Assert.Equal(result.Features[1].Properties.FeatureTags, again.Features[1].Properties.FeatureTags);
        Assert.Equal(new GeoJsonPosition(16.61, 49.19, 219.5), Assert.IsType<GeoJsonPoint>(again.Features[1].Geometry).Coordinates);
    }

    [Fact]
    public void Unknown_kinds_and_members_round_trip()
    {
        const string Json = """{"features":[{"id":"crater.1","center":[1,2],"place_type":["crater"],"text_de":"Krater","new":{"a":[1]},"properties":{"kind":"moon_base","osm:tags":{"a":1}},"context":[{"id":"moon.1","new":true}]}]}""";

        var feature = JsonSerializer.Deserialize<GeocodingResult>(JsonSerializer.Serialize(JsonSerializer.Deserialize<GeocodingResult>(Json)))!.Features[0];

        Assert.Equal([new PlaceType("crater")], feature.PlaceTypes);
        Assert.Equal(new FeatureKind("moon_base"), feature.Properties.Kind);
        Assert.Equal("Krater", feature.Texts["de"]);
        Assert.Equal(1, feature.AdditionalProperties!["new"].GetProperty("a")[0].GetInt32());
        Assert.Equal(1, feature.Properties.AdditionalProperties!["osm:tags"].GetProperty("a").GetInt32());
        Assert.True(feature.Context[0].AdditionalProperties!["new"].GetBoolean());
        Assert.Equal(new PlaceType("moon"), feature.Context[0].PlaceType);
    }

    [Fact]
    public void JSON_has_the_member_names_of_the_service()
    {
        using var written = JsonDocument.Parse(JsonSerializer.Serialize(GeocodingJson.Read(Encoding.UTF8.GetBytes(GeocodingJsonTests.Full))));
        using var original = JsonDocument.Parse(GeocodingJsonTests.Full);
        var (feature, expected) = (written.RootElement.GetProperty("features")[0], original.RootElement.GetProperty("features")[0]);

        Assert.Subset(Names(feature), Names(expected));
        Assert.Subset(Names(feature.GetProperty("properties")), Names(expected.GetProperty("properties")));
        Assert.Subset(Names(feature.GetProperty("context")[0]), Names(expected.GetProperty("context")[0]));
        Assert.All(Names(feature), name => Assert.Equal(name, name.ToLowerInvariant()));
    }

    [Fact]
    public void GeocodingBatchResult_with_an_error_has_its_query()
    {
        var failed = new GeocodingBatchResult { Index = 3, Query = "Brno", Error = new MapTilerException(MapTilerErrorReason.Timeout, "late") };

        Assert.Empty(failed.Features);
        Assert.Equal((3L, "Brno"), (failed.Index, failed.Query.Query));
    }

    private static HashSet<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];
}

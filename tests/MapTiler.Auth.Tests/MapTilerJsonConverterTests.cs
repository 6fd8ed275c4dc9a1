using System.Net;
using System.Text.Json;
using MapTiler.GeoJson;
using MapTiler.Geocoding;
using MapTiler.Maps;
using MapTiler.Ogc;
using MapTiler.Service;
using MapTiler.StaticMaps;
using MapTiler.Weather;

namespace MapTiler.Tests;

public class MapTilerJsonConverterTests
{
    private static readonly LngLat Location = new(-8.5, 47.25);

    private static readonly (object Value, string Json)[] Forms =
    [
        (Location, "[-8.5,47.25]"),
        (new BoundingBox(-8.5, 47.25, 9, 48), "[-8.5,47.25,9,48]"),
        (new MapView(Location, 3.5), "[-8.5,47.25,3.5]"),
        (new TileCoordinate(3, 5, 6), """{"Z":3,"X":5,"Y":6}"""),
        (new ProjectedPoint(1.5, -2), """{"X":1.5,"Y":-2,"Z":null}"""),
        (new GeoJsonPosition(-8.5, 47.25), "[-8.5,47.25]"),
        (new GeoJsonPosition(-8.5, 47.25, 400, 2), "[-8.5,47.25,400,2]"),
        (new GeoJsonPoint(Location), """{"type":"Point","coordinates":[-8.5,47.25]}"""),
        (new GeoJsonGeometryCollection([new GeoJsonPoint(Location)]), """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[-8.5,47.25]}]}"""),
        (GeocodingQuery.Search("8.5,47.25"), "\"8.5,47.25\""),
        (GeocodingQuery.Reverse(Location), "[-8.5,47.25]"),
        (GeocodingQuery.ById("municipality.1"), """{"id":"municipality.1"}"""),
        (default(GeocodingQuery), "null"),
        ((Proximity)Location, "[-8.5,47.25]"),
        (Proximity.Ip, "\"ip\""),
        (StaticMapArea.Around(new(Location, 3.5)), "[-8.5,47.25,3.5]"),
        (StaticMapArea.Within(new(-8.5, 47.25, 9, 48)), "[-8.5,47.25,9,48]"),
        (StaticMapArea.Auto, "\"auto\""),
        (MapColor.FromRgb(1, 2, 3), "\"#010203\""),
        (new StaticMapMarker(Location, "crimson"), """{"Location":[-8.5,47.25],"Color":"crimson"}"""),
        (IngestState.Completed, "\"completed\""),
        (DatasetOutput.VectorTileset, "\"vector_tileset\""),
        (Worldview.UnitedStates, "\"us\""),
        (new WeatherValue(1, 20.5), """{"Count":1,"First":20.5,"Second":"NaN","Third":"NaN","Magnitude":20.5}"""),
        (new StyleJson(JsonElement.Parse("""{"layers":[],"new":1e2}""")), """{"layers":[],"new":1e2}"""),
        (new OgcDocument(JsonElement.Parse("""{"links":[]}""")), """{"links":[]}"""),
        (new MapTilerException(MapTilerErrorReason.RateLimited, "Wait.", HttpStatusCode.TooManyRequests) { Endpoint = "/a/{b}", RetryAfter = TimeSpan.FromSeconds(90) },
            """{"reason":"RateLimited","message":"Wait.","statusCode":429,"endpoint":"/a/{b}","retryAfter":"00:01:30"}"""),
        (new MapTilerException(MapTilerErrorReason.InvalidRequest, "Change it.") { ResponseExcerpt = "not written" }, """{"reason":"InvalidRequest","message":"Change it."}"""),
        (new GeocodingBatchResult { Index = 1, Query = "a", Result = new() { Features = [] } },
            """{"Index":1,"Query":"a","Result":{"type":"FeatureCollection","features":[],"query":[],"attribution":null},"Error":null}"""),
    ];

    [Theory, MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void JSON_of_a_value_is_the_documented_one_in_every_culture(string culture) =>
        Assert.All(Forms, form => Assert.Equal(form.Json, Cultures.In(culture, () => JsonSerializer.Serialize(form.Value))));

    [Theory]
    [InlineData(typeof(MapView), "[8.5,47.25]")]
    [InlineData(typeof(MapView), "[8.5,47.25,24.5]")]
    [InlineData(typeof(MapView), "[8.5,90.5,1]")]
    [InlineData(typeof(StaticMapArea), "\"ip\"")]
    [InlineData(typeof(StaticMapArea), "[8.5,47.25]")]
    [InlineData(typeof(StaticMapArea), "[8.5,90.5,1]")]
    [InlineData(typeof(StaticMapArea), "[1,2,3,1]")]
    [InlineData(typeof(StaticMapArea), "null")]
    [InlineData(typeof(Proximity), "\"auto\"")]
    [InlineData(typeof(Proximity), "[8.5]")]
    [InlineData(typeof(GeocodingQuery), """{"query":"a"}""")]
    [InlineData(typeof(GeocodingQuery), "true")]
    [InlineData(typeof(GeoJsonPosition), "[8.5]")]
    [InlineData(typeof(GeoJsonLineString), """{"type":"Point","coordinates":[8.5,47.25]}""")]
    [InlineData(typeof(MapColor), "\"no color\"")]
    [InlineData(typeof(MapColor), "null")]
    [InlineData(typeof(StyleJson), "[]")]
    [InlineData(typeof(OgcDocument), "\"a\"")]
    [InlineData(typeof(MapTilerException), "{}")]
    [InlineData(typeof(MapTilerException), """{"reason":"NoSuchReason","message":"a"}""")]
    [InlineData(typeof(MapTilerException), """{"reason":"Timeout","message":null}""")]
    public void JSON_of_another_shape_throws_JsonException(Type type, string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, type));
}

using System.Text.Json;
using MapTiler.Emulator;

namespace MapTiler.EndToEndTests.ForeignClients;

/// <summary>@maptiler/client from npm, unmodified, in Node: every function of it gets what it would get from MapTiler.</summary>
public sealed class MapTilerClientTests(MapTilerClientAnswers answers) : IClassFixture<MapTilerClientAnswers>
{
    private const double Zurich = 8.5417;
    private const double ZurichLatitude = 47.3769;

    private static readonly double[][] Path = [[8.5, 47.3], [8.6, 47.4], [8.7, 47.35]];

    [Fact]
    public void No_function_that_asks_the_service_is_left_out() => Assert.Empty(answers.Root.GetProperty("unasked").EnumerateArray());

    [Fact]
    public void A_forward_search_is_answered_in_two_languages()
    {
        var feature = Assert.Single(Features("geocoding.forward"));

        Assert.Equal("Zürich", Text(feature, "text"));
        Assert.Equal("Zürich", Text(feature, "text_de"));
        Assert.Equal("Zurich", Text(feature, "text_en"));
        Assert.StartsWith("Zürich", Text(feature, "place_name_de"));
        Assert.Equal("municipality", feature.GetProperty("place_type")[0].GetString());
        Assert.Equal("ch", Text(feature.GetProperty("properties"), "country_code"));
        Near([8.55, 47.367], Numbers(feature.GetProperty("center")), 0.05);
    }

    [Fact]
    public void Typing_errors_and_beginnings_find_their_place()
    {
        Assert.Equal("Zürich", Text(Assert.Single(Features("geocoding.forward fuzzy")), "text"));
        Assert.Contains(Features("geocoding.forward ip"), f => Text(f, "text") == "Brno");
        Assert.Empty(Features("geocoding.forward nothing"));
    }

    [Fact]
    public void A_reverse_search_climbs_from_the_place_to_the_continent()
    {
        var features = Features("geocoding.reverse");
        Assert.Contains(features, f => Text(f, "id") == "municipality.2657896");
        Assert.Equal(["Switzerland", "Europe"], features[^2..].Select(f => Text(f, "text")));
        Assert.Equal(3, Features("geocoding.reverse types").Length);
    }

    [Fact]
    public void A_look_up_by_id_answers_the_whole_shape()
    {
        var country = Assert.Single(Features("geocoding.byId"));
        Assert.Equal("Suisse", Text(country, "text"));
        Assert.Contains(Text(country.GetProperty("geometry"), "type"), new[] { "Polygon", "MultiPolygon" });
    }

    [Fact]
    public void A_batch_answers_each_query_in_its_place()
    {
        var results = Value("geocoding.batch").EnumerateArray().Select(r => Text(r.GetProperty("features")[0], "id")).ToArray();
        Assert.Equal(["municipality.2661552", "municipality.2657896", "country.756"], results);
        Assert.Equal("Bern", Text(Assert.Single(Value("geocoding.batch one").EnumerateArray()).GetProperty("features")[0], "text"));
    }

    [Fact]
    public void The_caller_is_located()
    {
        Assert.Equal("CH", Text(Value("geolocation.info"), "country_code"));
        Assert.False(Value("geolocation.info").TryGetProperty("elevation", out _));
        Assert.Equal(433, Value("geolocation.info elevation").GetProperty("elevation").GetDouble());
    }

    [Fact]
    public void Coordinate_systems_are_found_and_computed()
    {
        var krovak = Value("coordinates.search").GetProperty("results")[0];
        Assert.Equal(5514, krovak.GetProperty("id").GetProperty("code").GetInt32());
        Assert.StartsWith("+proj=krovak", Text(krovak.GetProperty("exports"), "proj4"));
        Assert.Equal(JsonValueKind.Object, krovak.GetProperty("transformations")[0].ValueKind);

        var points = Value("coordinates.transform").GetProperty("results");
        Near([-743011.72, -1043823.18], [X(points[0]), Y(points[0])], 5);
        Near([-574240.99, -1280109.38], [X(points[1]), Y(points[1])], 5);
        var listed = Value("coordinates.transform listed");
        Assert.Equal("listed", Text(listed, "transformer_selection_strategy"));
        Near([X(points[0]), Y(points[0])], [X(listed.GetProperty("results")[0]), Y(listed.GetProperty("results")[0])], 5);

        static double X(JsonElement point) => point.GetProperty("x").GetDouble();
        static double Y(JsonElement point) => point.GetProperty("y").GetDouble();
    }

    [Fact]
    public void Data_come_back_as_they_were_added() =>
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(MapTilerClientAnswers.Stops).RootElement, Value("data.get")));

    [Theory]
    [InlineData("staticMaps.centered", "image/png", "png", 300, 200)]
    [InlineData("staticMaps.centered hidpi", "image/webp", "webp", 300, 200)]
    [InlineData("staticMaps.bounded", "image/jpeg", "jpeg", 300, 200)]
    [InlineData("staticMaps.automatic", "image/png", "png", 300, 200)]
    public void The_url_of_a_static_map_leads_to_a_picture(string name, string type, string format, int width, int height)
    {
        var picture = Value(name);
        Assert.Equal(type, Text(picture, "type"));
        Assert.Equal(format, Text(picture, "format"));
        Assert.Equal((width, height), (picture.GetProperty("width").GetInt32(), picture.GetProperty("height").GetInt32()));
    }

    [Fact]
    public void Heights_are_those_of_the_surface()
    {
        AssertHeight(Value("elevation.at"), Zurich, ZurichLatitude, 0.1);
        double[][] batch = [.. Path, .. Path, [Zurich, ZurichLatitude]];
        AssertHeights(batch, Value("elevation.batch"), 0.1);
        AssertHeights(Path, Value("elevation.fromLineString").GetProperty("coordinates"), 0.1);
        AssertHeights(Path[..2], Value("elevation.fromMultiLineString").GetProperty("coordinates")[0], 0.1);
        AssertHeights(Path[1..], Value("elevation.fromMultiLineString").GetProperty("coordinates")[1], 0.1);
        Assert.Equal(3, Value("elevation.batch smooth").GetArrayLength());
        Assert.Equal(120, Value("elevation.batch many").GetArrayLength());
    }

    [Fact]
    public void Heights_from_tiles_agree_with_those_from_the_service()
    {
        AssertHeight(Value("elevation.at tiles"), Zurich, ZurichLatitude, 1);
        AssertHeight(Value("elevation.at tiles zoom 10"), Zurich, ZurichLatitude, 10);
        AssertHeights(Path, Value("elevation.fromLineString tiles").GetProperty("coordinates"), 1);
    }

    [Fact]
    public void Its_maths_need_no_service() => Assert.Equal(111194.9, Value("math.haversineDistanceWgs84").GetDouble(), 50.0);

    [Theory]
    [InlineData("geocoding.forward limit", 400, "Query too long / Invalid parameters")]
    [InlineData("geocoding.forward nobody", 403, "Key is missing, invalid or restricted")]
    [InlineData("data.get unknown", 404, "")]
    [InlineData("coordinates.transform unknown", 400, "")]
    public void Errors_are_those_that_it_knows(string name, int status, string message)
    {
        var answer = answers.Root.GetProperty("answers").GetProperty(name);
        Assert.Equal(status, answer.GetProperty("status").GetInt32());
        Assert.Contains(message, Text(answer, "error"));
    }

    [Fact]
    public void The_requests_were_charged() => Assert.True(answers.Cost > 200, $"{answers.Cost}");

    private static void AssertHeights(double[][] places, JsonElement positions, double tolerance)
    {
        Assert.Equal(places.Length, positions.GetArrayLength());
        for (var i = 0; i < places.Length; i++)
            AssertHeight(positions[i], places[i][0], places[i][1], tolerance);
    }

    private static void AssertHeight(JsonElement position, double longitude, double latitude, double tolerance)
    {
        Near([longitude, latitude], Numbers(position)[..2], 1e-9);
        Assert.Equal(ElevationSurface.At(longitude, latitude), position[2].GetDouble(), tolerance);
    }

    private static void Near(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected[0], actual[0], tolerance);
        Assert.Equal(expected[1], actual[1], tolerance);
    }

    private JsonElement Value(string name)
    {
        var answer = answers.Root.GetProperty("answers").GetProperty(name);
        return answer.TryGetProperty("value", out var value) ? value : throw new InvalidOperationException($"{name}: {answer}");
    }

    private JsonElement[] Features(string name) => [.. Value(name).GetProperty("features").EnumerateArray()];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static double[] Numbers(JsonElement element) => [.. element.EnumerateArray().Select(n => n.GetDouble())];
}

using System.Text.Json;
using MapTiler.Emulator;

namespace MapTiler.EndToEndTests.ForeignClients;

/// <summary>@maptiler/client from npm, unmodified, in Node: every function returns from the emulator what it returns from MapTiler.</summary>
public sealed class MapTilerClientTests(MapTilerClientResults results) : IClassFixture<MapTilerClientResults>
{
    private const double Zurich = 8.5417;
    private const double ZurichLatitude = 47.3769;

    private static readonly double[][] Path = [[8.5, 47.3], [8.6, 47.4], [8.7, 47.35]];

    [Fact]
    public void Every_function_that_calls_the_service_is_tested() => Assert.Empty(results.Root.GetProperty("uncalled").EnumerateArray());

    [Fact]
    public void A_forward_search_returns_names_in_two_languages()
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
    public void Searches_with_typing_errors_and_with_beginnings_find_the_place()
    {
        Assert.Equal("Zürich", Text(Assert.Single(Features("geocoding.forward fuzzy")), "text"));
        Assert.Contains(Features("geocoding.forward ip"), f => Text(f, "text") == "Brno");
        Assert.Empty(Features("geocoding.forward nothing"));
    }

    [Fact]
    public void A_reverse_search_returns_the_places_from_the_municipality_to_the_continent()
    {
        var features = Features("geocoding.reverse");
        Assert.Contains(features, f => Text(f, "id") == "municipality.2657896");
        Assert.Equal(["Switzerland", "Europe"], features[^2..].Select(f => Text(f, "text")));
        Assert.Equal(3, Features("geocoding.reverse types").Length);
    }

    [Fact]
    public void A_lookup_by_id_returns_the_whole_shape()
    {
        var country = Assert.Single(Features("geocoding.byId"));
        Assert.Equal("Suisse", Text(country, "text"));
        Assert.Contains(Text(country.GetProperty("geometry"), "type"), new[] { "Polygon", "MultiPolygon" });
    }

    [Fact]
    public void A_batch_returns_the_results_in_the_order_of_the_queries()
    {
        var ids = Value("geocoding.batch").EnumerateArray().Select(r => Text(r.GetProperty("features")[0], "id")).ToArray();
        Assert.Equal(["municipality.2661552", "municipality.2657896", "country.756"], ids);
        Assert.Equal("Bern", Text(Assert.Single(Value("geocoding.batch one").EnumerateArray()).GetProperty("features")[0], "text"));
    }

    [Fact]
    public void Geolocation_returns_the_country_and_the_elevation_of_the_caller()
    {
        Assert.Equal("CH", Text(Value("geolocation.info"), "country_code"));
        Assert.False(Value("geolocation.info").TryGetProperty("elevation", out _));
        Assert.Equal(433, Value("geolocation.info elevation").GetProperty("elevation").GetDouble());
    }

    [Fact]
    public void Coordinate_systems_are_found_and_points_are_transformed()
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
    public void Data_is_returned_as_it_was_added() =>
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(MapTilerClientResults.Stops).RootElement, Value("data.get")));

    [Theory]
    [InlineData("staticMaps.centered", "image/png", "png", 300, 200)]
    [InlineData("staticMaps.centered hidpi", "image/webp", "webp", 300, 200)]
    [InlineData("staticMaps.bounded", "image/jpeg", "jpeg", 300, 200)]
    [InlineData("staticMaps.automatic", "image/png", "png", 300, 200)]
    public void The_URL_of_a_static_map_returns_an_image_of_the_format_and_size(string name, string type, string format, int width, int height)
    {
        var image = Value(name);
        Assert.Equal(type, Text(image, "type"));
        Assert.Equal(format, Text(image, "format"));
        Assert.Equal((width, height), (image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32()));
    }

    [Fact]
    public void Elevations_equal_those_of_the_surface()
    {
        AssertElevation(Value("elevation.at"), Zurich, ZurichLatitude, 0.1);
        double[][] batch = [.. Path, .. Path, [Zurich, ZurichLatitude]];
        AssertElevations(batch, Value("elevation.batch"), 0.1);
        AssertElevations(Path, Value("elevation.fromLineString").GetProperty("coordinates"), 0.1);
        AssertElevations(Path[..2], Value("elevation.fromMultiLineString").GetProperty("coordinates")[0], 0.1);
        AssertElevations(Path[1..], Value("elevation.fromMultiLineString").GetProperty("coordinates")[1], 0.1);
        Assert.Equal(3, Value("elevation.batch smooth").GetArrayLength());
        Assert.Equal(120, Value("elevation.batch many").GetArrayLength());
    }

    [Fact]
    public void Elevations_computed_from_tiles_equal_those_of_the_surface()
    {
        AssertElevation(Value("elevation.at tiles"), Zurich, ZurichLatitude, 1);
        AssertElevation(Value("elevation.at tiles zoom 10"), Zurich, ZurichLatitude, 10);
        AssertElevations(Path, Value("elevation.fromLineString tiles").GetProperty("coordinates"), 1);
    }

    [Fact]
    public void Math_functions_work_without_the_service() => Assert.Equal(111194.9, Value("math.haversineDistanceWgs84").GetDouble(), 50.0);

    [Theory]
    [InlineData("geocoding.forward limit", 400, "Query too long / Invalid parameters")]
    [InlineData("geocoding.forward unknown key", 403, "Key is missing, invalid or restricted")]
    [InlineData("data.get unknown", 404, "")]
    [InlineData("coordinates.transform unknown", 400, "")]
    public void Errors_have_the_status_and_the_message_of_the_service(string name, int status, string message)
    {
        var result = results.Root.GetProperty("results").GetProperty(name);
        Assert.Equal(status, result.GetProperty("status").GetInt32());
        Assert.Contains(message, Text(result, "error"));
    }

    [Fact]
    public void Requests_have_a_cost() => Assert.True(results.Cost > 200, $"{results.Cost}");

    private static void AssertElevations(double[][] locations, JsonElement positions, double tolerance)
    {
        Assert.Equal(locations.Length, positions.GetArrayLength());
        for (var i = 0; i < locations.Length; i++)
            AssertElevation(positions[i], locations[i][0], locations[i][1], tolerance);
    }

    private static void AssertElevation(JsonElement position, double longitude, double latitude, double tolerance)
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
        var result = results.Root.GetProperty("results").GetProperty(name);
        return result.TryGetProperty("value", out var value) ? value : throw new InvalidOperationException($"{name}: {result}");
    }

    private JsonElement[] Features(string name) => [.. Value(name).GetProperty("features").EnumerateArray()];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static double[] Numbers(JsonElement element) => [.. element.EnumerateArray().Select(n => n.GetDouble())];
}

using System.Net;
using System.Text.Json;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Tests;

public sealed class GeocodingEndpointTests : GeocodingTest
{
    [Theory]
    [InlineData("8.55,47.37")]
    [InlineData("8.55%2C47.37")]
    [InlineData("8.55,%2047.37")]
    public async Task Reverse_search_returns_one_feature_of_each_type_from_fine_to_coarse(string query)
    {
        var features = await FeaturesAsync(query);
        Assert.Equal(["neighbourhood", "municipality", "region", "country", "continental_marine"], Types(features));
        Assert.Equal("Zürich", Text(features[1], "text"));
        Assert.Equal("country.756", Text(features[1].GetProperty("context").EnumerateArray().ElementAt(1), "id"));
    }

    [Fact]
    public async Task Reverse_search_with_one_type_returns_the_nearest_places()
    {
        Assert.Equal(["Zürich"], (await FeaturesAsync("8.55,47.37", "?types=municipality")).Select(f => Text(f, "text")));

        var several = await FeaturesAsync("8.55,47.37", "?types=municipality&limit=4");
        Assert.Equal(4, several.Length);
        var distances = several.Select(f => Numbers(f, "center")).Select(c => GeoDistance.Kilometers(8.55, 47.37, c[0], c[1])).ToArray();
        Assert.Equal(distances.Order(), distances);
    }

    [Theory]
    [InlineData("?types=country", new[] { "country" })]
    [InlineData("?types=country,region", new[] { "region", "country" })]
    [InlineData("?types=country,region&limit=1", new[] { "region", "country" })]
    [InlineData("?types=neighbourhood,country&excludeTypes=true", new[] { "municipality", "region", "continental_marine" })]
    [InlineData("?types=poi", new string[0])]
    public async Task Types_select_the_features_of_a_reverse_search(string parameters, string[] types) =>
        Assert.Equal(types, Types(await FeaturesAsync("8.55,47.37", parameters)));

    [Fact]
    public async Task The_middle_of_an_ocean_has_no_place() => Assert.Empty(await FeaturesAsync("-30,30"));

    [Theory]
    [InlineData("179.4,-16.4", "Labasa")]
    [InlineData("-179.95,-16.45", "Labasa")]
    [InlineData("15.63,78.22", "Longyearbyen")]
    public async Task Places_are_found_at_the_edges_of_the_map(string query, string text) =>
        Assert.Contains(text, (await FeaturesAsync(query, "?types=municipality&limit=5")).Select(f => Text(f, "text")));

    [Theory]
    [InlineData("181,0")]
    [InlineData("0,90.1")]
    public Task Location_out_of_range_is_rejected(string query) =>
        AssertRejectedAsync(SendWithKeyAsync($"/geocoding/{query}.json"), HttpStatusCode.BadRequest, "Invalid parameter: query (out of bounds)");

    [Fact]
    public Task Several_features_of_several_types_are_rejected() =>
        AssertStatusAsync(HttpStatusCode.BadRequest, SendWithKeyAsync("/geocoding/8.55,47.37.json?limit=2"));

    [Fact]
    public async Task A_place_is_found_by_its_id()
    {
        var feature = await FirstAsync("municipality.2657896", "?language=de");
        Assert.Equal("Zürich", Text(feature, "text"));
        Assert.Equal("Point", Text(feature.GetProperty("geometry"), "type"));
    }

    [Fact]
    public async Task A_country_is_found_by_its_id_with_a_polygon()
    {
        var feature = await FirstAsync("country.756");
        var ring = feature.GetProperty("geometry").GetProperty("coordinates")[0];
        Assert.Equal("Polygon", Text(feature.GetProperty("geometry"), "type"));
        Assert.True(ring.GetArrayLength() > 10);
        Assert.Equal(ring[0].ToString(), ring[ring.GetArrayLength() - 1].ToString());
        Assert.Equal("admin_area", Text(feature.GetProperty("properties"), "kind"));
        Assert.Equal("Europe", Text(Assert.Single(feature.GetProperty("context").EnumerateArray()), "text"));
    }

    [Fact]
    public async Task The_bounding_box_of_every_country_contains_its_geometry_and_its_center()
    {
        foreach (var numbers in Enumerable.Range(1, 1000).Chunk(50))
        {
            foreach (var feature in (await SearchAsync(string.Join(';', numbers.Select(n => $"country.{n}")), "?worldview=us")).EnumerateArray().SelectMany(a => a.GetProperty("features").EnumerateArray()))
            {
                var box = Numbers(feature, "bbox") is [var west, var south, var east, var north] ? new BoundingBox(west, south, east, north) : default;
                var name = Text(feature, "place_name");
                Assert.All(Positions(feature.GetProperty("geometry").GetProperty("coordinates")), p => Assert.True(box.Contains(p[0], p[1]), $"{name} {box} {p[0]},{p[1]}"));
                Assert.True(Numbers(feature, "center") is [var x, var y] && box.Contains(x, y), name);
            }
        }
    }

    [Theory]
    [InlineData("country.756", 5.95, 45.81, 10.48, 47.81)]
    [InlineData("country.10", -180, -90, 180, -60.5)]
    [InlineData("country.242", 174.6, -21.7, -178.3, -12.5)] // Fiji
    [InlineData("country.643", 19.6, 41.2, -169, 81.9)] // Russia
    public async Task The_bounding_box_of_a_country_follows_RFC_7946(string id, double west, double south, double east, double north)
    {
        var box = Numbers(await FirstAsync(id), "bbox");
        Assert.Equal(west, box[0], 0.8);
        Assert.Equal(south, box[1], 0.8);
        Assert.Equal(east, box[2], 0.8);
        Assert.Equal(north, box[3], 0.8);
    }

    [Theory]
    [InlineData("country.10")] // Antarctica, around the pole
    [InlineData("country.96")] // Brunei, two parts that touch
    [InlineData("country.528")] // the Netherlands, enclaves
    [InlineData("country.643")]
    [InlineData("country.710")] // a hole
    public async Task The_geometry_of_a_country_is_valid(string id)
    {
        var geometry = (await FirstAsync(id, "?worldview=us")).GetProperty("geometry");
        var polygons = Text(geometry, "type") == "Polygon" ? [geometry.GetProperty("coordinates")] : geometry.GetProperty("coordinates").EnumerateArray().ToArray();
        Assert.Equal(polygons.Length, polygons.Select(p => p.GetRawText()).Distinct().Count());
        foreach (var polygon in polygons)
        {
            var rings = polygon.EnumerateArray().Select(ring => Positions(ring).ToArray()).ToArray();
            Assert.All(rings, ring =>
            {
                Assert.True(ring.Length >= 4);
                Assert.Equal(ring[0], ring[^1]);
                Assert.Equal(ring.Length - 1, ring.Skip(1).Select(p => (p[0], p[1])).Distinct().Count());
                Assert.Null(Crossing(ring));
            });
            Assert.True(Area(rings[0]) > 0);
            Assert.All(rings.Skip(1), hole => Assert.True(Area(hole) < 0 && -Area(hole) < Area(rings[0])));
        }
    }

    /// <summary>Two sides of a ring that cross each other; null if there are none.</summary>
    private static string? Crossing(double[][] ring)
    {
        for (var i = 1; i < ring.Length; i++)
        {
            for (var j = i + 2; j < ring.Length; j++)
            {
                if (Side(ring[i - 1], ring[i], ring[j - 1]) * Side(ring[i - 1], ring[i], ring[j]) < 0
                    && Side(ring[j - 1], ring[j], ring[i - 1]) * Side(ring[j - 1], ring[j], ring[i]) < 0)
                {
                    return $"{ring[i][0]},{ring[i][1]} and {ring[j][0]},{ring[j][1]}";
                }
            }
        }

        return null;

        static double Side(double[] a, double[] b, double[] p) => ((b[0] - a[0]) * (p[1] - a[1])) - ((b[1] - a[1]) * (p[0] - a[0]));
    }

    private static double Area(double[][] ring) => ring.Zip(ring.Skip(1), (a, b) => (a[0] * b[1]) - (b[0] * a[1])).Sum() / 2;

    private static IEnumerable<double[]> Positions(JsonElement coordinates) => coordinates[0].ValueKind == JsonValueKind.Number
        ? [[coordinates[0].GetDouble(), coordinates[1].GetDouble()]]
        : coordinates.EnumerateArray().SelectMany(Positions);

    [Fact]
    public async Task Region_is_found_by_its_id_in_a_context()
    {
        var region = (await FirstAsync("Lyon")).GetProperty("context")[0];
        Assert.Equal(Text(region, "text"), Text(await FirstAsync(Text(region, "id")), "text"));
    }

    [Theory]
    [InlineData("country.99999")]
    [InlineData("country.2657896")]
    [InlineData("municipality.99999999999999999999")]
    [InlineData("abc.123")]
    public async Task An_unknown_id_is_an_empty_collection(string id) => Assert.Empty(await FeaturesAsync(id));

    [Fact]
    public async Task A_batch_returns_an_array_in_the_order_of_its_queries()
    {
        var response = await SearchAsync("Paris;8.55,47.37;country.756;xyzzyqq;a%3Bb", "?limit=1&types=municipality,country");

        Assert.Equal(JsonValueKind.Array, response.ValueKind);
        Assert.Equal(["paris", "8.55", "country.756", "xyzzyqq", "a"], response.EnumerateArray().Select(a => a.GetProperty("query")[0].ToString()));
        Assert.Equal("Zürich", Text(response[1].GetProperty("features")[0], "text"));
        Assert.Equal(0, response[3].GetProperty("features").GetArrayLength());
    }

    [Fact]
    public async Task An_escaped_semicolon_is_part_of_a_query() =>
        Assert.Equal(JsonValueKind.Object, (await SearchAsync("Paris%3BBerlin")).ValueKind);

    [Theory]
    [InlineData(50, HttpStatusCode.OK)]
    [InlineData(51, HttpStatusCode.BadRequest)]
    public Task A_batch_has_at_most_fifty_queries(int count, HttpStatusCode expected) =>
        AssertStatusAsync(expected, SendWithKeyAsync($"/geocoding/{string.Join(';', Enumerable.Repeat("Paris", count))}.json"));

    [Theory]
    [InlineData("", "empty")]
    [InlineData("%20", "empty")]
    [InlineData("Paris;", "empty")]
    [InlineData("Paris;;Rome", "empty")]
    public Task An_empty_query_is_rejected(string query, string reason) =>
        AssertRejectedAsync(SendWithKeyAsync($"/geocoding/{query}.json"), HttpStatusCode.BadRequest, $"Invalid parameter: query ({reason})");

    [Theory]
    [InlineData(256, HttpStatusCode.OK)]
    [InlineData(257, HttpStatusCode.BadRequest)]
    public Task A_query_has_at_most_256_characters(int length, HttpStatusCode expected) =>
        AssertStatusAsync(expected, SendWithKeyAsync($"/geocoding/{string.Concat(Enumerable.Repeat("%C3%BC", length))}.json"));
}

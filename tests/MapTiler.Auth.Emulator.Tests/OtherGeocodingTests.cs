using System.Net;
using System.Text.Json;

namespace MapTiler.Emulator.Tests;

public sealed class OtherGeocodingTests : GeocodingTest
{
    [Theory]
    [InlineData("8.55,47.37")]
    [InlineData("8.55%2C47.37")]
    [InlineData("8.55,%2047.37")]
    public async Task A_position_answers_one_feature_of_each_type_from_fine_to_coarse(string query)
    {
        var features = await FeaturesAsync(query);
        Assert.Equal(["neighbourhood", "municipality", "region", "country"], Types(features));
        Assert.Equal("Zürich", Text(features[1], "text"));
        Assert.Equal("country.756", Text(features[1].GetProperty("context").EnumerateArray().Last(), "id"));
    }

    [Fact]
    public async Task A_position_is_told_back()
    {
        var answer = await SearchAsync("-8.5,47");
        Assert.Equal(["-8.5", "47"], answer.GetProperty("query").EnumerateArray().Select(q => q.GetString()));
    }

    [Fact]
    public async Task With_one_type_the_nearest_of_it_are_answered()
    {
        Assert.Equal(["Zürich"], (await FeaturesAsync("8.55,47.37", "?types=municipality")).Select(f => Text(f, "text")));

        var several = await FeaturesAsync("8.55,47.37", "?types=municipality&limit=4");
        Assert.Equal(4, several.Length);
        var distances = several.Select(f => Numbers(f, "center")).Select(c => GeoDistance.Kilometres(8.55, 47.37, c[0], c[1])).ToArray();
        Assert.Equal(distances.Order(), distances);
    }

    [Theory]
    [InlineData("?types=country", new[] { "country" })]
    [InlineData("?types=country,region", new[] { "region", "country" })]
    [InlineData("?types=country,region&limit=1", new[] { "region", "country" })]
    [InlineData("?types=neighbourhood,country&excludeTypes=true", new[] { "municipality", "region" })]
    [InlineData("?types=poi", new string[0])]
    public async Task Types_choose_what_a_position_answers(string parameters, string[] types) =>
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
    public Task A_position_off_the_globe_is_refused(string query) =>
        AssertRefusedAsync(SendWithKeyAsync($"/geocoding/{query}.json"), HttpStatusCode.BadRequest, "Invalid parameter: query (out of bounds)");

    [Fact]
    public Task Several_features_of_several_types_are_refused() =>
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
        Assert.Equal(0, feature.GetProperty("context").GetArrayLength());
    }

    [Fact]
    public async Task A_region_leads_to_itself_by_the_id_in_a_context()
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
    public async Task A_batch_answers_an_array_in_the_order_of_its_queries()
    {
        var answer = await SearchAsync("Paris;8.55,47.37;country.756;xyzzyqq;a%3Bb", "?limit=1&types=municipality,country");

        Assert.Equal(JsonValueKind.Array, answer.ValueKind);
        Assert.Equal(["paris", "8.55", "country.756", "xyzzyqq", "a;b"], answer.EnumerateArray().Select(a => a.GetProperty("query")[0].GetString()));
        Assert.Equal("Zürich", Text(answer[1].GetProperty("features")[0], "text"));
        Assert.Equal(0, answer[3].GetProperty("features").GetArrayLength());
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
    public Task An_empty_query_is_refused(string query, string reason) =>
        AssertRefusedAsync(SendWithKeyAsync($"/geocoding/{query}.json"), HttpStatusCode.BadRequest, $"Invalid parameter: query ({reason})");

    [Theory]
    [InlineData(256, HttpStatusCode.OK)]
    [InlineData(257, HttpStatusCode.BadRequest)]
    public Task A_query_has_at_most_256_characters(int length, HttpStatusCode expected) =>
        AssertStatusAsync(expected, SendWithKeyAsync($"/geocoding/{string.Concat(Enumerable.Repeat("%C3%BC", length))}.json"));
}

using System.Net;

namespace MapTiler.Emulator.Tests;

public sealed class ForwardSearchTests : GeocodingTest
{
    private const string Zurich = "municipality.2657896";

    [Fact]
    public async Task A_feature_has_every_documented_field()
    {
        var response = await SearchAsync("Z%C3%BCrich,%20Schweiz", "?language=en&types=municipality");
        Assert.Equal("FeatureCollection", Text(response, "type"));
        Assert.Equal(["zürich", "schweiz"], response.GetProperty("query").EnumerateArray().Select(q => q.GetString()));
        Assert.Equal(["type", "features", "query", "attribution"], response.EnumerateObject().Select(p => p.Name));
        Assert.StartsWith(
            "<a href=\"https://www.maptiler.com/copyright/\" target=\"_blank\">&copy; MapTiler</a> "
            + "<a href=\"https://www.openstreetmap.org/copyright\" target=\"_blank\">&copy; OpenStreetMap contributors</a>",
            Text(response, "attribution"));
        Assert.Contains("GeoNames", Text(response, "attribution"));

        var feature = response.GetProperty("features")[0];
        Assert.Equal("Feature", Text(feature, "type"));
        Assert.Equal(Zurich, Text(feature, "id"));
        Assert.Equal("Zurich", Text(feature, "text"));
        Assert.Equal("en", Text(feature, "language"));
        Assert.Equal("Zurich, Switzerland", Text(feature, "place_name"));
        Assert.Equal(["municipality"], Types([feature]));
        Assert.Equal("municipality", feature.GetProperty("place_type_name")[0].GetString());
        Assert.InRange(feature.GetProperty("relevance").GetDouble(), 0.01, 1);
        Assert.Equal([8.55, 47.36667], Numbers(feature, "center"));
        Assert.Equal("Point", Text(feature.GetProperty("geometry"), "type"));
        Assert.Equal([8.55, 47.36667], Numbers(feature.GetProperty("geometry"), "coordinates"));
        Assert.True(Numbers(feature, "bbox") is [< 8.55, < 47.36, > 8.55, > 47.37]);
        Assert.Matches("^osm:r[0-9]+$", Text(feature.GetProperty("properties"), "ref"));
        Assert.Equal("ch", Text(feature.GetProperty("properties"), "country_code"));
        Assert.Equal("admin_area", Text(feature.GetProperty("properties"), "kind"));
        Assert.Equal("municipality", feature.GetProperty("properties").GetProperty("place_type_name")[0].GetString());
        Assert.Equal("city", Text(feature.GetProperty("properties"), "place_designation"));

        var context = feature.GetProperty("context").EnumerateArray().ToArray();
        Assert.Equal(["Zurich", "Switzerland", "Europe"], context.Select(c => Text(c, "text")));
        Assert.StartsWith("region.", Text(context[0], "id"));
        Assert.Equal("country.756", Text(context[1], "id"));
        Assert.Equal("ch", Text(context[1], "country_code"));
        Assert.Equal("Q39", Text(context[1], "wikidata"));
        Assert.StartsWith("continental_marine.", Text(context[2], "id"));
        Assert.Equal("Q46", Text(context[2], "wikidata"));
        Assert.Equal("continent", context[2].GetProperty("categories")[0].GetString());
        Assert.Equal("continent", Text(context[2].GetProperty("osm:tags"), "place"));
        Assert.False(context[2].TryGetProperty("kind", out _));
        Assert.False(context[2].TryGetProperty("country_code", out _));
    }

    [Theory]
    [InlineData("8.55,47.37", "8.55 47.37")]
    [InlineData("-8.5,47", "-8.5 47")]
    [InlineData("1e-7,4.7e1", "1E-07 47")]
    [InlineData("Austin,%20Laugh-Factory!", "\"austin\" \"laugh\" \"factory\"")]
    [InlineData("10%20Downing%20St.,%20London,%20UK", "\"10\" \"downing\" \"st\" \"london\" \"uk\"")]
    [InlineData("%21%3F", "")]
    [InlineData("country.756", "\"country.756\"")]
    public async Task The_query_is_returned_as_words_without_punctuation_or_as_two_numbers(string query, string expected) =>
        Assert.Equal(expected, string.Join(' ', (await SearchAsync(query)).GetProperty("query").EnumerateArray().Select(q => q.GetRawText())));

    [Theory]
    [InlineData("Paris%2099999")]
    [InlineData("Paris%20xyzzyqq")]
    [InlineData("12345%20Paris%20678")]
    [InlineData("Par")]
    public async Task A_query_that_a_place_does_not_explain_has_a_relevance_below_1_with_at_most_six_decimals(string query)
    {
        var feature = await FirstAsync(query);
        var relevance = feature.GetProperty("relevance").GetDouble();
        Assert.Equal("Paris", Text(feature, "text"));
        Assert.InRange(relevance, 0.1, 0.99);
        Assert.Equal(Math.Round(relevance, 6), relevance);
    }

    [Theory]
    [InlineData("%EF%BF%BE")]
    [InlineData("Paris%EF%BF%BE")]
    [InlineData("%F0%9F%BF%BE%EF%BF%BF%EF%B7%90")]
    [InlineData("%ED%A0%80")]
    public Task Query_with_a_noncharacter_is_searched(string query) =>
        AssertStatusAsync(HttpStatusCode.OK, SendWithKeyAsync($"/geocoding/{query}.json"));

    [Fact]
    public async Task A_continent_is_found_by_its_name_and_by_its_id()
    {
        var continent = await FirstAsync("Ozeanien", "?language=de");
        Assert.Equal(("Ozeanien", "continental_marine"), (Text(continent, "text"), Types([continent])[0]));
        Assert.Equal(Text(continent, "id"), Text(await FirstAsync(Text(continent, "id")), "id"));
    }

    [Theory]
    [InlineData("Z%C3%BCrich")]
    [InlineData("zurich")]
    [InlineData("ZURICH")]
    [InlineData("Zuerich")]
    [InlineData("Zurigo")]
    [InlineData("Curych")]
    [InlineData("Zurcih")]
    [InlineData("Zurich,%20Switzerland")]
    [InlineData("Schweiz%20Z%C3%BCrich")]
    [InlineData("zurich%20ch")]
    [InlineData("Bahnhofstrasse%201,%208001%20Z%C3%BCrich")]
    public async Task Place_is_found_in_different_spellings(string query) => Assert.Equal(Zurich, Text(await FirstAsync(query), "id"));

    [Theory]
    [InlineData("Wien", "Vienna")]
    [InlineData("M%C3%BCnchen", "Munich")]
    [InlineData("Roma", "Rome")]
    [InlineData("%D0%9C%D0%BE%D1%81%D0%BA%D0%B2%D0%B0", "Moscow")]
    public async Task Local_name_finds_the_place_with_its_english_name(string query, string english) =>
        Assert.Equal(english, Text(await FirstAsync(query, "?language=en"), "text"));

    [Theory]
    [InlineData("France", "country.250")]
    [InlineData("Deutschland", "country.276")]
    [InlineData("USA", "country.840")]
    public async Task A_country_is_found_in_any_language(string query, string id) => Assert.Equal(id, Text(await FirstAsync(query), "id"));

    [Fact]
    public async Task Search_without_results_is_an_empty_collection()
    {
        var response = await SearchAsync("xyzzyqq");
        Assert.Equal(0, response.GetProperty("features").GetArrayLength());
        Assert.Equal("xyzzyqq", response.GetProperty("query")[0].GetString());
    }

    [Fact]
    public async Task Search_returns_five_features_by_default()
    {
        Assert.Equal(5, (await FeaturesAsync("San")).Length);
        Assert.Equal(10, (await FeaturesAsync("San", "?limit=10")).Length);
        Assert.Single(await FeaturesAsync("San", "?limit=1"));
    }

    [Fact]
    public async Task Each_place_is_returned_once()
    {
        var ids = await IdsAsync("p", "?limit=10");
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Bbox_filters_the_results()
    {
        Assert.Equal("municipality.4717560", Text(await FirstAsync("Paris", "?bbox=-96,33,-95,34"), "id"));
        Assert.Empty(await FeaturesAsync("Paris", "?bbox=0,0,1,1"));
    }

    [Fact]
    public async Task Proximity_ranks_and_does_not_filter()
    {
        var near = await FeaturesAsync("Paris", "?proximity=-95.5,33.6");
        Assert.Equal("municipality.4717560", Text(near[0], "id"));
        Assert.Contains(near, f => Text(f, "id") == "municipality.2988507");
    }

    [Fact]
    public async Task Proximity_ip_is_near_zurich()
    {
        var plain = await IdsAsync("Rapperswil", "?types=municipality");
        var near = await FirstAsync("W", "?proximity=ip&types=municipality");
        Assert.NotEmpty(plain);
        Assert.Equal("ch", Text(near.GetProperty("properties"), "country_code"));
    }

    [Theory]
    [InlineData("us")]
    [InlineData("US")]
    [InlineData("us,ca")]
    public async Task Country_filters_in_upper_and_lower_case(string country)
    {
        var features = await FeaturesAsync("Paris", $"?country={country}");
        Assert.NotEmpty(features);
        Assert.All(features, f => Assert.Contains(Text(f.GetProperty("properties"), "country_code"), country.ToLowerInvariant()));
    }

    [Fact]
    public async Task Types_filter_and_can_be_excluded()
    {
        Assert.All(Types(await FeaturesAsync("New%20York", "?types=region,country")), t => Assert.Contains(t, (string[])["region", "country"]));
        Assert.DoesNotContain("municipality", Types(await FeaturesAsync("New%20York", "?types=municipality&excludeTypes=true")));
        Assert.Empty(await FeaturesAsync("New%20York", "?types=poi"));
    }

    [Fact]
    public async Task FuzzyMatch_false_finds_exact_names_only()
    {
        Assert.Equal(Zurich, Text(await FirstAsync("Zurcih"), "id"));
        Assert.Empty(await FeaturesAsync("Zurcih", "?fuzzyMatch=false"));
        Assert.Empty(await FeaturesAsync("xyzzyqq%20Zurich", "?fuzzyMatch=false"));
        Assert.Equal(Zurich, Text(await FirstAsync("Zurich", "?fuzzyMatch=false"), "id"));
    }

    [Fact]
    public async Task Query_of_many_common_words_has_a_response() =>
        Assert.NotNull(await FeaturesAsync(string.Join("%20", Enumerable.Repeat("san", 64))));

    [Theory]
    [InlineData("Johanesbrug")]
    [InlineData("Johannesberk")]
    public async Task Long_name_is_found_with_two_typing_errors(string query) =>
        Assert.Equal("Johannesburg", Text(await FirstAsync(query, "?country=za"), "text"));

    [Fact]
    public async Task A_wrong_first_letter_is_found_too() => Assert.Equal(Zurich, Text(await FirstAsync("Xurich"), "id"));

    [Fact]
    public async Task Autocomplete_false_finds_complete_names_only()
    {
        Assert.Equal("municipality.2988507", Text(await FirstAsync("par"), "id"));
        Assert.DoesNotContain("municipality.2988507", await IdsAsync("par", "?autocomplete=false"));
        Assert.Equal("Frankfurt am Main", Text(await FirstAsync("Frankfurt", "?autocomplete=false&language=de"), "text"));
    }
}

using System.Text.Json;

namespace MapTiler.Emulator.Tests;

public sealed class FeatureWriterTests : GeocodingTest
{
    private const string Prague = "municipality.3067696";

    [Fact]
    public async Task Matching_name_is_returned_if_it_differs()
    {
        var feature = await FirstAsync("Praha", "?language=en");
        Assert.Equal("Prague", Text(feature, "text"));
        Assert.Equal("Praha", Text(feature, "matching_text"));
        Assert.Equal("Praha, Czech Republic", Text(feature, "matching_place_name"));

        Assert.False((await FirstAsync("Praha", "?language=cs")).TryGetProperty("matching_text", out _));
    }

    [Theory]
    [InlineData("?language=de", "Prag", "Prag, Tschechische Republik")]
    [InlineData("?language=ja", "Prague", "Prague, チェコ")]
    [InlineData("?language=", "Praha", "Praha, Czech Republic")]
    public async Task Place_has_its_name_in_the_requested_language(string parameters, string text, string placeName)
    {
        var feature = await FirstAsync("Prague", parameters);
        Assert.Equal(Prague, Text(feature, "id"));
        Assert.Equal(text, Text(feature, "text"));
        Assert.Equal(placeName, Text(feature, "place_name"));
    }

    [Fact]
    public async Task Response_has_all_requested_languages()
    {
        var feature = await FirstAsync("Prague", "?language=fr,cs");
        Assert.Equal("fr", Text(feature, "language"));
        Assert.Equal(("Prague", "Praha"), (Text(feature, "text_fr"), Text(feature, "text_cs")));
        Assert.Equal(("fr", "cs"), (Text(feature, "language_fr"), Text(feature, "language_cs")));
        Assert.StartsWith("Praha, ", Text(feature, "place_name_cs"));
        Assert.Equal("République Tchèque", Text(feature.GetProperty("context")[1], "text_fr"));
    }

    [Fact]
    public async Task One_language_has_suffixed_fields_too()
    {
        var feature = await FirstAsync("Prague", "?language=fr");
        Assert.Equal(("Prague", "fr", "fr", "Prague, République Tchèque"), (Text(feature, "text_fr"), Text(feature, "language"), Text(feature, "language_fr"), Text(feature, "place_name_fr")));
        Assert.Equal("République Tchèque", Text(feature.GetProperty("context")[1], "text_fr"));
    }

    [Fact]
    public async Task Place_without_a_name_in_a_language_has_the_text_but_not_the_language()
    {
        var feature = await FirstAsync("Prague", "?language=ja");
        Assert.Equal(("Prague", "Prague, チェコ"), (Text(feature, "text_ja"), Text(feature, "place_name_ja")));
        Assert.False(feature.TryGetProperty("language", out _));
        Assert.False(feature.TryGetProperty("language_ja", out _));
        Assert.Equal("ja", Text(feature.GetProperty("context")[1], "language_ja"));
    }

    [Fact]
    public async Task Without_a_language_there_are_no_suffixed_fields() =>
        Assert.DoesNotContain((await FirstAsync("Prague", "?language=")).EnumerateObject(), p => p.Name.Contains("text_") || p.Name.Contains("language"));

    [Theory]
    [InlineData("country.756", "?language=pl", "państwo")]
    [InlineData("country.756", "?language=en", "country")]
    [InlineData("country.756", "?language=", "country")]
    [InlineData("municipality.2657896", "?language=de", "Gemeinde")]
    [InlineData("continental_marine.1", "?language=pl", null)]
    public async Task Place_type_has_a_label_in_languages_that_have_one(string id, string parameters, string? expected)
    {
        var feature = await FirstAsync(id, parameters);
        Assert.Equal(expected, Assert.Single(feature.GetProperty("place_type_name").EnumerateArray()).GetString());
        Assert.Equal(expected, Assert.Single(feature.GetProperty("properties").GetProperty("place_type_name").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData("de-CH,de;q=0.9,en;q=0.8", "Prag")]
    [InlineData("xx, en;q=0.1, cs;q=0.5", "Praha")]
    [InlineData("!!", "Praha")]
    public async Task Accept_Language_is_used_without_the_parameter(string acceptLanguage, string text)
    {
        using var response = await SendAsync(WithKey("/geocoding/Prague.json", Emulator.ApiKey), null, ("Accept-Language", acceptLanguage));
        var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
        Assert.Equal(text, Text(json.GetProperty("features")[0], "text"));
    }

    [Fact]
    public async Task The_first_language_ranks()
    {
        var german = await FirstAsync("Colonia", "?language=it");
        Assert.Equal("Colonia", Text(german, "text"));
        Assert.Equal("de", Text(german.GetProperty("properties"), "country_code"));
    }
}

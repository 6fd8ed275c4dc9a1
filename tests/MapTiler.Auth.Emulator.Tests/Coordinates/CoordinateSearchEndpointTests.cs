using System.Text.Json;

namespace MapTiler.Emulator.Tests;

public sealed class CoordinateSearchEndpointTests : EmulatorTest
{
    [Theory]
    [InlineData("krovak", 5514)]
    [InlineData("code:4326", 4326)]
    [InlineData("27700", 27700)]
    [InlineData("pseudo mercator", 3857)]
    [InlineData("mercator deprecated:1", 3785)]
    [InlineData("Finland kind:DATUM", 1030, 5116)]
    [InlineData("wgs 84 kind:CRS-GEOGCRS", 4326)]
    [InlineData("tm35fin", 3067)]
    [InlineData("utm 33N etrs89", 25833)]
    [InlineData("trans:1314", 4277, 27700)]
    [InlineData("s jtsk kind:COORDOP", 1623, 4836, 5239, 15965)]
    [InlineData("kind:ELLIPSOID airy", 7001)]
    [InlineData("kind:* code:9001", 9001)]
    [InlineData("nothing like it")]
    public async Task A_search_finds_by_words_and_filters(string query, params int[] codes)
    {
        var response = await GetJsonAsync($"/coordinates/search/{Uri.EscapeDataString(query)}.json");

        Assert.Equal(codes.Length, response.GetProperty("total").GetInt32());
        Assert.Equal(codes, response.GetProperty("results").EnumerateArray().Select(Code).Order());
    }

    [Fact]
    public async Task Results_are_paged()
    {
        var all = (await GetJsonAsync("/coordinates/search/utm.json?limit=50")).GetProperty("results").EnumerateArray().Select(Code).ToArray();
        var page = await GetJsonAsync("/coordinates/search/utm.json?limit=5&offset=10");

        Assert.Equal(165, page.GetProperty("total").GetInt32());
        Assert.Equal(all[10..15], page.GetProperty("results").EnumerateArray().Select(Code));
        Assert.Equal(10, (await GetJsonAsync("/coordinates/search/utm.json")).GetProperty("results").GetArrayLength());
    }

    [Fact]
    public async Task Details_and_exports_are_returned_on_request()
    {
        var plain = (await GetJsonAsync("/coordinates/search/krovak.json")).GetProperty("results")[0];
        var full = (await GetJsonAsync("/coordinates/search/krovak.json?transformations=true&exports=true")).GetProperty("results")[0];

        Assert.Equal([5239, 1623, 4836, 15965], plain.GetProperty("transformations").EnumerateArray().Select(t => t.GetInt32()));
        Assert.False(plain.TryGetProperty("exports", out _));
        Assert.Equal(5239, plain.GetProperty("default_transformation").GetProperty("code").GetInt32());
        Assert.StartsWith("+proj=krovak", full.GetProperty("exports").GetProperty("proj4").GetString());
        Assert.StartsWith("PROJCS[", full.GetProperty("exports").GetProperty("wkt").GetString());
        var transformation = full.GetProperty("transformations")[0];
        Assert.Equal("S-JTSK to WGS 84 (5)", transformation.GetProperty("name").GetString());
        Assert.True(transformation.GetProperty("usable").GetBoolean());
        Assert.Equal(4326, transformation.GetProperty("target_crs").GetProperty("code").GetInt32());
    }

    private static int Code(JsonElement item) => item.GetProperty("id").GetProperty("code").GetInt32();
}

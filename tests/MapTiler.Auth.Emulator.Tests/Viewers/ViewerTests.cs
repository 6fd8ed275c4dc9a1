using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MapTiler.Emulator.Tests;

public sealed partial class ViewerTests : EmulatorTest
{
    [Theory]
    [InlineData("/maps/streets-v4/", "maps/streets-v4/{z}/{x}/{y}{scale}.png", false, 22)]
    [InlineData("/maps/hybrid-v4/", "maps/hybrid-v4/{z}/{x}/{y}{scale}.jpg", false, 22)]
    [InlineData("/tiles/satellite-v2/", "tiles/satellite-v2/{z}/{x}/{y}.jpg", false, 20)]
    [InlineData("/tiles/countries/", "tiles/countries/{z}/{x}/{y}.pbf", true, 11)]
    public async Task A_viewer_shows_the_tiles_with_the_key_of_its_URL(string path, string tiles, bool isVector, int maxZoom)
    {
        var key = Emulator.AddKey("viewer").Key;
        using var response = await SendAsync(WithKey(path, key));
        var page = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.False(response.Headers.Contains("X-Frame-Options")); // a page can embed it
        var options = JsonDocument.Parse(OptionsPattern().Match(page).Groups[1].Value).RootElement;
        Assert.Equal($"{Emulator.BaseAddress}{tiles}?key={key}", options.GetProperty("tiles").GetString());
        Assert.Equal(isVector, options.GetProperty("isVector").GetBoolean());
        Assert.Equal(maxZoom, options.GetProperty("maxZoom").GetInt32());
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/maps/streets-v4/")]
    [InlineData("/tiles/v3/")]
    public async Task A_viewer_loads_nothing_from_elsewhere(string path)
    {
        var page = await GetTextAsync(path);
        Assert.Equal(["href=\"data:,\""], LoadPattern().Matches(page).Select(load => load.Value));
        Assert.Contains("naturalearthdata.com", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_viewer_of_a_vector_tileset_lists_its_layers_and_fields()
    {
        var page = await GetTextAsync("/tiles/countries/");
        Assert.Contains("<dt>administrative</dt><dd>level, name, iso_a2</dd>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_of_a_tileset_is_escaped_in_HTML()
    {
        Emulator.Add(new EmulatedTileset("mine") { Name = "<script>alert(1)</script>", VectorLayers = ["<b>"] });
        Emulator.AddMap("</script><b>");
        var pages = await GetTextAsync("/tiles/mine/") + await GetTextAsync("/maps/%3C%2Fscript%3E%3Cb%3E/");
        Assert.DoesNotContain("<script>alert", pages, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", pages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/maps/nowhere/")]
    [InlineData("/tiles/nowhere/")]
    public Task Viewer_of_an_unknown_map_is_not_found(string path) => AssertStatusAsync(HttpStatusCode.NotFound, SendWithKeyAsync(path));

    [GeneratedRegex("""<script type="application/json" id="options">(.*?)</script>""")]
    private static partial Regex OptionsPattern();

    // Links of the credit are followed, not loaded.
    [GeneratedRegex("""(?<!<a )\b(src|href)="[^"]*" ?|@import|url\(""")]
    private static partial Regex LoadPattern();
}

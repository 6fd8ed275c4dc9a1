using System.Net;

namespace MapTiler.Emulator.Tests;

public sealed class MapTests : EmulatorTest
{
    [Fact]
    public async Task A_style_is_a_gl_style_whose_links_carry_the_callers_key()
    {
        var style = await GetJsonAsync("/maps/streets-v4/style.json");

        Assert.Equal(8, style.GetProperty("version").GetInt32());
        Assert.Equal("streets-v4", style.GetProperty("name").GetString());
        Assert.Equal(2, style.GetProperty("center").GetArrayLength());
        Assert.Equal(1, style.GetProperty("zoom").GetInt32());
        var baseUrl = Emulator.BaseAddress.ToString();
        var source = style.GetProperty("sources").GetProperty("maptiler_planet");
        Assert.Equal("vector", source.GetProperty("type").GetString());
        Assert.Equal($"{baseUrl}tiles/v3/tiles.json?key={Emulator.ApiKey}", source.GetProperty("url").GetString());
        Assert.Equal($"{baseUrl}fonts/{{fontstack}}/{{range}}.pbf?key={Emulator.ApiKey}", style.GetProperty("glyphs").GetString());
        Assert.Equal($"{baseUrl}sprites/streets-v4/sprite", style.GetProperty("sprite").GetString());
    }

    [Theory]
    [InlineData("streets-v4", new[] { "land", "ice", "water", "border", "sea name", "city", "country" })]
    [InlineData("hybrid-v4", new[] { "satellite", "border", "sea name", "city", "country" })]
    [InlineData("satellite-v4", new[] { "satellite" })]
    [InlineData("toner-v2-background", new[] { "land", "ice", "water", "border" })]
    public async Task A_style_has_the_layers_of_its_look(string map, string[] expected)
    {
        var style = await GetJsonAsync($"/maps/{map}/style.json");
        var layers = style.GetProperty("layers").EnumerateArray().ToArray();

        Assert.Equal(expected, layers.Select(l => l.GetProperty("id").GetString()).Where(id => id is not ("background" or "shore" or "river")));
        Assert.All(layers.Where(l => l.TryGetProperty("source", out _)), l =>
            Assert.True(style.GetProperty("sources").TryGetProperty(l.GetProperty("source").GetString()!, out _)));
    }

    [Fact]
    public Task An_unknown_map_is_not_found() => AssertStatusAsync(HttpStatusCode.NotFound, SendWithKeyAsync("/maps/nowhere/style.json"));

    [Fact]
    public async Task A_map_that_was_added_is_served()
    {
        Emulator.AddMap("my map/1");
        var style = await GetJsonAsync("/maps/my%20map%2F1/style.json");
        Assert.Equal("my map/1", style.GetProperty("name").GetString());
        Assert.EndsWith("/sprites/my%20map%2F1/sprite", style.GetProperty("sprite").GetString());
    }
}

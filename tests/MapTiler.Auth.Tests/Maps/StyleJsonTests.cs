using MapTiler.Maps;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Maps;

/// <summary>Styles of the forms that the service sends.</summary>
public sealed class StyleJsonTests
{
    private const string Credit = """<a href=\"https://www.maptiler.com/copyright/\" target=\"_blank\">&copy; MapTiler</a> <a href=\"https://www.openstreetmap.org/copyright\" target=\"_blank\">&copy; OpenStreetMap contributors</a>""";

    private const string Streets = $$$$"""
        {"version":8,"id":"streets-v4","name":"Streets","sources":{
           "maptiler_planet_v4":{"url":"https://api.maptiler.com/tiles/v4/tiles.json?key=k","type":"vector"},
           "maptiler_attribution":{"attribution":"{{{{Credit}}}}","type":"vector"}},
         "layers":[{"id":"Background","type":"background"}],
         "metadata":{"maptiler":{"copyright":"You are licensed","groups":[{"id":"roads","name":"Roads","icon":"road","layers":["Road"]}],"halo":{"scale":1,"stops":[[0,"#fff"]]},"space":{"color":"#000"}}},
         "glyphs":"https://api.maptiler.com/fonts/{fontstack}/{range}.pbf?key=k",
         "sprite":[{"id":"default","url":"https://api.maptiler.com/sprites/general/sprite"},{"id":"misc","url":"https://api.maptiler.com/sprites/misc/sprite?key=k"}],
         "bearing":0,"pitch":0,"center":[0,0],"zoom":1}
        """;

    [Fact]
    public async Task Style_with_a_list_of_sprites_and_a_source_of_the_attribution_returns_every_member()
    {
        var style = await ReadAsync(Streets);

        Assert.Equal(("streets-v4", "Streets", new LngLat(0, 0), 1.0), (style.Id, style.Name, style.Center, style.Zoom));
        Assert.Equal(
            [("default", "https://api.maptiler.com/sprites/general/sprite"), ("misc", "https://api.maptiler.com/sprites/misc/sprite")], style.Sprites.Select(sprite => (sprite.Id, sprite.Url)));
        Assert.Equal("https://api.maptiler.com/tiles/v4/tiles.json", style.Sources["maptiler_planet_v4"].Url);
        Assert.Equal((null, "vector", 0), (style.Sources["maptiler_attribution"].Url, style.Sources["maptiler_attribution"].Type, style.Sources["maptiler_attribution"].Tiles.Count));
        Assert.Equal(Credit.Replace("\\\"", "\"", StringComparison.Ordinal), style.Attribution);
        Assert.Equal("Roads", style.Json.GetProperty("metadata").GetProperty("maptiler").GetProperty("groups")[0].GetProperty("name").GetString());
        Assert.DoesNotContain("key=", style.Json.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"https://api.maptiler.com/maps/topo-v2/sprite\"", "default https://api.maptiler.com/maps/topo-v2/sprite")]
    [InlineData("\"https://api.maptiler.com/sprites/019d2471-bb09-76a3-8579-649eaf1aac38/sprite\"", "default https://api.maptiler.com/sprites/019d2471-bb09-76a3-8579-649eaf1aac38/sprite")]
    [InlineData("[{\"id\":\"a\",\"url\":\"https://b.example/s\"},{\"id\":\"c\"},{\"url\":\"d\"},5,null]", "a https://b.example/s")]
    [InlineData("[]", "")]
    [InlineData("5", "")]
    [InlineData("null", "")]
    public async Task Sprite_of_any_form_returns_a_list(string sprite, string expected)
    {
        var style = await ReadAsync($$"""{"layers":[],"sprite":{{sprite}}}""");

        Assert.Equal(expected, string.Join(", ", style.Sprites.Select(s => $"{s.Id} {s.Url}")));
    }

    [Fact]
    public async Task Style_without_sprite_and_id_returns_no_sprites_and_no_id()
    {
        var style = await ReadAsync("""{"layers":[]}""");

        Assert.Empty(style.Sprites);
        Assert.Null(style.Id);
    }

    private static async Task<StyleJson> ReadAsync(string json)
    {
        using var services = Clients.Services(Wire.AlwaysJson(json));
        return await services.GetRequiredService<MapsClient>().GetStyleAsync("m", TestContext.Current.CancellationToken);
    }
}

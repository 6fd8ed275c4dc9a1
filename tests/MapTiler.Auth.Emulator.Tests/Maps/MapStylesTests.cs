using System.Text.Json;

namespace MapTiler.Emulator.Tests;

public sealed class MapStylesTests : EmulatorTest
{
    private const string Map = "019df8cf-b54b-74e9-81d2-7c1f124b88dd";
    private const string Tileset = "0a1b2c3d-0000-4000-8000-000000000001";

    [Fact]
    public async Task Map_without_a_style_has_the_style_of_streets_with_its_own_sprite()
    {
        Emulator.AddMap(Map);
        var style = await GetJsonAsync($"/maps/{Map}/style.json");

        Assert.Equal((Map, Map), (style.GetProperty("id").GetString(), style.GetProperty("name").GetString()));
        Assert.Equal(["maptiler_attribution", "maptiler_planet_v4"], style.GetProperty("sources").EnumerateObject().Select(source => source.Name));
        Assert.Equal($"{Emulator.BaseAddress}maps/{Map}/sprite", style.GetProperty("sprite").GetString());
        using var sprite = await SendAsync($"/maps/{Map}/sprite.json");
        Assert.True(sprite.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Links_of_an_added_style_point_to_the_emulator_with_the_key_of_the_request()
    {
        Emulator.AddMap(Map, $$$"""
            {"version":8,"name":"Ours <&> é","sources":{"{{{Tileset}}}":{"url":"https://api.maptiler.com/tiles/{{{Tileset}}}/tiles.json?key=SECRET","type":"vector"},
            "rows":{"type":"geojson","data":"https://api.maptiler.com/data/d1/features.json?mtsid=1&key=SECRET"},
            "own":{"type":"raster","tiles":["https://tiles.example/{z}/{x}/{y}.png?key=THEIRS","https://api.maptiler.com/maps/basic-v2/{z}/{x}/{y}.png?key=SECRET"]}},
            "layers":[{"id":"a","type":"background","metadata":{"see":"https://api.maptiler.com/"}}],
            "glyphs":"https://api.maptiler.com/fonts/{fontstack}/{range}.pbf?key=SECRET",
            "sprite":[{"id":"default","url":"https://api.maptiler.com/maps/{{{Map}}}/sprite"},{"id":"x","url":"https://icons.example/sprite"}]}
            """);
        var (root, key) = (Emulator.BaseAddress.AbsoluteUri, Emulator.ApiKey);

        Assert.Equal(
            $$$"""
            {"version":8,"name":"Ours <&> é","sources":{"{{{Tileset}}}":{"url":"{{{root}}}tiles/{{{Tileset}}}/tiles.json?key={{{key}}}","type":"vector"},"rows":{"type":"geojson","data":"{{{root}}}data/d1/features.json?mtsid=1&key={{{key}}}"},"own":{"type":"raster","tiles":["https://tiles.example/{z}/{x}/{y}.png?key=THEIRS","{{{root}}}maps/basic-v2/{z}/{x}/{y}.png?key={{{key}}}"]}},"layers":[{"id":"a","type":"background","metadata":{"see":"https://api.maptiler.com/"}}],"glyphs":"{{{root}}}fonts/{fontstack}/{range}.pbf?key={{{key}}}","sprite":[{"id":"default","url":"{{{root}}}maps/{{{Map}}}/sprite"},{"id":"x","url":"https://icons.example/sprite"}]}
            """,
            await GetTextAsync($"/maps/{Map}/style.json"));
    }

    [Fact]
    public async Task Style_that_is_added_again_replaces_the_first()
    {
        Emulator.AddMap("streets-v4", """{"version":8,"name":"first","sources":{},"layers":[]}""");
        Emulator.AddMap("streets-v4", """{"version":8,"name":"second","sources":{},"layers":[]}""");
        Assert.Equal("second", (await GetJsonAsync("/maps/streets-v4/style.json")).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    public void Style_that_is_not_a_JSON_object_throws(string styleJson) => Assert.ThrowsAny<JsonException>(() => Emulator.AddMap(Map, styleJson));

    [Fact]
    public async Task An_id_is_decoded_and_encoded_again()
    {
        Emulator.AddMap("my map/1");
        var style = await GetJsonAsync("/maps/my%20map%2F1/style.json");
        Assert.Equal("my map/1", style.GetProperty("id").GetString());
        Assert.EndsWith("/maps/my%20map%2F1/sprite", style.GetProperty("sprite").GetString(), StringComparison.Ordinal);
    }
}

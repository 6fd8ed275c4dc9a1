using System.Text.Json;
using MapTiler.Maps;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Maps;

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

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetStyleAsync_with_a_list_of_sprites_and_a_source_of_the_attribution_returns_every_member()
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

    [Fact]
    public async Task GetStyleAsync_returns_the_members_and_the_complete_JSON()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson());

        var style = await Maps(services).GetStyleAsync("streets-v4", Cancel);

        Assert.Equal(("S", new LngLat(8.5, 47.4), 4.0), (style.Name, style.Center, style.Zoom));
        Assert.Equal(["a", "b"], style.Sources.Keys);
        Assert.Equal(("vector", "https://api.maptiler.com/tiles/v3/tiles.json"), (style.Sources["a"].Type, style.Sources["a"].Url));
        Assert.Equal(["https://api.maptiler.com/t/{z}/{x}/{y}?mtsid=1"], style.Sources["b"].Tiles);
        Assert.Equal("https://api.maptiler.com/fonts/{fontstack}/{range}.pbf", style.Glyphs);
        Assert.Equal("https://api.maptiler.com/sprites/v4/sprite", Assert.Single(style.Sprites).Url);
        Assert.Equal("c b", style.Attribution);
        Assert.Equal(8, style.Json.GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData("""{"version":8,"layers":[]}""")]
    [InlineData("""{"version":8,"layers":[],"center":["x"],"zoom":"4","sources":[],"sprite":[{"id":"a"}],"name":5,"metadata":[]}""")]
    [InlineData("""{"version":8,"layers":[],"center":[1,99],"sources":{"a":null,"b":5,"c":{"tiles":[5,null]}},"metadata":{"maptiler":null}}""")]
    public async Task GetStyleAsync_with_members_of_unexpected_types_returns_null_or_empty_for_them(string json)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(json));

        var style = await Maps(services).GetStyleAsync("m", Cancel);

        Assert.Null(style.Center);
        Assert.Null(style.Attribution);
        Assert.Empty(style.Sprites);
        Assert.All(style.Sources.Values, source => Assert.Empty(source.Tiles));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"name":"no layers"}""")]
    [InlineData("<html>sign in</html>")]
    [InlineData("""{"layers":[""")]
    [InlineData("")]
    public async Task GetStyleAsync_with_a_response_that_is_not_a_style_throws_InvalidResponse(string body)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(body));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Maps(services).GetStyleAsync("m", Cancel));

        Assert.Equal((MapTilerErrorReason.InvalidResponse, "/maps/{mapId}/style.json"), (error.Reason, error.Endpoint));
    }

    [Fact]
    public async Task GetStyleAsync_with_half_of_a_surrogate_pair_returns_a_replacement_character()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson("""{"name":"\ud800","u":"?key=a","layers":[]}"""));

        Assert.Equal("\uFFFD", (await Maps(services).GetStyleAsync("m", Cancel)).Name);
    }

    [Fact]
    public async Task Attribution_with_equal_attributions_contains_each_once()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson("""
            {"layers":[],"metadata":{"maptiler":{"attribution":"own"}},"sources":{"a":{"attribution":"one"},"b":{"attribution":" "},"c":{"attribution":"two"},"d":{"attribution":"one"},"e":{"attribution":"own"},"f":{}}}
            """));

        Assert.Equal("own one two", (await Maps(services).GetStyleAsync("m", Cancel)).Attribution);
    }

    [Theory]
    [InlineData("[-16.6,49.2]", "-16.6,49.2")]
    [InlineData("[1e999,49.2]", null)]
    [InlineData("[16.6,1e999]", null)]
    [InlineData("[16.6,\"49.2\"]", null)]
    [InlineData("[16.6]", null)]
    [InlineData("\"16.6,49.2\"", null)]
    public async Task Center_returns_a_valid_location_or_null(string center, string? expected)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson($$"""{"layers":[],"center":{{center}}}"""));

        Assert.Equal(expected, (await Maps(services).GetStyleAsync("m", Cancel)).Center?.ToString());
    }

    [Theory]
    [InlineData("\"https://api.maptiler.com/maps/topo-v2/sprite\"", "default https://api.maptiler.com/maps/topo-v2/sprite")]
    [InlineData("\"https://api.maptiler.com/sprites/019d2471-bb09-76a3-8579-649eaf1aac38/sprite\"", "default https://api.maptiler.com/sprites/019d2471-bb09-76a3-8579-649eaf1aac38/sprite")]
    [InlineData("[{\"id\":\"a\",\"url\":\"https://b.example/s\"},{\"id\":\"c\"},{\"url\":\"d\"},5,null]", "a https://b.example/s")]
    [InlineData("[]", "")]
    [InlineData("5", "")]
    [InlineData("null", "")]
    public async Task Sprites_of_any_form_returns_a_list(string sprite, string expected)
    {
        var style = await ReadAsync($$"""{"layers":[],"sprite":{{sprite}}}""");

        Assert.Equal(expected, string.Join(", ", style.Sprites.Select(s => $"{s.Id} {s.Url}")));
    }

    [Fact]
    public async Task Sprites_and_Id_of_a_style_without_them_are_empty_and_null()
    {
        var style = await ReadAsync("""{"layers":[]}""");

        Assert.Empty(style.Sprites);
        Assert.Null(style.Id);
    }

    [Fact]
    public void StyleJson_from_JSON_returns_its_members_and_throws_for_an_array()
    {
        var style = new StyleJson(JsonDocument.Parse("""{"name":"N","sources":{"a":{"type":"vector","url":"u"}}}""").RootElement);

        Assert.Equal(("N", "vector u", "StyleJson { N }"), (style.Name, style.Sources["a"].ToString(), style.ToString()));
        Assert.Throws<ArgumentException>("json", () => new StyleJson(JsonDocument.Parse("[]").RootElement));
    }

    private static async Task<StyleJson> ReadAsync(string json)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(json));
        return await services.GetRequiredService<MapsClient>().GetStyleAsync("m", TestContext.Current.CancellationToken);
    }

    private static MapsClient Maps(IServiceProvider services) => services.GetRequiredService<MapsClient>();
}

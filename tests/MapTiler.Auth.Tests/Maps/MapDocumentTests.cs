using MapTiler.Maps;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Maps;

public sealed class MapDocumentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_field_of_a_TileJSON_is_read()
    {
        const string Body = """
            {"tilejson":"3.0.0","name":"n","description":"d","attribution":"a","format":"pbf","crs":"EPSG:3857","logo":"https://a.example/logo.svg",
             "tiles":["https://api.maptiler.com/tiles/v3/{z}/{x}/{y}.pbf?key=x"],"minzoom":1,"maxzoom":15,"bounds":[-180,-85,180,85],"center":[8.5,47.4,4],
             "vector_layers":[{"id":"water","description":"w","minzoom":2,"maxzoom":"9","fields":{"class":"String"}},null]}
            """;
        using var services = Clients.Services(Wire.AlwaysJson(Body));

        var tileJson = await Maps(services).GetTileJsonAsync("m", cancellationToken: Cancel);

        Assert.Equal(("3.0.0", "n", "d", "a", "pbf"), (tileJson.Version, tileJson.Name, tileJson.Description, tileJson.Attribution, tileJson.Format));
        Assert.Equal(("EPSG:3857", "https://a.example/logo.svg", 1, 15), (tileJson.Crs, tileJson.Logo, tileJson.MinZoom, tileJson.MaxZoom));
        Assert.Equal(["https://api.maptiler.com/tiles/v3/{z}/{x}/{y}.pbf"], tileJson.Tiles);
        Assert.Equal([8.5, 47.4, 4], tileJson.Center);
        Assert.Equal(new BoundingBox(-180, -85, 180, 85), tileJson.Bounds);
        var layer = Assert.Single(tileJson.VectorLayers);
        Assert.Equal(("water", "w", 2, 9, "String"), (layer.Id, layer.Description, layer.MinZoom, layer.MaxZoom, layer.Fields["class"]));
    }

    [Fact]
    public async Task An_attribution_names_each_source_once()
    {
        using var services = Clients.Services(Wire.AlwaysJson("""
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
    public async Task A_style_may_have_a_center(string center, string? expected)
    {
        using var services = Clients.Services(Wire.AlwaysJson($$"""{"layers":[],"center":{{center}}}"""));

        Assert.Equal(expected, (await Maps(services).GetStyleAsync("m", Cancel)).Center?.ToString());
    }

    [Fact]
    public async Task An_icon_that_is_null_is_an_invalid_response()
    {
        using var services = Clients.Services(Wire.AlwaysJson("""{"bus":{"x":1},"dot":null}"""));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Maps(services).GetSpriteIndexAsync("v4", cancellationToken: Cancel));

        Assert.Equal((MapTilerErrorReason.InvalidResponse, "/sprites/{spriteId}/sprite{scale}.{format}"), (error.Reason, error.Endpoint));
    }

    private static MapsClient Maps(IServiceProvider services) => services.GetRequiredService<MapsClient>();
}

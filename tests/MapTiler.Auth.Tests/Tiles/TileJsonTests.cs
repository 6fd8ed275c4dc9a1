using System.Text.Json;
using MapTiler.Maps;
using MapTiler.Tiles;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Tiles;

public sealed class TileJsonTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetTileJsonAsync_returns_every_member()
    {
        const string Body = """
            {"tilejson":"3.0.0","name":"n","description":"d","attribution":"a","format":"pbf","crs":"EPSG:3857","logo":"https://a.example/logo.svg",
             "tiles":["https://api.maptiler.com/tiles/v3/{z}/{x}/{y}.pbf?key=x"],"minzoom":1,"maxzoom":15,"bounds":[-180,-85,180,85],"center":[8.5,47.4,4],
             "vector_layers":[{"id":"water","description":"w","minzoom":2,"maxzoom":"9","fields":{"class":"String"}},null]}
            """;
        using var services = Clients.Services(StubTransport.AlwaysJson(Body));

        var tileJson = await Maps(services).GetTileJsonAsync("m", cancellationToken: Cancel);

        Assert.Equal(("3.0.0", "n", "d", "a", "pbf"), (tileJson.Version, tileJson.Name, tileJson.Description, tileJson.Attribution, tileJson.Format));
        Assert.Equal(("EPSG:3857", "https://a.example/logo.svg", 1, 15), (tileJson.Crs, tileJson.Logo, tileJson.MinZoom, tileJson.MaxZoom));
        Assert.Equal(["https://api.maptiler.com/tiles/v3/{z}/{x}/{y}.pbf"], tileJson.Tiles);
        Assert.Equal(new MapView(new(8.5, 47.4), 4), tileJson.Center);
        Assert.Equal(new BoundingBox(-180, -85, 180, 85), tileJson.Bounds);
        var layer = Assert.Single(tileJson.VectorLayers);
        Assert.Equal(("water", "w", 2, 9, "String"), (layer.Id, layer.Description, layer.MinZoom, layer.MaxZoom, layer.Fields["class"]));
    }

    [Fact]
    public async Task GetTileJsonAsync_with_missing_and_unknown_members_returns_empty_and_additional_properties()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson("""{"maxzoom":"12","new":{"a":1},"vector_layers":[{"id":"water","fields":{"class":"String","n":1}}],"bounds":[170,-10,-170,10]}"""));

        var tileJson = await Maps(services).GetTileJsonAsync("m", cancellationToken: Cancel);

        Assert.Equal(12, tileJson.MaxZoom);
        Assert.Null(tileJson.MinZoom);
        Assert.Empty(tileJson.Tiles);
        Assert.Equal(new BoundingBox(170, -10, -170, 10), tileJson.Bounds);
        Assert.Equal("1", tileJson.VectorLayers.Single().Fields["n"]);
        Assert.Equal(1, tileJson.AdditionalProperties!["new"].GetProperty("a").GetInt32());
        Assert.Equal("water", JsonSerializer.Deserialize<TileJson>(JsonSerializer.Serialize(tileJson))!.VectorLayers.Single().Id);
    }

    [Theory]
    [InlineData("""{"bounds":[0,0,5120,5120]}""", null)]
    [InlineData("""{"bounds":[],"center":[null,1,2],"maxzoom":14.0,"tilejson":2.2,"tiles":null}""", 14)]
    [InlineData("""{"center":[8.5,47.4]}""", null)]
    [InlineData("""{"center":[8.5,90.5,1]}""", null)]
    [InlineData("""{"center":[8.5,47.4,24.5]}""", null)]
    [InlineData("""{"center":[8.5,47.4,1,1]}""", null)]
    [InlineData("""{"tiles":[null],"vector_layers":[null],"minzoom":"x","center":"x","bounds":null}""", null)]
    public async Task GetTileJsonAsync_with_members_of_unexpected_types_returns_null_or_empty_for_them(string body, int? maxZoom)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(body));

        var tileJson = await Maps(services).GetTileJsonAsync("m", cancellationToken: Cancel);

        Assert.Null(tileJson.Bounds);
        Assert.Null(tileJson.MinZoom);
        Assert.Null(tileJson.Center);
        Assert.Empty(tileJson.Tiles);
        Assert.Empty(tileJson.VectorLayers);
        Assert.Equal(maxZoom, tileJson.MaxZoom);
    }

    [Fact]
    public async Task GetTileJsonAsync_with_numbers_as_strings_returns_their_digits()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson("""{"name":5,"description":{"a":1},"attribution":false,"format":null,"logo":[]}"""));

        var tileJson = await Maps(services).GetTileJsonAsync("m", cancellationToken: Cancel);

        Assert.Equal(("5", null, "false", null, null), (tileJson.Name, tileJson.Description, tileJson.Attribution, tileJson.Format, tileJson.Logo));
    }

    private static MapsClient Maps(IServiceProvider services) => services.GetRequiredService<MapsClient>();
}

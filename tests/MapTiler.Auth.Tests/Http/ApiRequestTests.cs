using System.Net;
using MapTiler.Weather;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Http;

public sealed class ApiRequestTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<MapTilerClient, Task<MapTilerContent?>>> Tiles => new()
    {
        { "of a map", client => client.Maps.GetTileAsync("m", default, cancellationToken: Cancel) },
        { "of a tileset", client => client.Tiles.GetTileAsync("v3", default, cancellationToken: Cancel) },
        { "of an image", client => client.Images.GetTileAsync("i", default, Cancel) },
        { "of the weather", client => client.Weather.GetTileAsync(new WeatherKeyframe { Id = "k" }, default, cancellationToken: Cancel) },
    };

    public static TheoryData<string, Func<MapTilerClient, Task>> Others => new()
    {
        { "/maps/{mapId}/WMTSCapabilities.xml", client => client.Maps.GetWmtsCapabilitiesAsync("m", Cancel) },
        { "/maps/{mapId}/tiles.json", client => client.Maps.GetTileJsonAsync("m", cancellationToken: Cancel) },
        { "/maps/{mapId}/256/tiles.json", client => client.Maps.GetTileJsonAsync("m", 256, Cancel) },
        { "/tiles/{tilesId}/WMTSCapabilities.xml", client => client.Tiles.GetWmtsCapabilitiesAsync("v3", Cancel) },
        { "/tiles/{tilesId}/tiles.json", client => client.Tiles.GetTileJsonAsync("v3", Cancel) },
        { "/fonts/{fontstack}/{start}-{end}.pbf", client => client.Fonts.GetGlyphsAsync("Roboto", 0, Cancel) },
        { "/sprites/{spriteId}/sprite{scale}.{format}", client => client.Maps.GetSpriteImageAsync(new() { Url = "/sprites/v4/sprite" }, cancellationToken: Cancel) },
        { "/maps/{mapId}/sprite{scale}.{format}", client => client.Maps.GetSpriteImageAsync(new() { Url = "/maps/m/sprite" }, cancellationToken: Cancel) },
        { "/maps/{mapId}/static/", client => client.StaticMaps.GetAsync("m", new MapView(default, 3), cancellationToken: Cancel) },
        { "/data/{dataId}/features.json", client => client.Data.StreamFeaturesAsync("d", Cancel).ToListAsync(Cancel).AsTask() },
    };

    [Theory, MemberData(nameof(Tiles), DisableDiscoveryEnumeration = true)]
    public async Task GetTileAsync_with_a_204_response_returns_null(string _, Func<MapTilerClient, Task<MapTilerContent?>> get)
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.NoContent)));

        Assert.Null(await get(services.GetRequiredService<MapTilerClient>()));
    }

    [Theory, MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public async Task Other_method_with_a_204_response_throws_InvalidResponse(string endpoint, Func<MapTilerClient, Task> get)
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.NoContent)));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => get(services.GetRequiredService<MapTilerClient>()));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
        Assert.StartsWith(endpoint, error.Endpoint, StringComparison.Ordinal);
    }
}

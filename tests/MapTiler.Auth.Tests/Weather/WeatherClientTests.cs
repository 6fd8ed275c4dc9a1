using MapTiler.Weather;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Weather;

public sealed class WeatherClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetTileAsync_with_a_keyframe_of_the_catalog_requests_its_tileset()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);
        var client = services.GetRequiredService<WeatherClient>();

        var wind = Assert.Single(await client.GetLatestAsync(Cancel));
        using var tile = await client.GetTileAsync(wind.Keyframes[0], new(0, 0, 0), wind.TileFormat, Cancel);

        Assert.Equal(("Wind", "wind-10m:gfs", "ms", "png"), (wind.Name, wind.Metadata.Id, wind.Metadata.Unit, wind.TileFormat));
        Assert.Equal(new DateTimeOffset(2023, 3, 1, 6, 0, 0, TimeSpan.Zero), wind.Keyframes[0].Timestamp);
        Assert.Equal(512, Assert.Single(wind.TileMatrixSet!.Items).TileWidth);
        Assert.StartsWith("https://api.maptiler.com/tiles/k/0/0/0.png?", transport.Uris[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"variables":[null]}""")]
    [InlineData("""{"variables":{}}""")]
    [InlineData("null")]
    public async Task GetLatestAsync_with_a_response_of_another_shape_throws_InvalidResponse(string body)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(body));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.GetRequiredService<WeatherClient>().GetLatestAsync(Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
    }

    [Fact]
    public async Task GetTileAsync_with_a_keyframe_without_id_throws()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson());

        await Assert.ThrowsAsync<ArgumentException>("keyframe", () => services.GetRequiredService<WeatherClient>().GetTileAsync(new WeatherKeyframe(), default, cancellationToken: Cancel));
    }
}

using System.Net;
using System.Net.Http.Headers;
using MapTiler.Tiles;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Tiles;

public sealed class TilesClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.NoContent, true)]
    [InlineData(HttpStatusCode.OK, true)]
    [InlineData(HttpStatusCode.OK, false)]
    public async Task Vector_tile_without_content_returns_null(HttpStatusCode status, bool hasLength)
    {
        using var services = Clients.Services(new Wire(_ =>
        {
            var response = new HttpResponseMessage(status) { Content = new ByteArrayContent([]) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-protobuf") } } };
            response.Content.Headers.ContentLength = hasLength ? 0 : null;
            return response;
        }));
        var tiles = services.GetRequiredService<TilesClient>();

        Assert.Null(await tiles.GetTileAsync(TilesetIds.Outdoor, new(14, 1, 1), "pbf", Cancel));
        await foreach (var downloaded in tiles.DownloadTilesAsync(TilesetIds.Outdoor, [new(14, 1, 1)], "pbf", cancellationToken: Cancel))
            Assert.Equal((null, null), (downloaded.Bytes, downloaded.Error));
    }

    [Fact]
    public async Task Tile_above_the_largest_zoom_fails_with_a_message_about_the_zoom()
    {
        var wire = new Wire(_ => new HttpResponseMessage(HttpStatusCode.BadRequest));
        using var services = Clients.Services(wire);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.GetRequiredService<TilesClient>().GetTileAsync(TilesetIds.Outdoor, new(15, 1, 1), "pbf", Cancel));

        Assert.Equal((MapTilerErrorReason.InvalidRequest, 1), (error.Reason, wire.Uris.Count));
        Assert.Contains("maxzoom", error.Message, StringComparison.Ordinal);
    }
}

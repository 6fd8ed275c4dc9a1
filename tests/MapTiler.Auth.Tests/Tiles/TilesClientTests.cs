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
    public async Task GetTileAsync_with_a_vector_tile_without_content_returns_null(HttpStatusCode status, bool hasLength)
    {
        using var services = Clients.Services(new StubTransport(_ =>
        {
            var response = new HttpResponseMessage(status) { Content = new ByteArrayContent([]) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-protobuf") } } };
            response.Content.Headers.ContentLength = hasLength ? 0 : null;
            return response;
        }));
        var tiles = services.GetRequiredService<TilesClient>();

        Assert.Null(await tiles.GetTileAsync(TilesetIds.Outdoor, new(14, 1, 1), "pbf", Cancel));
        var downloaded = Assert.Single(await tiles.DownloadTilesAsync(TilesetIds.Outdoor, [new(14, 1, 1)], "pbf", cancellationToken: Cancel).ToListAsync(Cancel));
        Assert.Equal((null, null), (downloaded.Bytes, downloaded.Error));
    }

    [Fact]
    public async Task GetTileAsync_above_the_largest_zoom_throws_InvalidRequest_with_a_message_about_the_zoom()
    {
        var transport = new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.BadRequest));
        using var services = Clients.Services(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.GetRequiredService<TilesClient>().GetTileAsync(TilesetIds.Outdoor, new(15, 1, 1), "pbf", Cancel));

        Assert.Equal((MapTilerErrorReason.InvalidRequest, 1), (error.Reason, transport.Uris.Count));
        Assert.Contains("maxzoom", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Methods_with_a_Guid_request_the_tileset_of_that_id()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);
        var tiles = services.GetRequiredService<TilesClient>();
        var id = Guid.Parse("0195A1B2-C3D4-7E5F-8A9B-0C1D2E3F4A5B");

        await tiles.GetTileJsonAsync(id, Cancel);
        using var tile = await tiles.GetTileAsync(id, new(1, 1, 0), "png", Cancel);
        await tiles.DownloadTilesAsync(id, [new(2, 1, 0)], "png", cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(["tiles.json", "1/1/0.png", "2/1/0.png"], transport.Uris.Select(uri => new Uri(uri).AbsolutePath.Replace("/tiles/0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/", "", StringComparison.Ordinal)));
    }
}

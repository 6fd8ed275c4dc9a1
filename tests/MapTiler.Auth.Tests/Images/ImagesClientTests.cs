using System.Net;
using MapTiler.Images;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Images;

public sealed class ImagesClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetTileAsync_with_a_tile_without_content_returns_null()
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.NoContent)));

        Assert.Null(await services.GetRequiredService<ImagesClient>().GetTileAsync("i", default, Cancel));
    }

    [Fact]
    public async Task Methods_with_a_Guid_request_the_image_of_that_id()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);
        var images = services.GetRequiredService<ImagesClient>();
        var id = Guid.Parse("0195A1B2-C3D4-7E5F-8A9B-0C1D2E3F4A5B");

        await images.GetAsync(id, Cancel);
        using var tile = await images.GetTileAsync(id, new(1, 1, 0), Cancel);

        Assert.Equal(["image.json", "1/1/0"], transport.Uris.Select(uri => new Uri(uri).AbsolutePath.Replace("/images/0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/", "", StringComparison.Ordinal)));
    }
}

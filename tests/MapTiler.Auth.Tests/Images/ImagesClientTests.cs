using System.Net;
using MapTiler.Images;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Images;

public sealed class ImagesClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_image_says_how_large_it_is()
    {
        using var services = Clients.Services(Wire.AlwaysJson());

        var image = await services.GetRequiredService<ImagesClient>().GetAsync("i", Cancel);

        Assert.Equal((5120, 5120, 0, 4, 512), (image.Width, image.Height, image.MinZoom, image.MaxZoom, image.TileSize));
    }

    [Fact]
    public async Task A_text_of_an_image_may_be_a_number()
    {
        using var services = Clients.Services(Wire.AlwaysJson("""{"id":7,"description":2026,"width":1,"height":1,"minzoom":0,"maxzoom":0,"tileSize":512}"""));

        var image = await services.GetRequiredService<ImagesClient>().GetAsync("i", Cancel);

        Assert.Equal(("7", "2026", null), (image.Id, image.Description, image.Attribution));
    }

    [Fact]
    public async Task An_image_without_its_size_is_an_invalid_response()
    {
        using var services = Clients.Services(Wire.AlwaysJson("""{"id":"i","width":1}"""));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.GetRequiredService<ImagesClient>().GetAsync("i", Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
    }

    [Fact]
    public async Task An_absent_tile_is_none()
    {
        using var services = Clients.Services(new Wire(_ => new HttpResponseMessage(HttpStatusCode.NoContent)));

        Assert.Null(await services.GetRequiredService<ImagesClient>().GetTileAsync("i", default, Cancel));
    }
}

using System.Text.Json;
using MapTiler.Images;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Images;

public sealed class ImageJsonTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_returns_every_member_and_additional_properties()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson("""{"id":"i","description":"d","attribution":"a","width":"5120","height":4096,"minzoom":1,"maxzoom":4,"tileSize":"512","new":{"a":1}}"""));

        var image = await services.GetRequiredService<ImagesClient>().GetAsync("i", Cancel);

        Assert.Equal(("i", "d", "a"), (image.Id, image.Description, image.Attribution));
        Assert.Equal((5120, 4096, 1, 4, 512), (image.Width, image.Height, image.MinZoom, image.MaxZoom, image.TileSize));
        Assert.Equal("""{"a":1}""", image.AdditionalProperties!["new"].GetRawText());
        Assert.Contains("\"new\":{\"a\":1}", JsonSerializer.Serialize(image), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_with_the_required_members_only_returns_them()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson());

        var image = await services.GetRequiredService<ImagesClient>().GetAsync("i", Cancel);

        Assert.Equal((5120, 5120, 0, 4, 512), (image.Width, image.Height, image.MinZoom, image.MaxZoom, image.TileSize));
    }

    [Fact]
    public async Task GetAsync_with_numbers_as_strings_returns_their_digits()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson("""{"id":7,"description":2026,"width":1,"height":1,"minzoom":0,"maxzoom":0,"tileSize":512}"""));

        var image = await services.GetRequiredService<ImagesClient>().GetAsync("i", Cancel);

        Assert.Equal(("7", "2026", null), (image.Id, image.Description, image.Attribution));
    }

    [Fact]
    public async Task GetAsync_without_a_required_member_throws_InvalidResponse()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson("""{"id":"i","width":1}"""));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.GetRequiredService<ImagesClient>().GetAsync("i", Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
    }
}

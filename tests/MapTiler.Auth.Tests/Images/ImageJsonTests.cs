using System.Text.Json;
using MapTiler.Images;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Images;

public sealed class ImageJsonTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_field_is_read_and_what_is_new_is_kept()
    {
        using var services = Clients.Services(Wire.AlwaysJson("""{"id":"i","description":"d","attribution":"a","width":"5120","height":4096,"minzoom":1,"maxzoom":4,"tileSize":"512","new":{"a":1}}"""));

        var image = await services.GetRequiredService<ImagesClient>().GetAsync("i", Cancel);

        Assert.Equal(("i", "d", "a"), (image.Id, image.Description, image.Attribution));
        Assert.Equal((5120, 4096, 1, 4, 512), (image.Width, image.Height, image.MinZoom, image.MaxZoom, image.TileSize));
        Assert.Equal("""{"a":1}""", image.AdditionalProperties!["new"].GetRawText());
        Assert.Contains("\"new\":{\"a\":1}", JsonSerializer.Serialize(image), StringComparison.Ordinal);
    }
}

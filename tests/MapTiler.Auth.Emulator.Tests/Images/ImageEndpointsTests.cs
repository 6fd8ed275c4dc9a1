using System.Net;
using SkiaSharp;

namespace MapTiler.Emulator.Tests;

public sealed class ImageEndpointsTests : EmulatorTest
{
    [Fact]
    public async Task Image_metadata_has_size_and_zoom_levels()
    {
        Emulator.Add(new EmulatedImage("plan", 5120, 3000) { Description = "A plan", Attribution = "me" });
        var image = await GetJsonAsync("/images/plan/image.json");

        Assert.Equal(("plan", "A plan", "me"), (
            image.GetProperty("id").GetString(), image.GetProperty("description").GetString(), image.GetProperty("attribution").GetString()));
        Assert.Equal((5120, 3000, 0, 4, 512), (
            image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32(), image.GetProperty("minzoom").GetInt32(),
            image.GetProperty("maxzoom").GetInt32(), image.GetProperty("tileSize").GetInt32()));
    }

    [Fact]
    public async Task Tiles_of_an_image_are_drawn_or_added()
    {
        var image = new EmulatedImage("plan", 1000, 500) { TileSize = 256 };
        image.AddTile(2, 1, 1, [7]);
        Emulator.Add(image);

        using var whole = TestImages.Decode(await GetBytesAsync("/images/plan/0/0/0"), SKEncodedImageFormat.Png);
        Assert.Equal((256, 0), (whole.Width, whole.GetPixel(100, 200).Alpha));
        Assert.Equal(255, whole.GetPixel(100, 100).Alpha);
        Assert.Equal([7], await GetBytesAsync("/images/plan/2/1/1"));
        await AssertStatusAsync(HttpStatusCode.NoContent, SendWithKeyAsync("/images/plan/2/0/2"));
    }
}

using System.Net;
using System.Text.Json;
using SkiaSharp;

namespace MapTiler.Emulator.Tests;

public sealed class SpriteEndpointTests : EmulatorTest
{
    private const string Base = "019d2471-bb09-76a3-8579-649eaf1aac38";
    private const string OpenStreetMap = "019d2471-bb09-76a3-8579-65d9425a91f6";

    public static TheoryData<string, int> Sheets =>
    [
        .. ((string[])["sprites/general", "sprites/misc", "sprites/transportation", $"sprites/{Base}", $"sprites/{OpenStreetMap}", "maps/streets-v4", "maps/toner-v2"])
            .SelectMany(sheet => ((int[])[1, 2]).Select(ratio => (sheet, ratio))),
    ];

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task An_index_describes_icons_of_its_image_that_do_not_overlap(string sheet, int pixelRatio)
    {
        var scale = pixelRatio == 2 ? "@2x" : "";
        var icons = JsonDocument.Parse(await GetKeylessAsync($"/{sheet}/sprite{scale}.json")).RootElement.EnumerateObject().ToArray();
        using var image = TestImages.Decode(await GetKeylessAsync($"/{sheet}/sprite{scale}.png"), SKEncodedImageFormat.Png);
        var places = icons.Select(icon => Place(icon.Value)).ToArray();

        Assert.NotEmpty(icons);
        Assert.All(icons, icon =>
        {
            Assert.Equal(["width", "height", "x", "y", "pixelRatio", "sdf"], icon.Value.EnumerateObject().Select(member => member.Name));
            Assert.Equal(pixelRatio, icon.Value.GetProperty("pixelRatio").GetInt32());
        });
        Assert.All(places, place =>
        {
            Assert.True(SKRectI.Create(image.Width, image.Height).Contains(place), $"{place} is outside of the image.");
            Assert.Contains(true, Pixels(image, place).Select(pixel => pixel.Alpha > 0));
            Assert.Single(places, other => other.IntersectsWith(place));
        });
    }

    [Theory]
    [InlineData("general", "circle", true)]
    [InlineData("general", "star", true)]
    [InlineData("general", "pin", false)]
    [InlineData("transportation", "airport", true)]
    [InlineData("transportation", "road_1", true)]
    [InlineData("transportation", "us-interstate_3", true)]
    [InlineData("misc", "construction_pattern", false)]
    [InlineData("misc", "traffic_signal", false)]
    public async Task An_icon_is_in_its_sheet_with_its_kind_of_image(string sheet, string icon, bool isSdf)
    {
        var index = JsonDocument.Parse(await GetKeylessAsync($"/sprites/{sheet}/sprite.json")).RootElement;
        Assert.Equal(isSdf, index.GetProperty(icon).GetProperty("sdf").GetBoolean());
    }

    [Theory]
    [InlineData("traffic_signal", 9, 22, 0)]
    [InlineData("construction_pattern", 13, 13, 9)]
    public async Task Sheet_misc_has_the_icon_sizes_of_MapTiler(string icon, int width, int height, int left)
    {
        var index = JsonDocument.Parse(await GetKeylessAsync("/sprites/misc/sprite.json")).RootElement;
        Assert.Equal(SKRectI.Create(left, 0, width, height), Place(index.GetProperty(icon)));
        Assert.Equal(2, index.EnumerateObject().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_SDF_icon_has_its_outline_at_three_quarters(int pixelRatio)
    {
        var scale = pixelRatio == 2 ? "@2x" : "";
        var index = JsonDocument.Parse(await GetKeylessAsync($"/sprites/general/sprite{scale}.json")).RootElement;
        using var image = TestImages.Decode(await GetKeylessAsync($"/sprites/general/sprite{scale}.png"), SKEncodedImageFormat.Png);
        var square = Place(index.GetProperty("square"));

        // The shape is a square of 14 points whose side is 4 points from the side of the icon.
        var row = Enumerable.Range(square.Left, 7 * pixelRatio).Select(x => (int)image.GetPixel(x, square.MidY).Alpha).ToArray();
        Assert.InRange(row[(4 * pixelRatio) - 1], 170, 191);
        Assert.InRange(row[4 * pixelRatio], 191, 212);
        Assert.Equal(255 / 8.0 / pixelRatio, row[4 * pixelRatio] - row[(4 * pixelRatio) - 1], 1.5);
    }

    [Theory]
    [InlineData("/sprites/nowhere/sprite.json")]
    [InlineData("/sprites/common/sprite.png")]
    [InlineData("/sprites/019d2471-bb09-76a3-8579-000000000000/sprite@2x.png")]
    [InlineData("/maps/general/sprite.json")]
    [InlineData("/maps/nowhere/sprite.png")]
    public Task An_unknown_sheet_is_not_found(string path) => AssertStatusAsync(HttpStatusCode.NotFound, SendAsync(path));

    private static SKRectI Place(JsonElement icon) => SKRectI.Create(
        icon.GetProperty("x").GetInt32(), icon.GetProperty("y").GetInt32(), icon.GetProperty("width").GetInt32(), icon.GetProperty("height").GetInt32());

    private static IEnumerable<SKColor> Pixels(SKBitmap image, SKRectI place) =>
        from y in Enumerable.Range(place.Top, place.Height) from x in Enumerable.Range(place.Left, place.Width) select image.GetPixel(x, y);

    private async Task<byte[]> GetKeylessAsync(string path)
    {
        using var response = await SendAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync(Cancellation);
    }
}

using SkiaSharp;

namespace MapTiler.Emulator.Tests;

public sealed class RasterImageTests : EmulatorTest
{
    private const SKEncodedImageFormat Png = SKEncodedImageFormat.Png;
    private const SKEncodedImageFormat Jpeg = SKEncodedImageFormat.Jpeg;
    private const SKEncodedImageFormat Webp = SKEncodedImageFormat.Webp;

    public static TheoryData<string, SKEncodedImageFormat, int, int> Sizes =>
    [
        ("/maps/streets-v4/3/4/2.png", Png, 512, 512),
        ("/maps/streets-v4/3/4/2@2x.webp", Webp, 1024, 1024),
        ("/maps/satellite-v4/256/3/4/2.jpg", Jpeg, 256, 256),
        ("/maps/streets-v4-dark/256/3/4/2@2x.png", Png, 512, 512),
        ("/maps/toner-v2/22/2147483/1400000.png", Png, 512, 512),
        ("/maps/streets-v4/static/8.5,47.4,9.5/300x200.png", Png, 300, 200),
        ("/maps/streets-v4/static/8.5,47.4,9/300x200@2x.jpg", Jpeg, 600, 400),
        ("/maps/streets-v4/static/-180,-85,180,85/1x1.webp", Webp, 1, 1),
        ("/maps/streets-v4/static/178,-20,0/2048x10.png", Png, 2048, 10),
        ("/maps/streets-v4/static/-180,0,0/2048x2048@2x.png", Png, 4096, 4096),
        ("/tiles/satellite-v2/3/4/2", Jpeg, 512, 512),
        ("/tiles/terrain-rgb-v2/3/4/2", Webp, 512, 512),
        ("/sprites/misc/sprite.png", Png, 22, 22),
        ("/sprites/misc/sprite@2x.png", Png, 44, 44),
    ];

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Image_has_the_size_and_format_of_its_path(string path, SKEncodedImageFormat format, int width, int height)
    {
        using var image = TestImages.Decode(await GetBytesAsync(path), format);
        Assert.Equal((width, height), (image.Width, image.Height));
    }

    [Fact]
    public async Task Images_of_maps_differ_by_location_and_style()
    {
        var images = new List<byte[]>();
        foreach (var path in (string[])["streets-v4/3/4/2", "streets-v4/3/5/2", "streets-v4-dark/3/4/2", "satellite-v4/3/4/2"])
            images.Add(await GetBytesAsync($"/maps/{path}.png"));
        Assert.Equal(4, images.Select(Convert.ToBase64String).Distinct().Count());
    }

    [Theory]
    [InlineData(16.4, 48.2, true)]
    [InlineData(-30, 40, false)]
    [InlineData(179.3, 66.5, true)]
    [InlineData(-100, -88, true)]
    public async Task Land_and_sea_have_different_colors(double longitude, double latitude, bool isLand)
    {
        var sea = new SKColor(0xCD, 0xD7, 0xDD);
        using var image = TestImages.Decode(
            await GetBytesAsync(FormattableString.Invariant($"/maps/base-v4/static/{longitude},{latitude},9/21x21.png?attribution=false")), Png);
        Assert.Equal(isLand, image.GetPixel(5, 7) != sea);
    }
}

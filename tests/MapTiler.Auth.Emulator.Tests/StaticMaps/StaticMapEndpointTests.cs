using SkiaSharp;

namespace MapTiler.Emulator.Tests;

public sealed class StaticMapEndpointTests : EmulatorTest
{
    private static readonly SKColor Magenta = new(255, 0, 255);

    [Theory]
    [InlineData("static/auto/200x200.png?path=fill:none|stroke:magenta|width:6|10,50|20,50", 100, 100)]
    [InlineData("static/auto/200x200.png?path=stroke:none|fill:%23f0f|10,40|20,40|20,50|10,50", 100, 100)]
    [InlineData("static/auto/200x200.png?path=stroke:rgb(255,0,255)|width:8|enc:_p~iF~ps|U_ulLnnqC_mqNvxq`@", 40, 32)]
    [InlineData("static/auto/200x200.png?encodedpath=_p~iF~ps|U_ulLnnqC_mqNvxq`@&stroke=magenta&width=8", 40, 32)]
    [InlineData("static/10,50,5/200x200.png?markers=10,50,magenta", 100, 90)]
    [InlineData("static/10,50,5/200x200.png?latlng=true&markers=50,10,magenta", 100, 90)]
    [InlineData("static/-179,0,5/200x200.png?markers=179,0,magenta", 9, 90)]
    [InlineData("static/auto/200x200.png?shortest=true&path=fill:none|stroke:magenta|width:9|170,0|-170,0", 100, 100)]
    public async Task Requested_overlays_are_drawn(string query, int x, int y)
    {
        using var image = TestImages.Decode(
            await GetBytesAsync("/maps/base-v4/" + query.Replace("|", "%7C", StringComparison.Ordinal)), SKEncodedImageFormat.Png);
        Assert.Equal(Magenta, image.GetPixel(x, y));
    }

    [Fact]
    public async Task Icon_is_drawn_at_its_anchor()
    {
        using var right = await DrawAsync("anchor:left");
        using var left = await DrawAsync("anchor:right");

        Assert.Equal(right.GetPixel(110, 100), left.GetPixel(90, 100));
        Assert.NotEqual(right.GetPixel(110, 100), left.GetPixel(110, 100));

        async Task<SKBitmap> DrawAsync(string anchor) => TestImages.Decode(
            await GetBytesAsync($"/maps/toner-v2/static/-30,40,5/200x200.png?markers={anchor}%7Cicon:https://example.com/i.png%7C-30,40"), SKEncodedImageFormat.Png);
    }

    [Theory]
    [InlineData("bottomright", 199, 199)]
    [InlineData("bottomleft", 0, 199)]
    [InlineData("topleft", 0, 0)]
    [InlineData("topright", 199, 0)]
    public async Task Attribution_is_in_the_requested_corner(string position, int x, int y)
    {
        using var with = await DrawAsync(position);
        using var without = await DrawAsync("false");
        Assert.NotEqual(with.GetPixel(x, y), without.GetPixel(x, y));

        async Task<SKBitmap> DrawAsync(string attribution) => TestImages.Decode(
            await GetBytesAsync($"/maps/base-v4/static/10,50,5/200x200.png?attribution={attribution}"), SKEncodedImageFormat.Png);
    }

    [Fact]
    public async Task Padding_is_left_around_the_bounds()
    {
        using var narrow = await DrawAsync("0");
        using var wide = await DrawAsync("0.4");

        Assert.Equal(Magenta, narrow.GetPixel(20, 100));
        Assert.NotEqual(Magenta, wide.GetPixel(20, 100));
        Assert.Equal(Magenta, wide.GetPixel(100, 100));

        async Task<SKBitmap> DrawAsync(string padding) => TestImages.Decode(
            await GetBytesAsync($"/maps/base-v4/static/auto/200x200.png?path=fill:none%7Cstroke:magenta%7Cwidth:6%7C10,50%7C20,50&padding={padding}"), SKEncodedImageFormat.Png);
    }
}

using MapTiler.Tiles;

namespace MapTiler.Tests.Tiles;

public sealed class RgbaImageTests
{
    private static readonly RgbaImage TwoByTwo = new(2, 2, Enumerable.Range(0, 16).Select(i => (byte)i).ToArray());

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 4)]
    [InlineData(0, 1, 8)]
    [InlineData(1, 1, 12)]
    public void PixelAt_a_column_and_a_row_returns_the_bytes_of_the_pixel(int x, int y, byte red) =>
        Assert.Equal((red, (byte)(red + 1), (byte)(red + 2), (byte)(red + 3)), TwoByTwo.PixelAt(x, y));

    [Theory]
    [InlineData(-1, 1, "x")]
    [InlineData(2, 0, "x")]
    [InlineData(0, -1, "y")]
    [InlineData(0, 2, "y")]
    public void PixelAt_outside_the_image_throws(int x, int y, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => TwoByTwo.PixelAt(x, y));

    [Theory]
    [InlineData(0, 1, "width")]
    [InlineData(1, 0, "height")]
    [InlineData(1, -1, "height")]
    [InlineData(2, 2, "pixels")]
    [InlineData(1 << 15, 1 << 15, "pixels")] // 2^32 bytes
    public void RgbaImage_with_a_size_that_does_not_match_the_pixels_throws(int width, int height, string parameter) =>
        Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(() => new RgbaImage(width, height, default)).ParamName);

    [Theory]
    [InlineData(0, 85, -179.9, 0, 0)]
    [InlineData(0, -85, 179.9, 3, 3)]
    [InlineData(0, 89, 0, 2, 0)]
    [InlineData(0, -90, 180, 3, 3)]
    [InlineData(1, 0, 0, 0, 0)]
    [InlineData(1, -66, 134, 2, 1)]
    [InlineData(1, -67, 136, 3, 2)]
    public void PixelAt_a_location_returns_the_pixel_that_contains_it(int zoom, double latitude, double longitude, byte column, byte row)
    {
        var image = new RgbaImage(4, 4, Enumerable.Range(0, 16).SelectMany(i => new byte[] { (byte)(i % 4), (byte)(i / 4), 0, 255 }).ToArray());
        var location = LngLat.FromLatLng(latitude, longitude);

        Assert.Equal((column, row, 0, 255), image.PixelAt(TileCoordinate.FromLngLat(location, zoom), location));
    }

    [Fact]
    public void PixelAt_a_location_in_another_tile_throws() =>
        Assert.Throws<ArgumentException>("location", () => new RgbaImage(1, 1, new byte[4]).PixelAt(new TileCoordinate(1, 0, 0), new LngLat(0, 10)));
}

namespace MapTiler.Tests.Tiles;

public class RgbaImageTests
{
    private static readonly RgbaImage TwoByTwo = new(2, 2, Enumerable.Range(0, 16).Select(i => (byte)i).ToArray());

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 4)]
    [InlineData(0, 1, 8)]
    [InlineData(1, 1, 12)]
    public void Pixels_come_by_row_and_column(int x, int y, byte red) =>
        Assert.Equal((red, (byte)(red + 1), (byte)(red + 2), (byte)(red + 3)), TwoByTwo.PixelAt(x, y));

    [Theory]
    [InlineData(-1, 1, "x")]
    [InlineData(2, 0, "x")]
    [InlineData(0, -1, "y")]
    [InlineData(0, 2, "y")]
    public void Beside_the_picture_there_is_no_pixel(int x, int y, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => TwoByTwo.PixelAt(x, y));

    [Theory]
    [InlineData(0, 1, "width")]
    [InlineData(1, 0, "height")]
    [InlineData(1, -1, "height")]
    [InlineData(1 << 15, 1 << 15, "pixels")] // 2^32 bytes
    public void A_picture_has_pixels(int width, int height, string parameter) =>
        Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(() => new RgbaImage(width, height, default)).ParamName);
}

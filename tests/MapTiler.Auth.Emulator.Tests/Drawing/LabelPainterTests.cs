using System.Globalization;
using MapTiler.Emulator.Tiles;
using MapTiler.Emulator.World;
using SkiaSharp;

namespace MapTiler.Emulator.Tests;

public sealed class LabelPainterTests : EmulatorTest
{
    private const int Size = 512;

    [Theory]
    [InlineData("streets-v4", 4, 8, 5)]
    [InlineData("hybrid-v4", 3, 2, 3)]
    [InlineData("streets-v4-dark", 6, 33, 21)]
    public async Task Two_adjacent_tiles_are_one_image(string map, int z, int x, int y)
    {
        var middle = new TileCoordinate(z, x, y).Bounds;
        var center = string.Create(CultureInfo.InvariantCulture, $"{WebMercator.Longitude(middle.Right)},{WebMercator.Latitude((middle.Top + middle.Bottom) / 2)},{z}");
        using var whole = await DrawAsync($"/maps/{map}/static/{center}/{2 * Size}x{Size}.png?attribution=false");
        using var left = await DrawAsync($"/maps/{map}/{z}/{x}/{y}.png");
        using var right = await DrawAsync($"/maps/{map}/{z}/{x + 1}/{y}.png");

        // Around the seam, where a name that only one of them has would end.
        var different = 0;
        for (var row = 0; row < Size; row++)
        {
            for (var column = Size - 100; column < Size + 100; column++)
            {
                var tile = column < Size ? left.GetPixel(column, row) : right.GetPixel(column - Size, row);
                var other = whole.GetPixel(column, row);
                if (Math.Abs(tile.Red - other.Red) + Math.Abs(tile.Green - other.Green) + Math.Abs(tile.Blue - other.Blue) > 100)
                    different++;
            }
        }

        Assert.InRange(different, 0, 50);
    }

    private async Task<SKBitmap> DrawAsync(string path) => TestImages.Decode(await GetBytesAsync(path), SKEncodedImageFormat.Png);
}

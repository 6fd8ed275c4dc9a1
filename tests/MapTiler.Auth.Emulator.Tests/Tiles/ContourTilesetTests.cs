using MapTiler.Emulator.Tiles;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Tests;

public sealed class ContourTilesetTests
{
    private static readonly ContourTileset Contours = new("Contours");
    private static readonly TileCoordinate Alps = new(11, 1073, 717);

    [Theory]
    [InlineData(9, 100, 200)]
    [InlineData(11, 50, 100)]
    [InlineData(12, 20, 40)]
    [InlineData(14, 10, 20)]
    public void Interval_is_smaller_at_higher_zooms(int zoom, int meters, int feet)
    {
        var tile = new TileCoordinate(zoom, (1073 << 3) >> (14 - zoom), (717 << 3) >> (14 - zoom));

        Assert.All(Heights(tile, "contour"), h => Assert.Equal(0, h % meters));
        Assert.All(Heights(tile, "contour_ft"), h => Assert.Equal(0, h % feet));
        Assert.NotEmpty(Heights(tile, "contour"));
    }

    [Fact]
    public void Line_is_where_the_surface_has_its_elevation()
    {
        foreach (var line in TileAssert.Layer(Contours, Alps, "contour"))
        {
            foreach (var (x, y) in line.Parts.SelectMany(p => p))
            {
                var box = Alps.Bounds;
                var meters = ElevationSurface.At(
                    WebMercator.Longitude(box.Left + (box.Width * x / 4096)), WebMercator.Latitude(box.Top + (box.Height * y / 4096)));
                Assert.Equal(Height(line), meters, tolerance: 5);
            }
        }
    }

    [Fact]
    public void Lines_are_long_and_end_only_at_the_sides()
    {
        foreach (var part in TileAssert.Layer(Contours, Alps, "contour").SelectMany(line => line.Parts))
            Assert.True(part[0] == part[^1] || new[] { part[0], part[^1] }.All(IsAtSide), $"{part[0]} to {part[^1]}");

        static bool IsAtSide((int X, int Y) point) => Math.Min(point.X, point.Y) <= 0 || Math.Max(point.X, point.Y) >= 4096;
    }

    [Fact]
    public void Nth_line_is_the_largest_divisor_of_the_schema()
    {
        foreach (var line in TileAssert.Layer(Contours, new(14, 1073 << 3, 717 << 3), "contour"))
        {
            var nth = Height(line) switch { var h when h % 100 == 0 => 10ul, var h when h % 50 == 0 => 5ul, var h when h % 20 == 0 => 2ul, _ => 1ul };
            Assert.Equal(nth, line.Attributes["nth_line"]);
        }
    }

    [Fact]
    public void Elevation_below_sea_level_is_negative() =>
        Assert.Contains(TileAssert.Tiles(1).SelectMany(t => Heights(new(9, (t.X * 256) + 100, (t.Y * 256) + 90), "contour")), h => h < 0);

    [Fact]
    public void Tile_has_only_the_declared_layers_fields_and_zooms() => TileAssert.IsAsDeclared(Contours, Alps);

    private static int[] Heights(TileCoordinate tile, string layer) => [.. TileAssert.Layer(Contours, tile, layer).Select(Height)];

    private static int Height(VectorTile.Feature line) => Convert.ToInt32(line.Attributes["height"], System.Globalization.CultureInfo.InvariantCulture);
}

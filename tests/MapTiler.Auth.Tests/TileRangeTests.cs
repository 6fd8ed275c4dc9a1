using CsCheck;

namespace MapTiler.Tests;

public class TileRangeTests
{
    private static readonly BoundingBox World = new(-180, -90, 180, 90);

    /// <summary>Boxes with a size and with no edge on that of a tile.</summary>
    private static readonly Gen<BoundingBox> Box = Gen.Select(Gen.Double[-179, 179], Gen.Double[-179, 179], Gen.Double[-89, 89], Gen.Double[-89, 89])
        .Select((west, east, a, b) => new BoundingBox(west + 0.01234567, Math.Min(a, b) + 0.01234567, east + 0.01234567, Math.Max(a, b) + 0.01234567))
        .Where(box => box.West != box.East && box.South != box.North);

    [Fact] // mercantile's documentation: mercantile.tiles(-105, 39.99, -104.99, 40, zooms=14)
    public void Small_bounding_box_has_its_tiles()
    {
        var range = new TileRange(new BoundingBox(-105, 39.99, -104.99, 40), 14);

        Assert.Equal([new(14, 3413, 6202), new(14, 3413, 6203)], range);
        Assert.Equal(2, range.Count);
        Assert.Equal((14, 14, new BoundingBox(-105, 39.99, -104.99, 40)), (range.MinZoom, range.MaxZoom, range.Bounds));
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 3, 1 + 4 + 16 + 64)]
    [InlineData(15, 15, 1L << 30)]
    [InlineData(30, 30, 1L << 60)]
    [InlineData(0, 30, ((1L << 62) - 1) / 3)]
    public void Count_of_the_world_does_not_enumerate(int minZoom, int maxZoom, long expected)
    {
        Assert.Equal(expected, new TileRange(World, minZoom, maxZoom).Count);
        Assert.Equal(expected, new TileRange(new TileCoordinate(0, 0, 0).Bounds, minZoom, maxZoom).Count);
        Assert.Equal(expected, new TileRange(new BoundingBox(-1000, -90, 1000, 90), minZoom, maxZoom).Count);
    }

    [Fact]
    public void Tiles_are_ordered_by_zoom_row_and_column() =>
        Assert.Equal(["0/0/0", "1/0/0", "1/1/0", "1/0/1", "1/1/1"], new TileRange(World, 0, 1).Select(tile => tile.ToString()));

    [Theory]
    [InlineData(170, -170)]
    [InlineData(170, 190)]
    [InlineData(-190, -170)]
    [InlineData(530, 550)]
    public void Bounding_box_across_the_antimeridian_has_the_tiles_of_both_sides(double west, double east) =>
        Assert.Equal(["4/15/8", "4/0/8"], new TileRange(new BoundingBox(west, -10, east, -1), 4).Select(tile => tile.ToString()));

    [Theory] // the west in the same tile as the east, which is west of it
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(5, 32)]
    public void Bounding_box_of_the_world_has_each_tile_once(int zoom, int expected)
    {
        Assert.Equal(1L << zoom, new TileRange(new BoundingBox(1, 1, Math.BitDecrement(1), 2), zoom).Count);
        var tiles = new TileRange(new BoundingBox(10, 1, 9.9, 2), zoom).ToList();

        Assert.Equal(expected, tiles.Count);
        Assert.Equal(expected, tiles.Distinct().Count());
        Assert.Equal(TileCoordinate.FromLngLat(new LngLat(10, 1.5), zoom), tiles[0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(22)]
    [InlineData(29)]
    public void Bounding_box_of_a_tile_has_that_tile_or_its_children(int zoom)
    {
        var random = new Random(zoom);
        for (var i = 0; i < 1000; i++)
        {
            var tile = new TileCoordinate(zoom, (int)random.NextInt64(1L << zoom), (int)random.NextInt64(1L << zoom));

            Assert.Equal(tile, Assert.Single(new TileRange(tile.Bounds, zoom)));
            Assert.Equal(tile.Children, new TileRange(tile.Bounds, zoom + 1));
            if (tile.Parent is { } parent)
                Assert.Equal(parent, Assert.Single(new TileRange(tile.Bounds, parent.Z)));
        }
    }

    [Fact]
    public void Bounding_box_slightly_over_an_edge_has_the_next_tile()
    {
        var box = new TileCoordinate(8, 100, 100).Bounds;

        Assert.Equal(2, new TileRange(new BoundingBox(box.West, box.South, Math.BitIncrement(box.East), box.North), 8).Count);
        Assert.Equal(2, new TileRange(new BoundingBox(Math.BitDecrement(box.West), box.South, box.East, box.North), 8).Count);
        Assert.Equal(2, new TileRange(new BoundingBox(box.West, Math.BitDecrement(box.South), box.East, box.North), 8).Count);
        Assert.Equal(2, new TileRange(new BoundingBox(box.West, box.South, box.East, Math.BitIncrement(box.North)), 8).Count);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(180, 0)]
    [InlineData(-180, 0)]
    [InlineData(540, 1)]
    [InlineData(45, 90)]
    [InlineData(16.6, -90)]
    public void Bounding_box_of_a_location_has_its_tile(double longitude, double latitude)
    {
        for (var zoom = 0; zoom <= 30; zoom++)
        {
            var place = new LngLat(longitude, latitude);
            Assert.Equal(TileCoordinate.FromLngLat(place, zoom), Assert.Single(new TileRange(new BoundingBox(longitude, latitude, longitude, latitude), zoom)));
        }
    }

    [Fact]
    public void Bounding_box_along_an_edge_has_the_tiles_of_one_side() =>
        Assert.Equal(["2/1/2", "2/2/2"], new TileRange(new BoundingBox(-90, 0, 90, 0), 2).Select(tile => tile.ToString()));

    [Theory]
    [InlineData(170, 180, 15)]
    [InlineData(-180, -170, 0)]
    [InlineData(180, -170, 0)]
    [InlineData(170, -180, 15)]
    public void Bounding_box_that_ends_at_the_antimeridian_has_no_tile_beyond(double west, double east, int column) =>
        Assert.Equal([new(4, column, 7)], new TileRange(new BoundingBox(west, 1, east, 2), 4));

    [Theory]
    [InlineData(86, 89, 0)]
    [InlineData(-89, -86, 7)]
    public void Bounding_box_beyond_the_projection_has_the_outermost_row(double south, double north, int row) =>
        Assert.Equal([new(3, 4, row)], new TileRange(new BoundingBox(1, south, 2, north), 3));

    [Fact]
    public void Tiles_of_any_bounding_box_are_those_that_overlap_it() => Gen.Select(Box, Gen.Int[0, 5]).Sample((box, zoom) =>
    {
        var range = new TileRange(box, zoom);
        var tiles = range.ToList();
        var overlapping = new TileRange(World, zoom).Where(tile => Overlaps(tile.Bounds, box));

        return tiles.Count == range.Count && tiles.Distinct().Count() == tiles.Count && tiles.ToHashSet().SetEquals(overlapping);
    }, iter: 2000);

    [Fact]
    public void Any_location_of_the_bounding_box_is_in_one_of_the_tiles() => Gen.Select(Box, Gen.Int[0, 7], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((box, zoom, x, y) =>
    {
        var width = box.CrossesAntimeridian ? box.East - box.West + 360 : box.East - box.West;
        var place = new LngLat(box.West + width * x, box.South + (box.North - box.South) * y);
        return new TileRange(box, zoom).Contains(TileCoordinate.FromLngLat(place, zoom));
    }, iter: 2000);

    [Fact]
    public void TileRange_with_invalid_zooms_throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("zoom", () => new TileRange(World, 31));
        Assert.Throws<ArgumentOutOfRangeException>("zoom", () => new TileRange(World, -1));
        Assert.Throws<ArgumentOutOfRangeException>("minZoom", () => new TileRange(World, -1, 3));
        Assert.Throws<ArgumentOutOfRangeException>("maxZoom", () => new TileRange(World, 0, 31));
        Assert.Throws<ArgumentOutOfRangeException>("maxZoom", () => new TileRange(World, 3, 2));
    }

    private static bool Overlaps(BoundingBox tile, BoundingBox box)
    {
        var (top, bottom) = (tile.North > 85.05 ? 91 : tile.North, tile.South < -85.05 ? -91 : tile.South);
        if (!(box.South < top && box.North > bottom))
            return false;
        return box.CrossesAntimeridian ? tile.East > box.West || tile.West < box.East : tile.East > box.West && tile.West < box.East;
    }

    [Fact]
    public void EstimateMapRequests_multiplies_the_count_by_the_price_of_the_tile_size()
    {
        var range = new TileRange(new BoundingBox(16, 49, 17, 50), minZoom: 0, maxZoom: 10);

        Assert.Equal(range.Count * Endpoints.MapTile.Cost, range.EstimateMapRequests());
        Assert.Equal(range.Count * Endpoints.MapTile256.Cost, range.EstimateMapRequests(tileSize: 256));
        Assert.Equal(4, Endpoints.MapTile.Cost);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-256)]
    [InlineData(1024)]
    public void EstimateMapRequests_with_another_tile_size_throws(int tileSize) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(tileSize), () => new TileRange(new BoundingBox(16, 49, 17, 50), 3).EstimateMapRequests(tileSize));
}

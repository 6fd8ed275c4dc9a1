using CsCheck;

namespace MapTiler.Tests;

public class TileCoordinateTests
{
    private static readonly Gen<TileCoordinate> Tile =
        Gen.Int[0, 29].SelectMany(z => Gen.Select(Gen.Int[0, (1 << z) - 1], Gen.Int[0, (1 << z) - 1], (x, y) => new TileCoordinate(z, x, y)));

    [Fact]
    public void FromLngLat_of_a_million_locations_equals_an_independent_formula()
    {
        var random = new Random(1);
        for (var i = 0; i < 1_000_000; i++)
        {
            // Some far around the Earth, some beyond the projection, some on the antimeridian and the poles.
            var longitude = i % 50 == 0 ? random.Next(-1, 2) * 180 : random.NextDouble() * 1080 - 540;
            var latitude = i % 49 == 0 ? random.Next(-1, 2) * 90 : random.NextDouble() * 180 - 90;
            var zoom = random.Next(0, 23);

            var tile = TileCoordinate.FromLngLat(new LngLat(longitude, latitude), zoom);

            // The logarithm of the sine, and turns taken off one by one.
            var size = Math.Pow(2, zoom);
            while (longitude > 180)
                longitude -= 360;
            while (longitude < -180)
                longitude += 360;
            var sine = Math.Sin(latitude * Math.PI / 180);
            var (x, y) = ((longitude + 180) / 360 * size, (0.5 - Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size);
            AssertIndex(x, tile.X, size);
            AssertIndex(y, tile.Y, size);
        }

        static void AssertIndex(double expected, int index, double size)
        {
            if (Math.Abs(expected - Math.Round(expected)) > 1e-6 || expected <= 0 || expected >= size)
                Assert.Equal((int)Math.Clamp(Math.Floor(expected), 0, size - 1), index);
            else
                Assert.InRange(index, Math.Round(expected) - 1, Math.Round(expected)); // on an edge only the digits decide
        }
    }

    [Theory]
    [InlineData(8.5417, 47.3769, 12, 2145, 1434)]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(-180, 0, 2, 0, 2)]
    [InlineData(180, 0, 2, 3, 2)]
    [InlineData(180.0001, 0, 2, 0, 2)]
    [InlineData(-180.0001, 0, 2, 3, 2)]
    [InlineData(0, 90, 2, 2, 0)]
    [InlineData(0, -90, 2, 2, 3)]
    [InlineData(0, 85.06, 2, 2, 0)]
    [InlineData(0, -89, 2, 2, 3)]
    [InlineData(540, 0, 2, 0, 2)]
    [InlineData(-540, 0, 2, 0, 2)]
    [InlineData(3780, 0, 2, 0, 2)]
    [InlineData(1e300, -1, 0, 0, 0)]
    [InlineData(180, 85.0511287798066, 30, 1073741823, 0)]
    [InlineData(-180, -85.0511287798066, 30, 0, 1073741823)]
    [InlineData(180, -90, 30, 1073741823, 1073741823)]
    public void FromLngLat_at_the_edges_of_the_world_returns_tiles(double longitude, double latitude, int zoom, int x, int y) =>
        Assert.Equal(new TileCoordinate(zoom, x, y), TileCoordinate.FromLngLat(new LngLat(longitude, latitude), zoom));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(22)]
    [InlineData(30)]
    public void FromLngLat_next_to_an_edge_returns_the_tile_of_the_digits(int zoom)
    {
        var random = new Random(zoom);
        var tiles = 1L << zoom;
        for (var i = 0; i < 2000; i++)
        {
            var tile = new TileCoordinate(zoom, (int)random.NextInt64(tiles), (int)random.NextInt64(tiles));
            var (box, inside) = (tile.Bounds, tile.Center);

            Assert.Equal(tile, TileCoordinate.FromLngLat(new LngLat(box.West, box.North), zoom));
            Assert.Equal(tile, TileCoordinate.FromLngLat(new LngLat(Math.BitDecrement(box.East), Math.BitIncrement(box.South)), zoom));
            if (tile.X > 0)
                Assert.Equal(tile.X - 1, TileCoordinate.FromLngLat(new LngLat(Math.BitDecrement(box.West), inside.Latitude), zoom).X);
            if (tile.Y > 0)
                Assert.Equal(tile.Y - 1, TileCoordinate.FromLngLat(new LngLat(inside.Longitude, Math.BitIncrement(box.North)), zoom).Y);
            if (tile.X < tiles - 1)
                Assert.Equal(tile.X + 1, TileCoordinate.FromLngLat(new LngLat(box.East, inside.Latitude), zoom).X);
            if (tile.Y < tiles - 1)
                Assert.Equal(tile.Y + 1, TileCoordinate.FromLngLat(new LngLat(inside.Longitude, box.South), zoom).Y);
        }
    }

    [Fact]
    public void FromLngLat_slightly_west_of_Greenwich_is_west_of_it() =>
        Assert.Equal(new TileCoordinate(1, 0, 0), TileCoordinate.FromLngLat(new LngLat(-double.Epsilon, 1), 1));

    [Fact] // mercantile's documentation: mercantile.bounds(486, 332, 10), mercantile.parent(486, 332, 10)
    public void Tile_has_bounds_and_a_parent()
    {
        var tile = new TileCoordinate(10, 486, 332);

        Assert.Equal((-9.140625, -8.7890625), (tile.Bounds.West, tile.Bounds.East));
        Assert.Equal(53.12040528310657, tile.Bounds.South, 1e-12);
        Assert.Equal(53.33087298301705, tile.Bounds.North, 1e-12);
        Assert.Equal(new TileCoordinate(9, 243, 166), tile.Parent);
    }

    [Fact]
    public void Tile_of_zoom_0_is_the_world()
    {
        var world = new TileCoordinate(0, 0, 0);

        Assert.Equal(new BoundingBox(-180, -WebMercator.MaxLatitude, 180, WebMercator.MaxLatitude), world.Bounds);
        Assert.Equal(default, world.Center);
        Assert.Null(world.Parent);
        Assert.Equal([new(1, 0, 0), new(1, 1, 0), new(1, 0, 1), new(1, 1, 1)], world.Children);
    }

    [Fact]
    public void Tile_of_the_last_zoom_has_no_children() => Assert.Empty(new TileCoordinate(30, 5, 5).Children);

    [Fact]
    public void Tile_contains_its_center_and_its_children_meet_there() => Tile.Sample(tile =>
        TileCoordinate.FromLngLat(tile.Center, tile.Z) == tile
        && tile.Children.Count == 4
        && tile.Children.All(child => child.Parent == tile)
        && new BoundingBox(tile.Bounds.West, tile.Center.Latitude, tile.Center.Longitude, tile.Bounds.North) == tile.Children[0].Bounds
        && new BoundingBox(tile.Center.Longitude, tile.Bounds.South, tile.Bounds.East, tile.Center.Latitude) == tile.Children[3].Bounds, iter: 20_000);

    [Fact]
    public void Neighbors_share_an_edge() => Tile.Where(tile => tile is { X: > 0, Y: > 0 }).Sample(tile =>
        new TileCoordinate(tile.Z, tile.X - 1, tile.Y).Bounds.East == tile.Bounds.West
        && new TileCoordinate(tile.Z, tile.X, tile.Y - 1).Bounds.South == tile.Bounds.North, iter: 20_000);

    [Theory]
    [InlineData(-1, 0, 0, "z")]
    [InlineData(31, 0, 0, "z")]
    [InlineData(2, 4, 0, "x")]
    [InlineData(2, -1, 0, "x")]
    [InlineData(2, 0, 4, "y")]
    [InlineData(0, 0, 1, "y")]
    public void TileCoordinate_out_of_range_throws(int z, int x, int y, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => new TileCoordinate(z, x, y));

    [Fact]
    public void Tile_ToString_in_any_culture_is_the_same()
    {
        Assert.Throws<ArgumentOutOfRangeException>("zoom", () => TileCoordinate.FromLngLat(default, 31));
        Assert.Throws<ArgumentOutOfRangeException>("zoom", () => TileCoordinate.FromLngLat(default, -1));
        foreach (var culture in Cultures.All)
        {
            Assert.Equal("22/4194303/0", Cultures.In(culture, () => new TileCoordinate(22, 4194303, 0).ToString()));
            Assert.Equal("-1.5,2.25,-3", Cultures.In(culture, () => new ProjectedPoint(-1.5, 2.25, -3).ToString()));
        }
    }

    [Fact]
    public void ProjectedPoint_with_a_number_that_is_not_finite_throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("x", () => new ProjectedPoint(double.NaN, 0));
        Assert.Throws<ArgumentOutOfRangeException>("y", () => new ProjectedPoint(0, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>("z", () => new ProjectedPoint(0, 0, double.NegativeInfinity));
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(3, 5, 1, 6)]
    [InlineData(14, 8829, 5544, 10839)]
    [InlineData(30, 7, 0, 1073741823)]
    public void TmsY_counts_the_row_from_the_south_and_FromTms_converts_back(int z, int x, int y, int tmsRow)
    {
        var tile = new TileCoordinate(z, x, y);

        Assert.Equal(tmsRow, tile.TmsY);
        Assert.Equal(tile, TileCoordinate.FromTms(z, x, tmsRow));
    }

    [Theory]
    [InlineData("z", -1, 0, 0)]
    [InlineData("z", 31, 0, 0)]
    [InlineData("x", 3, 8, 0)]
    [InlineData("y", 3, 0, -1)]
    [InlineData("y", 3, 0, 8)]
    [InlineData("y", 0, 0, int.MinValue)]
    public void FromTms_outside_of_the_zoom_level_throws(string parameter, int z, int x, int y) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => TileCoordinate.FromTms(z, x, y));
}

namespace MapTiler.Tests.Geo;

public class TileCoordinateTests
{
    [Fact]
    public void A_million_places_lie_in_the_tiles_of_an_independent_formula()
    {
        var random = new Random(1);
        for (var i = 0; i < 1_000_000; i++)
        {
            var place = new LngLat(random.NextDouble() * 360 - 180, random.NextDouble() * 170 - 85);
            var zoom = random.Next(0, 23);

            var tile = TileCoordinate.FromLngLat(place, zoom);

            // The other form of the projection: the inverse Gudermannian by the tangent.
            var size = Math.Pow(2, zoom);
            var radians = place.Latitude * Math.PI / 180;
            var (x, y) = ((place.Longitude + 180) / 360 * size, (1 - Math.Log(Math.Tan(radians) + 1 / Math.Cos(radians)) / Math.PI) / 2 * size);
            if (Math.Abs(x - Math.Round(x)) > 1e-6 && Math.Abs(y - Math.Round(y)) > 1e-6) // on a border both neighbours are right
                Assert.Equal(((int)x, (int)y), (tile.X, tile.Y));
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
    [InlineData(180, -90, 30, 1073741823, 1073741823)]
    public void The_edges_of_the_world_have_tiles(double longitude, double latitude, int zoom, int x, int y) =>
        Assert.Equal(new TileCoordinate(zoom, x, y), TileCoordinate.FromLngLat(new LngLat(longitude, latitude), zoom));

    [Theory]
    [InlineData(-1, 0, 0, "z")]
    [InlineData(31, 0, 0, "z")]
    [InlineData(2, 4, 0, "x")]
    [InlineData(2, -1, 0, "x")]
    [InlineData(2, 0, 4, "y")]
    [InlineData(0, 0, 1, "y")]
    public void There_are_no_tiles_outside(int z, int x, int y, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => new TileCoordinate(z, x, y));

    [Fact]
    public void A_tile_prints_alike_in_every_culture()
    {
        Assert.Throws<ArgumentOutOfRangeException>("zoom", () => TileCoordinate.FromLngLat(default, 31));
        foreach (var culture in Cultures.All)
        {
            Assert.Equal("22/4194303/0", Cultures.In(culture, () => new TileCoordinate(22, 4194303, 0).ToString()));
            Assert.Equal("-1.5,2.25,-3", Cultures.In(culture, () => new ProjectedPoint(-1.5, 2.25, -3).ToString()));
        }
    }

    [Fact]
    public void A_point_of_another_system_is_finite()
    {
        Assert.Throws<ArgumentOutOfRangeException>("x", () => new ProjectedPoint(double.NaN, 0));
        Assert.Throws<ArgumentOutOfRangeException>("y", () => new ProjectedPoint(0, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>("z", () => new ProjectedPoint(0, 0, double.NegativeInfinity));
        Assert.Equal(new ProjectedPoint(1, 2), (ProjectedPoint)new LngLat(1, 2));
    }
}

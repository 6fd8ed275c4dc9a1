using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace MapTiler.Tests;

public class BoundingBoxTests
{
    /// <summary>On a grid of whole degrees, so that edges meet often and every sum is exact.</summary>
    private static readonly Gen<BoundingBox> Box = Gen.Select(Gen.Int[-180, 180], Gen.Int[-180, 180], Gen.Int[-90, 90], Gen.Int[0, 20],
        (west, east, south, height) => new BoundingBox(west, south, east, Math.Min(90, south + height)));

    private static readonly Gen<LngLat> Place = Gen.Select(Gen.Int[-540, 540], Gen.Int[-90, 90], (lng, lat) => new LngLat(lng, lat));

    [Fact]
    public void BoundingBox_is_west_south_east_north()
    {
        var box = new BoundingBox(12.09, 48.55, 18.87, 51.06);

        Assert.Equal((12.09, 48.55, 18.87, 51.06), (box.West, box.South, box.East, box.North));
        Assert.Equal("12.09,48.55,18.87,51.06", box.ToString());
        Assert.False(box.CrossesAntimeridian);
    }

    [Theory]
    [InlineData(double.NaN, 0, 0, 0, "west")]
    [InlineData(double.NegativeInfinity, 0, 0, 0, "west")]
    [InlineData(0, double.NaN, 0, 0, "south")]
    [InlineData(0, -91, 0, 0, "south")]
    [InlineData(0, 0, double.PositiveInfinity, 0, "east")]
    [InlineData(0, 0, 0, 91, "north")]
    [InlineData(0, 0, 0, double.NaN, "north")]
    [InlineData(0, 10, 0, 9.999, "north")]
    public void BoundingBox_with_an_invalid_edge_throws_with_its_name(double west, double south, double east, double north, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(() => new BoundingBox(west, south, east, north)).ParamName);

    [Theory]
    [InlineData(170, -170, true)]
    [InlineData(-170, 170, false)]
    [InlineData(170, 190, false)]
    [InlineData(5, 5, false)]
    public void CrossesAntimeridian_with_a_west_greater_than_the_east_is_true(double west, double east, bool crosses) =>
        Assert.Equal(crosses, new BoundingBox(west, 0, east, 0).CrossesAntimeridian);

    [Fact]
    public void BoundingBox_without_size_is_valid() => Assert.Equal("16.6,49.2,16.6,49.2", new BoundingBox(16.6, 49.2, 16.6, 49.2).ToString());

    [Theory]
    [InlineData("[1,2,3,4]")]
    [InlineData("[1,2,100,3,4,200]")]
    public void JSON_of_four_or_six_numbers_is_read(string json) =>
        Assert.Equal(new BoundingBox(1, 2, 3, 4), JsonSerializer.Deserialize<BoundingBox>(json));

    [Theory]
    [InlineData("[]")]
    [InlineData("[1,2,3]")]
    [InlineData("[1,2,3,4,5]")]
    [InlineData("[1,2,3,4,5,6,7]")]
    [InlineData("[1,4,3,2]")]
    [InlineData("[1,2,3,91]")]
    [InlineData("[1e999,2,3,4]")]
    [InlineData("[1,2,3,\"4\"]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("true")]
    public void JSON_of_another_shape_throws_JsonException(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<BoundingBox>(json));

    [Fact]
    public void Json_round_trips()
    {
        var box = new BoundingBox(170.5, -1e-7, -170.25, 0.1 + 0.2);

        Assert.Equal(box, JsonSerializer.Deserialize<BoundingBox>(JsonSerializer.Serialize(box)));
    }

    [Theory]
    [InlineData(10, 20, 15)]
    [InlineData(-180, 180, 0)]
    [InlineData(170, -170, 180)]
    [InlineData(170, -160, -175)]
    [InlineData(160, -170, 175)]
    [InlineData(10, -10, 180)]
    [InlineData(170, 190, 180)]
    [InlineData(190, 200, -165)]
    [InlineData(-1e308, 1e308, 0)]
    [InlineData(5, 5, 5)]
    public void Center_is_between_west_and_east(double west, double east, double expected) =>
        Assert.Equal(new LngLat(expected, 15), new BoundingBox(west, 10, east, 20).Center);

    [Theory]
    [InlineData(-10, 10, 0, true)]
    [InlineData(-10, 10, 10, true)]
    [InlineData(-10, 10, -10, true)]
    [InlineData(-10, 10, 10.000000000000002, false)]
    [InlineData(-10, 10, 360, true)]
    [InlineData(-10, 10, -369, true)]
    [InlineData(-10, 10, 180, false)]
    [InlineData(170, -170, 180, true)]
    [InlineData(170, -170, -180, true)]
    [InlineData(170, -170, 170, true)]
    [InlineData(170, -170, -170, true)]
    [InlineData(170, -170, -169.99, false)]
    [InlineData(170, -170, 0, false)]
    [InlineData(170, 190, -175, true)]
    [InlineData(170, 180, -180, true)]
    [InlineData(-180, -170, 180, true)]
    [InlineData(-180, -170, 540, true)]
    [InlineData(180, 180, -180, true)]
    [InlineData(180, -180, 180, true)]
    [InlineData(180, -180, 0, false)]
    [InlineData(-180, 180, 123.456, true)]
    [InlineData(0, 360, -123.456, true)]
    [InlineData(-1e308, 1e308, 7, true)]
    [InlineData(-180, 0, double.Epsilon, false)]
    [InlineData(1, 0.99999999999999989, 0, true)] // the whole way around
    [InlineData(1, 0.99999999999999989, 180, true)]
    public void Contains_of_a_longitude_between_west_and_east_is_true(double west, double east, double longitude, bool expected) =>
        Assert.Equal(expected, new BoundingBox(west, -1, east, 1).Contains(new LngLat(longitude, 0)));

    [Theory]
    [InlineData(1, true)]
    [InlineData(-1, true)]
    [InlineData(1.0000000000000002, false)]
    [InlineData(-90, false)]
    public void Contains_of_a_latitude_between_south_and_north_is_true(double latitude, bool expected) =>
        Assert.Equal(expected, new BoundingBox(-1, -1, 1, 1).Contains(new LngLat(0, latitude)));

    [Fact]
    public void Contains_of_corners_and_center_is_true() => Box.Sample(box =>
        box.Contains(new LngLat(box.West, box.South)) && box.Contains(new LngLat(box.East, box.North)) && box.Contains(box.Center), iter: 20_000);

    [Theory]
    [InlineData("0,0", "0,0,0,0")]
    [InlineData("10,1 -5,-2 3,7", "-5,-2,10,7")]
    [InlineData("179,0 -179,1", "179,0,-179,1")]
    [InlineData("170,0 180,1", "170,0,180,1")]
    [InlineData("-170,0 180,1", "-180,0,-170,1")]
    [InlineData("-170,0 170,0 -180,0 180,0", "170,0,-170,0")]
    [InlineData("-90,0 90,0", "-90,0,90,0")]
    [InlineData("-91,0 91,0", "91,0,-91,0")]
    [InlineData("180,10 -180,20", "-180,10,-180,20")]
    [InlineData("-120,0 0,0 120,0", "-120,0,120,0")]
    [InlineData("-120,0 0,0 121,0", "121,0,0,0")]
    [InlineData("361,0 2,0", "1,0,2,0")]
    [InlineData("12,90 200,-90", "-160,-90,12,90")]
    public void Bounding_box_of_locations_is_the_smallest(string places, string expected) =>
        Assert.Equal(expected, BoundingBox.FromLocations(places.Split(' ').Select(Parse)).ToString());

    [Fact]
    public void Bounding_box_without_locations_throws()
    {
        Assert.Throws<ArgumentException>("locations", () => BoundingBox.FromLocations([]));
        Assert.Throws<ArgumentNullException>("locations", () => BoundingBox.FromLocations(null!));
    }

    [Fact]
    public void Bounding_box_of_any_locations_contains_them_and_is_the_smallest() => Place.Array[1, 8].Sample(places =>
    {
        var box = BoundingBox.FromLocations(places);
        var narrowest = places.Min(west => places.Max(place => Mod(place.Longitude - west.Longitude)));

        return places.All(box.Contains) && Mod(box.East - box.West) == narrowest
            && box.South == places.Min(p => p.Latitude) && box.North == places.Max(p => p.Latitude);
    }, iter: 20_000);

    [Theory]
    [InlineData("0,0,10,10", "10,10,20,20", true)]
    [InlineData("0,0,10,10", "10.1,0,20,10", false)]
    [InlineData("0,0,10,10", "0,10.1,10,20", false)]
    [InlineData("0,0,10,10", "-180,-90,180,90", true)]
    [InlineData("170,0,-170,10", "-175,0,-174,1", true)]
    [InlineData("170,0,-170,10", "160,0,175,1", true)]
    [InlineData("170,0,-170,10", "175,0,-175,1", true)]
    [InlineData("170,0,-170,10", "-160,0,160,1", false)]
    [InlineData("170,0,180,10", "-180,0,-170,1", true)]
    [InlineData("10,0,5,10", "6,0,9,10", false)]
    [InlineData("350,0,355,10", "-8,0,-7,10", true)]
    public void Intersects_of_bounding_boxes_that_share_a_location_is_true(string first, string second, bool expected)
    {
        Assert.Equal(expected, ParseBox(first).Intersects(ParseBox(second)));
        Assert.Equal(expected, ParseBox(second).Intersects(ParseBox(first)));
    }

    [Fact]
    public void Intersects_of_bounding_boxes_that_share_a_whole_degree_is_true() => Gen.Select(Box, Box).Sample((first, second) =>
        first.Intersects(second) == Grid(first).Any(second.Contains), iter: 2000);

    [Theory]
    [InlineData("0,0,10,10", "20,20,30,30", "0,0,30,30")]
    [InlineData("0,0,10,10", "2,2,3,3", "0,0,10,10")]
    [InlineData("170,0,175,1", "-175,0,-170,1", "170,0,-170,1")]
    [InlineData("170,0,180,1", "-180,0,-170,1", "170,0,-170,1")]
    [InlineData("170,0,-170,1", "160,0,171,1", "160,0,-170,1")]
    [InlineData("170,0,-170,1", "-160,0,160,1", "-160,0,-170,1")]
    [InlineData("0,0,200,1", "190,0,10,1", "-180,0,180,1")]
    [InlineData("-180,0,180,1", "5,5,6,6", "-180,0,180,6")]
    [InlineData("180,0,180,0", "-180,1,-170,2", "-180,0,-170,2")]
    [InlineData("-90,0,-90,0", "90,0,90,0", "-90,0,90,0")]
    [InlineData("350,0,355,1", "1,0,2,1", "-10,0,2,1")]
    public void Union_is_the_smallest_bounding_box_of_both(string first, string second, string expected)
    {
        Assert.Equal(expected, ParseBox(first).Union(ParseBox(second)).ToString());
        Assert.Equal(expected, ParseBox(second).Union(ParseBox(first)).ToString());
    }

    [Fact]
    public void Union_contains_what_either_contains() => Gen.Select(Box, Box, Place).Sample((first, second, place) =>
    {
        var union = first.Union(second);

        return union == second.Union(first)
            && (union.Contains(place) || !(first.Contains(place) || second.Contains(place)))
            && new[] { first, second }.All(box => union.Contains(new LngLat(box.West, box.South)) && union.Contains(new LngLat(box.East, box.North)) && union.Contains(box.Center));
    }, iter: 20_000);

    [Fact]
    public void JSON_contains_the_edges_only() => Assert.Equal("[1,2,3,4]", JsonSerializer.Serialize(new BoundingBox(1, 2, 3, 4)));

    private static IEnumerable<LngLat> Grid(BoundingBox box) =>
        from longitude in Enumerable.Range(-180, 361)
        from latitude in Enumerable.Range((int)box.South, (int)(box.North - box.South) + 1)
        select new LngLat(longitude, latitude) into place
        where box.Contains(place)
        select place;

    private static double Mod(double degrees) => (degrees % 360 + 360) % 360;

    private static LngLat Parse(string text) => new(Numbers(text)[0], Numbers(text)[1]);

    private static BoundingBox ParseBox(string text) => new(Numbers(text)[0], Numbers(text)[1], Numbers(text)[2], Numbers(text)[3]);

    private static double[] Numbers(string text) => [.. text.Split(',').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
}

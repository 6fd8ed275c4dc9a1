using System.Text.Json;

namespace MapTiler.Tests.Geo;

public class BoundingBoxTests
{
    [Fact]
    public void The_order_is_west_south_east_north()
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
    public void A_bad_edge_is_named(double west, double south, double east, double north, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(() => new BoundingBox(west, south, east, north)).ParamName);

    [Theory]
    [InlineData(170, -170, true)]
    [InlineData(-170, 170, false)]
    [InlineData(170, 190, false)]
    [InlineData(5, 5, false)]
    public void A_box_crosses_the_antimeridian_when_its_west_is_greater(double west, double east, bool crosses) =>
        Assert.Equal(crosses, new BoundingBox(west, 0, east, 0).CrossesAntimeridian);

    [Fact]
    public void A_box_of_no_size_is_a_box() => Assert.Equal("16.6,49.2,16.6,49.2", new BoundingBox(16.6, 49.2, 16.6, 49.2).ToString());

    [Theory]
    [InlineData("[1,2,3,4]")]
    [InlineData("[1,2,100,3,4,200]")]
    public void Json_has_four_numbers_or_six_with_heights(string json) =>
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
    public void Json_of_another_shape_is_a_json_error(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<BoundingBox>(json));

    [Fact]
    public void Json_round_trips()
    {
        var box = new BoundingBox(170.5, -1e-7, -170.25, 0.1 + 0.2);

        Assert.Equal(box, JsonSerializer.Deserialize<BoundingBox>(JsonSerializer.Serialize(box)));
    }
}

using System.Text.Json;

namespace MapTiler.Tests;

public class LngLatTests
{
    [Fact]
    public void LngLat_has_the_longitude_first()
    {
        var brno = new LngLat(16.6068, 49.1952);

        Assert.Equal(16.6068, brno.Longitude);
        Assert.Equal(49.1952, brno.Latitude);
        Assert.Equal(brno, LngLat.FromLatLng(49.1952, 16.6068));
        Assert.Equal("16.6068,49.1952", brno.ToString());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void LngLat_with_a_number_that_is_not_finite_throws(double bad)
    {
        Assert.Equal("longitude", Assert.Throws<ArgumentOutOfRangeException>(() => new LngLat(bad, 0)).ParamName);
        Assert.Equal("latitude", Assert.Throws<ArgumentOutOfRangeException>(() => new LngLat(0, bad)).ParamName);
        Assert.Equal("longitude", Assert.Throws<ArgumentOutOfRangeException>(() => LngLat.FromLatLng(0, bad)).ParamName);
    }

    [Theory]
    [InlineData(91)]
    [InlineData(-91)]
    [InlineData(90.0000001)]
    public void LngLat_with_a_latitude_beyond_90_throws(double latitude)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new LngLat(0, latitude));

        Assert.Equal("latitude", error.ParamName);
        Assert.Contains("swapped", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(-90)]
    public void LngLat_with_a_latitude_of_90_is_valid(double latitude) => Assert.Equal(latitude, new LngLat(0, latitude).Latitude);

    [Theory]
    [InlineData(-0.0, -0.0, "0,0")]
    [InlineData(1e-7, -1e-7, "0.0000001,-0.0000001")]
    [InlineData(-1e-9, 1e-9, "0,0")]
    [InlineData(179.999999999, 89.999999999, "180,90")]
    [InlineData(540, 10.5, "540,10.5")]
    [InlineData(1e20, 10.5, "100000000000000000000,10.5")]
    [InlineData(0.1 + 0.2, -16.6068, "0.3,-16.6068")]
    public void ToString_returns_fixed_point_numbers(double longitude, double latitude, string expected) =>
        Assert.Equal(expected, new LngLat(longitude, latitude).ToString());

    [Theory]
    [InlineData(0, 0)]
    [InlineData(180, 180)]
    [InlineData(-180, -180)]
    [InlineData(181, -179)]
    [InlineData(-181, 179)]
    [InlineData(360, 0)]
    [InlineData(-360, 0)]
    [InlineData(540, -180)]
    [InlineData(725, 5)]
    [InlineData(-725, -5)]
    [InlineData(1e6, -80)]
    public void LngLat_Wrap_returns_longitude_between_minus_180_and_180(double longitude, double expected)
    {
        var wrapped = new LngLat(longitude, 49.5).Wrap();

        Assert.Equal(expected, wrapped.Longitude, 9);
        Assert.Equal(49.5, wrapped.Latitude);
    }

    [Theory]
    [InlineData(180.00000000000003, -179.99999999999997)]
    [InlineData(-180.00000000000003, 179.99999999999997)]
    [InlineData(-540, -180)]
    [InlineData(360.00000000000006, 5.6843418860808015e-14)]
    public void LngLat_Wrap_loses_no_digits(double longitude, double expected) => Assert.Equal(expected, new LngLat(longitude, 0).Wrap().Longitude);

    [Theory]
    [InlineData(1e300)]
    [InlineData(-1e300)]
    [InlineData(-180.00000000000003)]
    [InlineData(180.00000000000003)]
    [InlineData(double.MaxValue)]
    public void LngLat_Wrap_of_any_longitude_is_in_range(double longitude) => Assert.InRange(new LngLat(longitude, 0).Wrap().Longitude, -180, 180);

    [Theory]
    [InlineData("[16.6,49.2]", 16.6, 49.2)]
    [InlineData("[16.6,49.2,235]", 16.6, 49.2)]
    [InlineData(" [ 1e1 , -9e1 ] ", 10, -90)]
    [InlineData("[-180,90,1,2,3]", -180, 90)]
    public void JSON_is_longitude_and_latitude(string json, double longitude, double latitude) =>
        Assert.Equal(new LngLat(longitude, latitude), JsonSerializer.Deserialize<LngLat>(json));

    [Theory]
    [InlineData("[]")]
    [InlineData("[16.6]")]
    [InlineData("[16.6,91]")]
    [InlineData("[1e999,49.2]")]
    [InlineData("[-1e999,49.2]")]
    [InlineData("[16.6,1e999]")]
    [InlineData("[\"16.6\",\"49.2\"]")]
    [InlineData("[16.6,null]")]
    [InlineData("[[16.6,49.2]]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("\"16.6,49.2\"")]
    [InlineData("[16.6,49.2")]
    public void JSON_of_another_shape_throws_JsonException(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<LngLat>(json));

    [Fact]
    public void Json_round_trips_every_bit()
    {
        var place = new LngLat(0.1 + 0.2, -1e-9);

        Assert.Equal(place, JsonSerializer.Deserialize<LngLat>(JsonSerializer.Serialize(place)));
    }
}

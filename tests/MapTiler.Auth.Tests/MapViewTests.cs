namespace MapTiler.Tests;

public class MapViewTests
{
    [Theory]
    [InlineData(1, 0, 0, "1.0/0.00000/0.00000")]
    [InlineData(0, 0, 0, "0.0/0.00000/0.00000")]
    [InlineData(12, 47.3769, 8.5417, "12.0/47.37690/8.54170")]
    [InlineData(12.5, -47.3769, -8.5417, "12.5/-47.37690/-8.54170")]
    [InlineData(12.345, 1e-7, -1e-7, "12.35/0.00000/0.00000")]
    [InlineData(23.999, 89.999999, 179.999999999, "24.0/90.00000/180.00000")]
    [InlineData(24, 0, 540, "24.0/0.00000/540.00000")]
    public void ToString_returns_zoom_latitude_longitude(double zoom, double latitude, double longitude, string expected) =>
        Assert.Equal(expected, new MapView(LngLat.FromLatLng(latitude, longitude), zoom).ToString());

    [Fact]
    public void Negative_zero_is_written_without_a_sign() => Assert.Equal("0.0/0.00000/0.00000", new MapView(new LngLat(-0.0, -0.0), -0.0).ToString());

    [Theory]
    [InlineData(-0.01)]
    [InlineData(24.01)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void MapView_with_a_zoom_outside_of_0_to_24_throws(double zoom) =>
        Assert.Equal("zoom", Assert.Throws<ArgumentOutOfRangeException>(() => new MapView(default, zoom)).ParamName);

    [Fact]
    public void MapView_has_the_given_values()
    {
        var view = new MapView(new LngLat(8.5, 47.4), zoom: 7.5);

        Assert.Equal(7.5, view.Zoom);
        Assert.Equal(new LngLat(8.5, 47.4), view.Center);
    }
}

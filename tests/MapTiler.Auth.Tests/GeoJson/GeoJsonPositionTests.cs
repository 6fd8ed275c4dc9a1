using MapTiler.GeoJson;

namespace MapTiler.Tests.GeoJson;

public class GeoJsonPositionTests
{
    [Fact]
    public void Location_is_a_position_without_altitude()
    {
        GeoJsonPosition position = new LngLat(16.6, 49.2);

        Assert.Equal(new GeoJsonPosition(16.6, 49.2), position);
        Assert.Null(position.Altitude);
        Assert.Equal(new LngLat(16.6, 49.2), position.ToLngLat());
    }

    [Fact]
    public void Position_accepts_any_coordinates()
    {
        var projected = new GeoJsonPosition(-1847000.5, 6300000.25, 235);

        Assert.Equal(-1847000.5, projected.Longitude);
        Assert.Equal("latitude", Assert.Throws<ArgumentOutOfRangeException>(() => projected.ToLngLat()).ParamName);
        Assert.Equal("longitude", Assert.Throws<ArgumentOutOfRangeException>(() => new GeoJsonPosition(double.NaN, 0).ToLngLat()).ParamName);
    }

    [Fact]
    public void ToString_returns_any_position()
    {
        Assert.Equal("-16.6068,49.1952", new GeoJsonPosition(-16.6068, 49.1952).ToString());
        Assert.Equal("-1847000.5,6300000.25,235", new GeoJsonPosition(-1847000.5, 6300000.25, 235).ToString());
        Assert.Equal("NaN,Infinity", new GeoJsonPosition(double.NaN, double.PositiveInfinity).ToString());
    }

    [Fact]
    public void Positions_are_equal_if_their_numbers_are()
    {
        Assert.Equal((null, null), (default(GeoJsonPosition).Altitude, default(GeoJsonPosition).Measure));
        Assert.Equal((0, -1.5), (new GeoJsonPosition(1, 2, 0, -1.5).Altitude, new GeoJsonPosition(1, 2, 0, -1.5).Measure));
        Assert.Equal(new GeoJsonPosition(0, 2, 0, 3), new GeoJsonPosition(-0.0, 2, -0.0, 3));
        Assert.Equal(new GeoJsonPosition(1, 2, double.NaN), new GeoJsonPosition(1, 2, double.NaN));
        Assert.Equal(double.NaN, new GeoJsonPosition(1, 2, double.NaN).Altitude);
        Assert.NotEqual(new GeoJsonPosition(1, 2), new GeoJsonPosition(1, 2, 0));
        Assert.NotEqual(new GeoJsonPosition(1, 2, 3), new GeoJsonPosition(1, 2, 3, 0));
    }
}

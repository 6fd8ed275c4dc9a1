using MapTiler.GeoJson;

namespace MapTiler.Tests.GeoJson;

public class PositionTests
{
    [Fact]
    public void Location_is_a_position_without_altitude()
    {
        Position position = new LngLat(16.6, 49.2);

        Assert.Equal(new Position(16.6, 49.2), position);
        Assert.Null(position.Altitude);
        Assert.Equal(new LngLat(16.6, 49.2), position.ToLngLat());
    }

    [Fact]
    public void Position_accepts_any_coordinates()
    {
        var projected = new Position(-1847000.5, 6300000.25, 235);

        Assert.Equal(-1847000.5, projected.Longitude);
        Assert.Equal("latitude", Assert.Throws<ArgumentOutOfRangeException>(() => projected.ToLngLat()).ParamName);
        Assert.Equal("longitude", Assert.Throws<ArgumentOutOfRangeException>(() => new Position(double.NaN, 0).ToLngLat()).ParamName);
    }

    [Fact]
    public void ToString_returns_any_position()
    {
        Assert.Equal("-16.6068,49.1952", new Position(-16.6068, 49.1952).ToString());
        Assert.Equal("-1847000.5,6300000.25,235", new Position(-1847000.5, 6300000.25, 235).ToString());
        Assert.Equal("NaN,Infinity", new Position(double.NaN, double.PositiveInfinity).ToString());
    }

    [Fact]
    public void Positions_are_equal_if_their_numbers_are()
    {
        Assert.Equal((null, null), (default(Position).Altitude, default(Position).Measure));
        Assert.Equal((0, -1.5), (new Position(1, 2, 0, -1.5).Altitude, new Position(1, 2, 0, -1.5).Measure));
        Assert.Equal(new Position(0, 2, 0, 3), new Position(-0.0, 2, -0.0, 3));
        Assert.Equal(new Position(1, 2, double.NaN), new Position(1, 2, double.NaN));
        Assert.Equal(double.NaN, new Position(1, 2, double.NaN).Altitude);
        Assert.NotEqual(new Position(1, 2), new Position(1, 2, 0));
        Assert.NotEqual(new Position(1, 2, 3), new Position(1, 2, 3, 0));
    }
}

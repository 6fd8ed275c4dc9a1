using CsCheck;
using NetTopologySuite;
using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite.Tests;

public class LngLatExtensionsTests
{
    [Fact]
    public void ToCoordinate_and_ToPoint_return_the_longitude_as_X_and_the_latitude_as_Y()
    {
        var location = new LngLat(16.6, 49.2);

        Assert.Equal((16.6, 49.2), (location.ToCoordinate().X, location.ToCoordinate().Y));
        Assert.Equal((16.6, 49.2, 4326), (location.ToPoint().X, location.ToPoint().Y, location.ToPoint().SRID));
        Assert.Equal(3857, location.ToPoint(NtsGeometryServices.Instance.CreateGeometryFactory(3857)).SRID);
        Assert.Equal(location, new CoordinateZ(16.6, 49.2, 235).ToLngLat());
    }

    [Fact]
    public void ToLngLat_of_any_converted_location_returns_the_same_location() => Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90], (x, y) => new LngLat(x, y))
        .Sample(location => location.ToPoint().ToLngLat() == location && location.ToCoordinate().ToLngLat() == location);

    [Fact]
    public void ToLngLat_of_an_invalid_or_missing_coordinate_throws()
    {
        Assert.Equal("latitude", Assert.Throws<ArgumentOutOfRangeException>(() => new Coordinate(1847000, 6300000).ToLngLat()).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Coordinate(double.NaN, 0).ToLngLat());
        Assert.Throws<ArgumentException>(() => Geometries.Factory.CreatePoint().ToLngLat());
        Assert.Throws<ArgumentNullException>(() => ((Point)null!).ToLngLat());
        Assert.Throws<ArgumentNullException>(() => ((Coordinate)null!).ToLngLat());
    }
}

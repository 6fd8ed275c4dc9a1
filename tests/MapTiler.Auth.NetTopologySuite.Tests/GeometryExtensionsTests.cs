using MapTiler.GeoJson;
using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite.Tests;

public class GeometryExtensionsTests
{
    [Fact]
    public void ToGeoJson_of_a_Z_that_is_not_finite_returns_no_altitude() =>
        Assert.Equal(new GeoJsonPosition(1, 2), Assert.IsType<GeoJsonPoint>(Geometries.Factory.CreatePoint(new CoordinateZ(1, 2, double.PositiveInfinity)).ToGeoJson()).Coordinates);

    [Fact]
    public void ToGeoJson_of_an_empty_point_returns_an_empty_multi_point()
    {
        var point = Geometries.Factory.CreatePoint();

        Assert.Empty(Assert.IsType<GeoJsonMultiPoint>(point.ToGeoJson()).Coordinates);
        Assert.Equal([new GeoJsonPosition(1, 2)], Assert.IsType<GeoJsonMultiPoint>(Geometries.Factory.CreateMultiPoint([point, new Point(1, 2)]).ToGeoJson()).Coordinates);
    }

    [Fact]
    public void ToGeoJson_of_a_ring_returns_a_line_and_keeps_measures_of_coordinates_with_Z()
    {
        Assert.IsType<GeoJsonLineString>(Geometries.Factory.CreateLinearRing([new(0, 0), new(4, 0), new(4, 4), new(0, 0)]).ToGeoJson());
        Assert.Equal(new GeoJsonPosition(1, 2, 3, 4), Assert.IsType<GeoJsonPoint>(Geometries.Factory.CreatePoint(new CoordinateZM(1, 2, 3, 4)).ToGeoJson()).Coordinates);
        Assert.Equal(new GeoJsonPosition(1, 2), Assert.IsType<GeoJsonPoint>(Geometries.Factory.CreatePoint(new CoordinateM(1, 2, 4)).ToGeoJson()).Coordinates);
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    public void ToGeoJson_of_a_coordinate_that_is_not_finite_throws_ArgumentException(double x, double y) =>
        Assert.Throws<ArgumentException>(() => Geometries.Factory.CreateLineString([new(0, 0), new(x, y)]).ToGeoJson());

    [Fact]
    public void ToGeoJson_of_null_throws_ArgumentNullException() => Assert.Throws<ArgumentNullException>("geometry", () => ((Geometry)null!).ToGeoJson());
}

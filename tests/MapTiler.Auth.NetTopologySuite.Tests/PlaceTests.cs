using CsCheck;
using NetTopologySuite;
using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite.Tests;

public class PlaceTests
{
    [Fact]
    public void A_place_is_x_and_y()
    {
        var place = new LngLat(16.6, 49.2);

        Assert.Equal((16.6, 49.2), (place.ToCoordinate().X, place.ToCoordinate().Y));
        Assert.Equal((16.6, 49.2, 4326), (place.ToPoint().X, place.ToPoint().Y, place.ToPoint().SRID));
        Assert.Equal(3857, place.ToPoint(NtsGeometryServices.Instance.CreateGeometryFactory(3857)).SRID);
        Assert.Equal(place, new CoordinateZ(16.6, 49.2, 235).ToLngLat());
    }

    [Fact]
    public void Any_place_comes_back_as_it_was() => Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90], (x, y) => new LngLat(x, y))
        .Sample(place => place.ToPoint().ToLngLat() == place && place.ToCoordinate().ToLngLat() == place);

    [Fact]
    public void What_is_no_place_is_refused()
    {
        Assert.Equal("latitude", Assert.Throws<ArgumentOutOfRangeException>(() => new Coordinate(1847000, 6300000).ToLngLat()).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Coordinate(double.NaN, 0).ToLngLat());
        Assert.Throws<ArgumentException>(() => Geometries.Factory.CreatePoint().ToLngLat());
        Assert.Throws<ArgumentNullException>(() => ((Point)null!).ToLngLat());
        Assert.Throws<ArgumentNullException>(() => ((Coordinate)null!).ToLngLat());
    }

    [Fact]
    public void A_box_is_an_envelope()
    {
        var box = new BoundingBox(5.96, 45.82, 10.49, 47.81);

        Assert.Equal(new Envelope(5.96, 10.49, 45.82, 47.81), box.ToEnvelope());
        Assert.Equal(box, box.ToEnvelope().ToBoundingBox());
        Assert.Equal("POLYGON ((5.96 45.82, 10.49 45.82, 10.49 47.81, 5.96 47.81, 5.96 45.82))", box.ToGeometry().AsText());
        Assert.Equal(box, box.ToGeometry().EnvelopeInternal.ToBoundingBox());
    }

    [Theory]
    [InlineData(177, -178, "MULTIPOLYGON (((177 -20, 180 -20, 180 -12, 177 -12, 177 -20)), ((-180 -20, -178 -20, -178 -12, -180 -12, -180 -20)))")]
    [InlineData(190, 185, "MULTIPOLYGON (((-170 -20, 180 -20, 180 -12, -170 -12, -170 -20)), ((-180 -20, -175 -20, -175 -12, -180 -12, -180 -20)))")]
    [InlineData(170, -180, "POLYGON ((170 -20, 180 -20, 180 -12, 170 -12, 170 -20))")]
    [InlineData(180, -170, "POLYGON ((-180 -20, -170 -20, -170 -12, -180 -12, -180 -20))")]
    [InlineData(350, 20, "POLYGON ((-10 -20, 20 -20, 20 -12, -10 -12, -10 -20))")]
    public void A_box_over_the_antimeridian_has_two_halves(double west, double east, string wkt)
    {
        var fiji = new BoundingBox(west, -20, east, -12);

        Assert.Contains("ToGeometry()", Assert.Throws<ArgumentException>(() => fiji.ToEnvelope()).Message, StringComparison.Ordinal);
        Assert.Equal(wkt, fiji.ToGeometry().AsText());
        Assert.Equal(4326, fiji.ToGeometry().SRID);
        Assert.True(fiji.ToGeometry().IsValid);
    }

    [Theory]
    [InlineData(5, 10)]
    [InlineData(177, -178)]
    public void The_factory_of_the_user_makes_the_geometry_of_a_box(double west, double east)
    {
        var factory = NtsGeometryServices.Instance.CreateGeometryFactory(3857);

        var geometry = new BoundingBox(west, -20, east, -12).ToGeometry(factory);

        Assert.Same(factory, geometry.Factory);
        Assert.All(Enumerable.Range(0, geometry.NumGeometries), i => Assert.Same(factory, geometry.GetGeometryN(i).Factory));
    }

    [Fact]
    public void What_is_no_box_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Envelope().ToBoundingBox());
        Assert.Throws<ArgumentOutOfRangeException>(() => new Envelope(0, 1, 0, 6_000_000).ToBoundingBox());
        Assert.Throws<ArgumentNullException>(() => ((Envelope)null!).ToBoundingBox());
    }
}

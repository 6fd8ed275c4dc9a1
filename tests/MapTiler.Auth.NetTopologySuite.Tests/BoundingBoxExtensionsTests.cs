using NetTopologySuite;
using NetTopologySuite.Geometries;

namespace MapTiler.NetTopologySuite.Tests;

public class BoundingBoxExtensionsTests
{
    [Fact]
    public void ToEnvelope_and_ToGeometry_return_the_same_edges()
    {
        var boundingBox = new BoundingBox(5.96, 45.82, 10.49, 47.81);

        Assert.Equal(new Envelope(5.96, 10.49, 45.82, 47.81), boundingBox.ToEnvelope());
        Assert.Equal(boundingBox, boundingBox.ToEnvelope().ToBoundingBox());
        Assert.Equal("POLYGON ((5.96 45.82, 10.49 45.82, 10.49 47.81, 5.96 47.81, 5.96 45.82))", boundingBox.ToGeometry().AsText());
        Assert.Equal(boundingBox, boundingBox.ToGeometry().EnvelopeInternal.ToBoundingBox());
    }

    [Theory]
    [InlineData(177, -178, "MULTIPOLYGON (((177 -20, 180 -20, 180 -12, 177 -12, 177 -20)), ((-180 -20, -178 -20, -178 -12, -180 -12, -180 -20)))")]
    [InlineData(190, 185, "MULTIPOLYGON (((-170 -20, 180 -20, 180 -12, -170 -12, -170 -20)), ((-180 -20, -175 -20, -175 -12, -180 -12, -180 -20)))")]
    [InlineData(170, -180, "POLYGON ((170 -20, 180 -20, 180 -12, 170 -12, 170 -20))")]
    [InlineData(180, -170, "POLYGON ((-180 -20, -170 -20, -170 -12, -180 -12, -180 -20))")]
    [InlineData(350, 20, "POLYGON ((-10 -20, 20 -20, 20 -12, -10 -12, -10 -20))")]
    public void ToGeometry_of_a_bounding_box_over_the_antimeridian_returns_both_sides(double west, double east, string wkt)
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
    public void ToGeometry_with_a_factory_uses_it_for_every_polygon(double west, double east)
    {
        var factory = NtsGeometryServices.Instance.CreateGeometryFactory(3857);

        var geometry = new BoundingBox(west, -20, east, -12).ToGeometry(factory);

        Assert.Same(factory, geometry.Factory);
        Assert.All(Enumerable.Range(0, geometry.NumGeometries), i => Assert.Same(factory, geometry.GetGeometryN(i).Factory));
    }

    [Fact]
    public void ToBoundingBox_of_an_invalid_or_missing_envelope_throws()
    {
        Assert.Throws<ArgumentException>(() => new Envelope().ToBoundingBox());
        Assert.Throws<ArgumentOutOfRangeException>(() => new Envelope(0, 1, 0, 6_000_000).ToBoundingBox());
        Assert.Throws<ArgumentNullException>(() => ((Envelope)null!).ToBoundingBox());
    }
}

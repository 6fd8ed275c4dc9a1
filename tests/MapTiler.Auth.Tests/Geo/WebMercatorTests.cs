using CsCheck;

namespace MapTiler.Tests.Geo;

public class WebMercatorTests
{
    private const double HalfWorld = 20037508.342789244; // of the definition of EPSG:3857

    private static readonly Gen<LngLat> Place = Gen.Select(Gen.Double[-180, 180], Gen.Double[-85.0511, 85.0511], (lng, lat) => new LngLat(lng, lat));

    [Theory] // from the registry of EPSG (guidance note 7-2), from mercantile's documentation, and the corners of the world
    [InlineData(-100.33333333333333, 24.38178694444444, -11169055.58, 2800000.00)]
    [InlineData(-105.0, 40.0, -11688546.533293726, 4865942.279503176)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(180, 85.0511287798066, HalfWorld, HalfWorld)]
    [InlineData(-180, -85.0511287798066, -HalfWorld, -HalfWorld)]
    public void Project_returns_Web_Mercator_meters(double longitude, double latitude, double x, double y)
    {
        var point = WebMercator.Project(new LngLat(longitude, latitude));

        Assert.Equal(x, point.X, 0.01);
        Assert.Equal(y, point.Y, 0.01);
        Assert.Null(point.Z);
    }

    [Fact]
    public void Project_equals_the_formula_with_the_half_angle() => Place.Sample(place =>
    {
        var point = WebMercator.Project(place);

        return Math.Abs(point.X - place.Longitude / 180 * HalfWorld) < 1e-6
            && Math.Abs(point.Y - HalfWorld / Math.PI * Math.Log(Math.Tan(Math.PI / 4 + place.Latitude * Math.PI / 360))) < 1e-6;
    }, iter: 50_000);

    [Fact]
    public void Unproject_of_a_projected_location_returns_it() => Place.Sample(place =>
    {
        var back = WebMercator.Unproject(WebMercator.Project(place));

        return Math.Abs(back.Longitude - place.Longitude) <= 1e-9 && Math.Abs(back.Latitude - place.Latitude) <= 1e-9;
    }, iter: 50_000);

    [Fact]
    public void Meters_of_north_and_south_are_symmetric() => Place.Sample(place =>
        WebMercator.Project(place).Y == -WebMercator.Project(new LngLat(place.Longitude, -place.Latitude)).Y, iter: 10_000);

    [Fact]
    public void Limit_of_the_projection_makes_a_square()
    {
        Assert.Equal(WebMercator.MaxLatitude, Math.Atan(Math.Sinh(Math.PI)) * 180 / Math.PI, 1e-13);
        Assert.Equal(HalfWorld, WebMercator.Project(new LngLat(0, 90)).Y);
        Assert.Equal(-HalfWorld, WebMercator.Project(new LngLat(0, -90)).Y);
        Assert.Equal(WebMercator.MaxLatitude, WebMercator.Unproject(new ProjectedPoint(0, HalfWorld)).Latitude, 1e-12);
        Assert.Equal(90, WebMercator.Unproject(new ProjectedPoint(0, 1e300)).Latitude, 1e-12);
    }

    [Fact]
    public void Project_of_longitudes_beyond_180_continues()
    {
        Assert.Equal(HalfWorld * 190 / 180, WebMercator.Project(new LngLat(190, 0)).X, 1e-6);
        Assert.Equal(190, WebMercator.Unproject(new ProjectedPoint(HalfWorld * 190 / 180, 0)).Longitude, 1e-9);
    }

    [Fact]
    public void Project_of_an_extreme_longitude_throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("location", () => WebMercator.Project(new LngLat(1e304, 0)));

    [Theory]
    [InlineData(0, 0, 256, 156543.03392804097)] // the table of the OpenStreetMap wiki
    [InlineData(0, 18, 256, 0.5971642834779395)]
    [InlineData(0, 0, 512, 78271.51696402048)]
    [InlineData(60, 0, 512, 39135.75848201024)]
    [InlineData(-60, 0.5, 512, 27673.16)]
    public void MetersPerPixel_returns_the_size_of_a_pixel(double latitude, double zoom, int tileSize, double expected) =>
        Assert.Equal(expected, WebMercator.MetersPerPixel(new LngLat(16.6, latitude), zoom, tileSize), expected * 1e-6);

    [Fact]
    public void MetersPerPixel_counts_512_pixels_per_tile() =>
        Assert.Equal(WebMercator.MetersPerPixel(new LngLat(0, 50), 10, 512), WebMercator.MetersPerPixel(new LngLat(0, 50), 10));

    [Fact]
    public void MetersPerPixel_beyond_the_limit_is_that_of_the_limit() =>
        Assert.Equal(WebMercator.MetersPerPixel(new LngLat(0, WebMercator.MaxLatitude), 3), WebMercator.MetersPerPixel(new LngLat(0, 90), 3));

    [Theory]
    [InlineData(-0.1, 512, "zoom")]
    [InlineData(30.1, 512, "zoom")]
    [InlineData(double.NaN, 512, "zoom")]
    [InlineData(0, 0, "tileSize")]
    [InlineData(0, -1, "tileSize")]
    public void MetersPerPixel_with_an_invalid_zoom_or_tile_size_throws(double zoom, int tileSize, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => WebMercator.MetersPerPixel(default, zoom, tileSize));
}

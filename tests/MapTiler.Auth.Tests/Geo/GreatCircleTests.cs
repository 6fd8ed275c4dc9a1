using CsCheck;

namespace MapTiler.Tests.Geo;

public class GreatCircleTests
{
    private const double Radius = 6371008.8;

    private static readonly Gen<LngLat> Place = Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90], (lng, lat) => new LngLat(lng, lat));

    private static readonly LngLat Brno = new(16.6068, 49.1952);
    private static readonly LngLat Zurich = new(8.5417, 47.3769);

    [Theory]
    [InlineData(0, 0, 0, 90, Math.PI / 2)]
    [InlineData(0, 0, 90, 0, Math.PI / 2)]
    [InlineData(0, 0, 1, 0, Math.PI / 180)]
    [InlineData(-179.5, 0, 179.5, 0, Math.PI / 180)]
    [InlineData(179.5, 0, 180.5, 0, Math.PI / 180)]
    [InlineData(0, 60, 180, 60, Math.PI / 3)]
    [InlineData(0, 45, 90, 45, Math.PI / 3)]
    [InlineData(0, 0, 1e-7, 0, 1e-7 * Math.PI / 180)]
    [InlineData(0, 50, 0, 50.0000001, 1e-7 * Math.PI / 180)]
    public void Distance_is_the_angle_times_the_radius(double fromLng, double fromLat, double toLng, double toLat, double radians) =>
        Assert.Equal(radians * Radius, GreatCircle.Distance(new LngLat(fromLng, fromLat), new LngLat(toLng, toLat)), Math.Max(1e-9, radians * 1e-6));

    [Fact] // the example of many libraries: Nashville to Los Angeles is 0.453145 radians
    public void Distance_from_Nashville_to_Los_Angeles_is_2887_kilometers() =>
        Assert.Equal(2886.45, GreatCircle.Distance(new LngLat(-86.67, 36.12), new LngLat(-118.40, 33.94)) / 1000, 0.05);

    [Fact]
    public void Distance_equals_the_angle_between_vectors() => Gen.Select(Place, Place).Sample((from, to) =>
    {
        var ((ax, ay, az), (bx, by, bz)) = (Vector(from), Vector(to));
        var (cx, cy, cz) = (ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx);
        var expected = Radius * Math.Atan2(Math.Sqrt(cx * cx + cy * cy + cz * cz), ax * bx + ay * by + az * bz);

        return Math.Abs(GreatCircle.Distance(from, to) - expected) < 1e-6;
    }, iter: 50_000);

    [Fact]
    public void Distance_of_antipodes_is_half_a_circle() => Place.Sample(place =>
    {
        var antipode = new LngLat(place.Longitude + 180, -place.Latitude);
        var near = new LngLat(place.Longitude + 180, -place.Latitude * (1 - 1e-9));
        var less = Math.Abs(place.Latitude) * 1e-9 * Math.PI / 180;

        return Math.Abs(GreatCircle.Distance(place, antipode) - Math.PI * Radius) < 1e-6
            && Math.Abs(GreatCircle.Distance(place, near) - (Math.PI - less) * Radius) < 1e-6;
    }, iter: 20_000);

    [Theory]
    [InlineData(16.6068, 49.1952)]
    [InlineData(180, 0)]
    [InlineData(-180, -90)]
    [InlineData(0.1, 90)]
    public void Distance_of_a_location_to_itself_is_0(double longitude, double latitude)
    {
        var place = new LngLat(longitude, latitude);

        Assert.Equal(0, GreatCircle.Distance(place, place));
        Assert.Equal(0, GreatCircle.Distance(place, new LngLat(longitude + 720, latitude)), 1e-6);
        Assert.Equal(0, GreatCircle.Distance(place, GreatCircle.Interpolate(place, place, 0.5)), 1e-8);
    }

    [Fact]
    public void Distance_of_huge_longitudes_wraps_them()
    {
        Assert.Equal(0, GreatCircle.Distance(new LngLat(180, 10), new LngLat(-180, 10)));
        Assert.Equal(0, GreatCircle.Distance(new LngLat(180, 10), new LngLat(3780, 10)));
        Assert.InRange(GreatCircle.Distance(new LngLat(1.7e308, 10), new LngLat(-1.7e308, 10)), 0, Math.PI * Radius);
    }

    [Fact]
    public void Distance_between_longitudes_at_a_pole_is_0() => Assert.Equal(0, GreatCircle.Distance(new LngLat(0, 90), new LngLat(120, 90)), 1e-8);

    [Fact]
    public void Length_of_a_line_is_the_sum_of_its_parts()
    {
        LngLat[] line = [Brno, Zurich, Zurich, new(0, 0)];
        var (first, second) = (GreatCircle.Distance(Brno, Zurich), GreatCircle.Distance(Zurich, new LngLat(0, 0)));

        Assert.Equal(first + second, GreatCircle.Length(line));
        Assert.Equal([0, first, first, first + second], GreatCircle.DistancesAlong(line));
    }

    [Fact]
    public void Length_of_equal_locations_is_0()
    {
        Assert.Equal(0, GreatCircle.Length([]));
        Assert.Equal(0, GreatCircle.Length([Brno]));
        Assert.Empty(GreatCircle.DistancesAlong([]));
        Assert.Equal([0], GreatCircle.DistancesAlong([Brno]));
    }

    [Theory]
    [InlineData(0, 0, 90, 0, 0.5, 45, 0)]
    [InlineData(0, 0, 0, 80, 0.25, 0, 20)]
    [InlineData(170, 0, -170, 0, 0.5, 180, 0)]
    [InlineData(170, 0, -170, 0, 0.75, -175, 0)]
    [InlineData(0, 60, 180, 60, 0.25, 0, 75)]
    [InlineData(0, 45, 90, 45, 0.5, 45, 54.735610317245346)]
    [InlineData(10, 90, 10, -90, 0.5, 10, 0)]
    public void Interpolate_returns_the_location_between_two(double fromLng, double fromLat, double toLng, double toLat, double fraction, double lng, double lat)
    {
        var place = GreatCircle.Interpolate(new LngLat(fromLng, fromLat), new LngLat(toLng, toLat), fraction);

        Assert.Equal(0, Math.IEEERemainder(place.Longitude - lng, 360), 1e-9);
        Assert.Equal(lat, place.Latitude, 1e-9);
    }

    [Fact]
    public void Interpolate_divides_the_distance_in_proportion() => Gen.Select(Place, Place, Gen.Double[0, 1]).Sample((from, to, fraction) =>
        Divides(from, to, fraction), iter: 50_000);

    [Fact]
    public void Interpolate_divides_a_distance_of_meters() => Gen.Select(Place, Gen.Double[-1e-5, 1e-5], Gen.Double[-1e-5, 1e-5], Gen.Double[0, 1]).Sample((from, east, north, fraction) =>
        Divides(from, new LngLat(from.Longitude + east, Math.Max(-90, Math.Min(90, from.Latitude + north))), fraction), iter: 50_000);

    [Fact]
    public void Interpolate_divides_the_distance_of_antipodes() => Gen.Select(Place, Gen.Double[0, 1]).Sample((from, fraction) =>
        Divides(from, new LngLat(from.Longitude + 180, -from.Latitude), fraction), iter: 50_000);

    [Fact]
    public void Interpolate_at_0_and_1_returns_the_ends()
    {
        Assert.Equal(Brno, GreatCircle.Interpolate(Brno, Zurich, 0));
        Assert.Equal(Zurich, GreatCircle.Interpolate(Brno, Zurich, 1));
        Assert.Equal(new LngLat(-170, 0), GreatCircle.Interpolate(Brno, new LngLat(190, 0), 1));
    }

    [Theory]
    [InlineData(-0.001)]
    [InlineData(1.001)]
    [InlineData(double.NaN)]
    public void Interpolate_with_a_fraction_outside_of_0_to_1_throws(double fraction) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(fraction), () => GreatCircle.Interpolate(Brno, Zurich, fraction));

    [Fact]
    public void LocationAlong_returns_the_location_at_the_distance()
    {
        LngLat[] line = [new(179, 0), new(-179, 0), new(-179, 0), new(-179, 2)];
        const double Degree = Math.PI / 180 * Radius;

        Assert.Equal(new LngLat(179, 0), GreatCircle.LocationAlong(line, 0));
        AssertNear(new LngLat(179.5, 0), GreatCircle.LocationAlong(line, Degree / 2));
        AssertNear(new LngLat(-179, 0), GreatCircle.LocationAlong(line, 2 * Degree));
        AssertNear(new LngLat(-179, 0.5), GreatCircle.LocationAlong(line, 2.5 * Degree));
        Assert.Equal(new LngLat(-179, 2), GreatCircle.LocationAlong(line, GreatCircle.Length(line)));
        Assert.Equal(new LngLat(-179, 2), GreatCircle.LocationAlong(line, double.PositiveInfinity));
        Assert.Equal(Brno, GreatCircle.LocationAlong([Brno], 5));
        Assert.Equal(Brno, GreatCircle.LocationAlong([Brno, Brno], 0));
    }

    [Fact]
    public void LocationAlong_returns_a_location_whose_line_has_the_distance() => Gen.Select(Place.Array[2, 6], Gen.Double[0, 1]).Sample((line, share) =>
    {
        var distance = GreatCircle.Length(line) * share;
        var passed = GreatCircle.DistancesAlong(line).Count(d => d <= distance);

        return Math.Abs(GreatCircle.Length([.. line.Take(passed), GreatCircle.LocationAlong(line, distance)]) - distance) < 1e-3;
    }, iter: 20_000);

    [Fact]
    public void Invalid_line_or_distance_throws_with_its_parameter()
    {
        Assert.Throws<ArgumentException>("line", () => GreatCircle.LocationAlong([], 0));
        Assert.Throws<ArgumentNullException>("line", () => GreatCircle.LocationAlong(null!, 0));
        Assert.Throws<ArgumentNullException>("line", () => GreatCircle.Length(null!));
        Assert.Throws<ArgumentNullException>("line", () => GreatCircle.DistancesAlong(null!));
        Assert.Throws<ArgumentOutOfRangeException>("distance", () => GreatCircle.LocationAlong([Brno], -1));
        Assert.Throws<ArgumentOutOfRangeException>("distance", () => GreatCircle.LocationAlong([Brno], double.NaN));
    }

    private static bool Divides(LngLat from, LngLat to, double fraction)
    {
        var place = GreatCircle.Interpolate(from, to, fraction);
        var whole = GreatCircle.Distance(from, to);

        return Math.Abs(GreatCircle.Distance(from, place) - whole * fraction) < 1e-5
            && Math.Abs(GreatCircle.Distance(place, to) - whole * (1 - fraction)) < 1e-5
            && place.Longitude is >= -180 and <= 180;
    }

    private static void AssertNear(LngLat expected, LngLat actual) => Assert.Equal(0, GreatCircle.Distance(expected, actual), 1e-6);

    private static (double X, double Y, double Z) Vector(LngLat place)
    {
        var (lng, lat) = (place.Longitude * Math.PI / 180, place.Latitude * Math.PI / 180);
        return (Math.Cos(lat) * Math.Cos(lng), Math.Cos(lat) * Math.Sin(lng), Math.Sin(lat));
    }
}

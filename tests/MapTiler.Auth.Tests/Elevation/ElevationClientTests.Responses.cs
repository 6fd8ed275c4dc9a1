using System.Net;
using MapTiler.Elevation;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Elevation;

public sealed partial class ElevationClientTests
{
    [Theory]
    [InlineData("""[["8.5","47.4","408.2"]]""", 408.2)]
    [InlineData("""[[8.5,47.4,"-1e1"]]""", -10.0)]
    public async Task Elevation_as_a_JSON_string_is_read(string body, double height)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(body));

        Assert.Equal(height, await Elevation(services).GetAsync(new LngLat(8.5, 47.4), cancellationToken: Cancel));
    }

    [Theory]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("1e999")]
    [InlineData("\"408,2\"")]
    [InlineData("{}")]
    public async Task BatchAsync_with_an_elevation_that_is_not_a_number_returns_null_for_it_and_the_others(string elevation)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson($"[[8.5,47.4,1],[8.5,47.4,{elevation}],[8.5,47.4,3]]"));

        var results = await Elevation(services).BatchAsync([default, default, default], cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal([1, null, 3], results.Select(result => result.Elevation));
        Assert.All(results, result => Assert.Null(result.Error));
    }

    [Theory]
    [InlineData(180, 0)]
    [InlineData(-180, 0)]
    [InlineData(0, 85.000001)]
    [InlineData(0, -85.000001)]
    public void Elevation_URL_with_a_location_outside_of_the_projection_throws(double longitude, double latitude) =>
        Assert.Throws<ArgumentOutOfRangeException>("locations", () => new MapTilerUrlBuilder().Elevation([new(longitude, latitude)]));

    [Fact]
    public void Elevation_URL_with_51_locations_or_an_undefined_unit_throws()
    {
        var urls = new MapTilerUrlBuilder();

        Assert.Throws<ArgumentException>("locations", () => urls.Elevation([.. Enumerable.Repeat(default(LngLat), 51)]));
        Assert.Throws<ArgumentException>("locations", () => urls.Elevation([]));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => urls.Elevation([default], new() { Unit = (ElevationUnit)9 }));
    }

    [Fact]
    public async Task Profile_with_a_failed_request_returns_errors_for_its_points_only()
    {
        using var services = Clients.Services(new StubTransport(request => request.RequestUri!.AbsolutePath.StartsWith("/elevation/1,0;", StringComparison.Ordinal)
            ? new HttpResponseMessage(HttpStatusCode.Conflict)
            : StubTransport.Json(ResponseBodies.Of(request.RequestUri).Body)));
        LngLat[] line = [.. Enumerable.Range(0, 60).Select(i => new LngLat(i < 50 ? 1 : 2, i < 50 ? i / 50.0 : 1))];

        var points = await Elevation(services).GetProfileAsync(line, cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(60, points.Count);
        Assert.All(points.Take(50), point => Assert.Equal((MapTilerErrorReason.InvalidRequest, null), (point.Error!.Reason, point.Elevation)));
        Assert.All(points.Skip(50), point => Assert.Equal((null, 100.5), (point.Error, point.Elevation)));
    }

    [Fact]
    public async Task Profile_ignores_repeated_locations()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson());
        LngLat[] line = [new(1, 0), new(1, 0), new(2, 0), new(2, 0), new(2, 0), new(3, 0), new(3, 0)];

        var points = await Elevation(services).GetProfileAsync(line, GreatCircle.Distance(line[0], line[2]) / 2, cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal([1, 1.5, 2, 2.5, 3], points.Select(point => Math.Round(point.Location.Longitude, 9)));
        Assert.All(points, point => Assert.Equal(100.5, point.Elevation));
    }

    [Fact]
    public async Task Profile_of_a_line_without_length_has_one_point()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson());

        var point = Assert.Single(await Elevation(services).GetProfileAsync([new LngLat(1, 2), new LngLat(1, 2)], spacing: 10, cancellationToken: Cancel).ToListAsync(Cancel));

        Assert.Equal((0, new LngLat(1, 2)), (point.Distance, point.Location));
    }

    [Fact]
    public async Task Profile_accepts_locations_on_the_antimeridian()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson());

        var points = await Elevation(services).GetProfileAsync([new LngLat(180, 1), new LngLat(-180, 2), new LngLat(540, 3)], cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.All(points, point => Assert.Equal((null, 100.5), (point.Error, point.Elevation)));
        Assert.All(points, point => Assert.Equal(180, Math.Abs(point.Location.Longitude), 1e-7));
    }
}

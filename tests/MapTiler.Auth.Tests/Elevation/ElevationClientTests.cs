using MapTiler.Elevation;
using MapTiler.GeoJson;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Elevation;

public sealed partial class ElevationClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("[[8.5,47.4,408.20001220703125]]", 408.20001220703125)]
    [InlineData("[[8.5,47.4,null]]", null)]
    [InlineData("[[8.5,47.4]]", null)]
    [InlineData("[8.5,47.4,408]", 408.0)]
    public async Task GetAsync_returns_the_elevation_or_null(string body, double? height)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(body));

        Assert.Equal(height, await Elevation(services).GetAsync(new LngLat(8.5, 47.4), cancellationToken: Cancel));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[[1,2,3],[1,2,3]]")]
    [InlineData("{}")]
    [InlineData("[[\"a\",2,3]]")]
    [InlineData("[[1]]")]
    [InlineData("[[1,2,3]")]
    [InlineData("[[1,2,3],null]")]
    public async Task GetAsync_with_an_unexpected_response_throws_InvalidResponse(string body)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(body));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Elevation(services).GetAsync(default, cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
    }

    [Fact]
    public async Task BatchAsync_splits_locations_in_order_and_returns_the_error_of_an_invalid_one()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);
        var places = Enumerable.Range(0, 120).Select(i => i == 7 ? new LngLat(180, 0) : i == 60 ? new LngLat(0, 85.1) : new LngLat(i / 10.0, i / 100.0)).ToList();

        var results = await CollectAsync(Elevation(services).BatchAsync(places, new() { Unit = ElevationUnit.Feet }, cancellationToken: Cancel));

        Assert.Equal(3, transport.Uris.Count);
        Assert.All(transport.Uris, uri => Assert.Contains(".json?unit=feet&key=", uri, StringComparison.Ordinal));
        Assert.Equal(places, results.Select(r => r.Location));
        Assert.Equal(Enumerable.Range(0, 120).Select(i => (long)i), results.Select(r => r.Index));
        Assert.Equal([7, 60], results.Where(r => r.Error is not null).Select(r => r.Index));
        Assert.All(results, r => Assert.Equal(r.Error is null ? 100.5 : null, r.Elevation));
        Assert.Equal(118, transport.Uris.Sum(uri => uri.Count(c => c == ';') + 1));
    }

    [Fact]
    public async Task BatchAsync_without_locations_sends_no_request()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);

        Assert.Empty(await CollectAsync(Elevation(services).BatchAsync([], cancellationToken: Cancel)));
        Assert.Empty(transport.Uris);
    }

    [Fact]
    public async Task GetProfileAsync_returns_the_distance_of_each_point()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson());
        var line = new GeoJsonLineString([new GeoJsonPosition(0, 0), new GeoJsonPosition(0, 1), new GeoJsonPosition(1, 1)]);

        var corners = await CollectAsync(Elevation(services).GetProfileAsync(line, cancellationToken: Cancel));
        var even = await CollectAsync(Elevation(services).GetProfileAsync(line, spacing: 50_000, cancellationToken: Cancel));

        Assert.Equal([0, 111_195, 222_373], corners.Select(p => Math.Round(p.Distance)));
        Assert.Equal([0, 50_000, 100_000, 150_000, 200_000, 222_373], even.Select(p => Math.Round(p.Distance)));
        Assert.Equal(new LngLat(0, 0), even[0].Location);
        Assert.Equal(new LngLat(1, 1), even[^1].Location);
        Assert.All(even, p => Assert.Equal(100.5, p.Elevation));
        Assert.All(even.Zip(even.Skip(1)).SkipLast(1), pair => Assert.InRange(GreatCircle.Distance(pair.First.Location, pair.Second.Location), 35_000, 50_001)); // the corner is cut
    }

    [Fact]
    public void GetProfileAsync_with_an_invalid_line_or_spacing_throws()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson());
        LngLat[] line = [new(0, 0), new(10, 0)];

        Assert.Throws<ArgumentException>("line", () => Elevation(services).GetProfileAsync([new LngLat(0, 0)], cancellationToken: Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("spacing", () => Elevation(services).GetProfileAsync(line, 0, cancellationToken: Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("spacing", () => Elevation(services).GetProfileAsync(line, double.NaN, cancellationToken: Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("spacing", () => Elevation(services).GetProfileAsync(line, 0.5, cancellationToken: Cancel));
    }

    [Theory]
    [InlineData(53)]
    [InlineData(79)]
    [InlineData(106)]
    [InlineData(400)]
    public async Task GetProfileAsync_with_a_spacing_that_divides_the_line_has_no_extra_point(int parts)
    {
        LngLat[] line = [new(1, 0), new(2, 0)];
        using var services = Clients.Services(new StubTransport(request => StubTransport.Json(ResponseBodies.Of(request.RequestUri!).Body)));

        var points = await CollectAsync(Elevation(services).GetProfileAsync(line, GreatCircle.Distance(line[0], line[1]) / parts, cancellationToken: Cancel));

        Assert.Equal(parts + 1, points.Count);
    }

    [Fact]
    public async Task GetProfileAsync_across_the_antimeridian_takes_the_short_way()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson());

        var points = await CollectAsync(Elevation(services).GetProfileAsync([new LngLat(179, 0), new LngLat(180, 0), new LngLat(181, 0)], spacing: 30_000, cancellationToken: Cancel));

        Assert.All(points, p => Assert.Null(p.Error));
        Assert.Equal(-179, points[^1].Location.Longitude, 9);
    }

    private static ElevationClient Elevation(IServiceProvider services) => services.GetRequiredService<ElevationClient>();

    private static async Task<List<T>> CollectAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }
}

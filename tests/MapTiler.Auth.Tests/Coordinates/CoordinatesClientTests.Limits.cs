using System.Net;
using MapTiler.Coordinates;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Coordinates;

public sealed partial class CoordinatesClientTests
{
    private const int MaxLength = 8192 - 256;

    [Theory]
    [InlineData(3 * 9 + 2, 3)]
    [InlineData(3 * 9 + 1, 2)]
    [InlineData(9, 1)]
    public async Task Transform_with_long_operations_sends_fewer_points_per_request(int room, int points)
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);

        var results = await Coordinates(services).TransformBatchAsync(Points(7), new() { Operations = OperationsThatLeave(room) }, maxConcurrency: 1, cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(7, results.Count(result => result.Point is not null));
        Assert.Equal((7 + points - 1) / points, transport.Uris.Count);
        Assert.All(transport.Uris.SkipLast(1), uri => Assert.Equal(points, new Uri(uri).AbsolutePath.Split(';').Length));
        Assert.All(transport.Uris, uri => Assert.InRange(uri.Split("&key=")[0].Length, MaxLength - room, MaxLength));
    }

    [Fact]
    public async Task Transform_point_that_does_not_fit_is_an_error_at_its_index()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);
        ProjectedPoint[] points = [new(1, 1), new(1000, 1000), new(2, 2)];

        var results = await Coordinates(services).TransformBatchAsync(points, new() { Operations = OperationsThatLeave(8) }, cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal([null, "UriTooLong", null], results.Select(result => result.Error?.Reason.ToString()));
        Assert.Equal("/coordinates/transform/1,1;2,2.json", new Uri(Assert.Single(transport.Uris)).AbsolutePath);
    }

    [Fact]
    public async Task Transform_point_that_cannot_be_sent_does_not_shift_the_other_results()
    {
        var fails = false;
        using var services = Clients.Services(new StubTransport(_ => fails ? new HttpResponseMessage(HttpStatusCode.NotFound) : StubTransport.Json("""{"results":[{"x":1,"y":1},{"x":2,"y":2}]}""")));
        ProjectedPoint[] points = [new(10, 10), new(1e300, 0), new(20, 20)];

        var answered = await Coordinates(services).TransformBatchAsync(points, new(), cancellationToken: Cancel).ToListAsync(Cancel);
        fails = true;
        var failed = await Coordinates(services).TransformBatchAsync(points, new(), cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal([new ProjectedPoint(1, 1), null, new ProjectedPoint(2, 2)], answered.Select(result => result.Point));
        Assert.Equal([null, "InvalidRequest", null], answered.Select(result => result.Error?.Reason.ToString()));
        Assert.Equal(["NotFound", "InvalidRequest", "NotFound"], failed.Select(result => result.Error?.Reason.ToString()));
        Assert.Equal(points, failed.Select(result => result.Source));
    }

    [Fact]
    public async Task Search_requests_every_page_with_all_options()
    {
        var transport = new StubTransport(request => StubTransport.Json(request.RequestUri!.Query.Contains("offset=3&", StringComparison.Ordinal) ? """{"results":[{"name":"a"},{"name":"b"}],"total":6}""" : """{"results":[{"name":"c"}],"total":6}"""));
        using var services = Clients.Services(transport);
        var options = new CoordinateSearchOptions
        {
            Kind = CoordinateKind.Crs,
            Code = 4326,
            Transformation = 1623,
            Deprecated = DeprecatedFilter.Only,
            Limit = 52,
            Offset = 3,
            DescribeTransformations = true,
            Exports = true,
        };

        Assert.Equal(3, (await Coordinates(services).SearchAllAsync("x", options, Cancel).ToListAsync(Cancel)).Count);

        const string Path = "/coordinates/search/x%20kind%3ACRS%20code%3A4326%20trans%3A1623%20deprecated%3A1.json";
        Assert.Equal([$"{Path}?limit=50&offset=3&transformations=true&exports=true", $"{Path}?limit=50&offset=5&transformations=true&exports=true"], transport.Uris.Select(uri => new Uri(uri).PathAndQuery.Split("&key=")[0]));
    }

    [Theory]
    [InlineData(DeprecatedFilter.Exclude, "0")]
    [InlineData(DeprecatedFilter.Only, "1")]
    [InlineData(DeprecatedFilter.Include, "%2A")]
    public void CoordinateSearch_with_a_deprecated_filter_adds_it_to_the_query(DeprecatedFilter filter, string expected) =>
        Assert.Equal($"/coordinates/search/x%20deprecated%3A{expected}.json", new MapTilerUrlBuilder().CoordinateSearch("x", new() { Deprecated = filter }).AbsolutePath);

    [Fact]
    public void Options_that_the_service_rejects_throw_with_their_name()
    {
        var urls = new MapTilerUrlBuilder();

        Assert.Throws<ArgumentOutOfRangeException>("options", () => urls.CoordinateSearch("x", new() { Limit = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => urls.CoordinateSearch("x", new() { Code = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => urls.CoordinateSearch("x", new() { Transformation = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => urls.CoordinateSearch("x", new() { Deprecated = (DeprecatedFilter)9 }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => urls.CoordinateTransform([default], new() { Operations = [1623, 0] }));
        Assert.Throws<ArgumentException>("points", () => urls.CoordinateTransform([.. Points(51)], new()));
        Assert.Throws<ArgumentException>("points", () => urls.CoordinateTransform([], new()));
    }

    /// <summary>Points of nine characters.</summary>
    private static IEnumerable<ProjectedPoint> Points(int count) => Enumerable.Range(1000, count).Select(i => new ProjectedPoint(i, 1000));

    /// <summary>Operations after which so many characters are left for the points.</summary>
    private static List<int> OperationsThatLeave(int room)
    {
        const int Separator = 3;
        var operations = new List<int> { 1 };
        int Left() => MaxLength - new MapTilerUrlBuilder().CoordinateTransform([default], new() { Operations = operations }).AbsoluteUri.Length + "0,0".Length - room;
        while (Left() >= 2 * (Separator + 6))
            operations.Add(100_000);
        operations.Add((int)Math.Pow(10, Left() / 2 - Separator - 1));
        operations.Add((int)Math.Pow(10, Left() - Separator - 1));
        return operations;
    }
}

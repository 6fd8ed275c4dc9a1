using MapTiler.Coordinates;
using Microsoft.Extensions.DependencyInjection;
using static MapTiler.Tests.OptionErrors;

namespace MapTiler.Tests.Coordinates;

public sealed partial class CoordinatesClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1623", 1623)]
    [InlineData("\"1623\"", 1623)]
    [InlineData("1623.0", 1623)]
    [InlineData("3000000000", null)]
    [InlineData("\"x\"", null)]
    [InlineData("1e999", null)]
    public void Search_result_with_an_invalid_code_is_returned(string json, int? code) =>
        Assert.Equal(code, System.Text.Json.JsonSerializer.Deserialize<CoordinateTransformation>(json)!.Id?.Code);

    [Fact]
    public async Task SearchAsync_returns_every_member_and_both_forms_of_transformations()
    {
        const string Body = """
            {"results":[{"id":{"authority":"EPSG","code":5514},"kind":"CRS-PROJCRS","name":"S-JTSK / Krovak East North","deprecated":false,"accuracy":1,"area":"Czechia","bbox":[12.09,47.73,22.56,51.06],"unit":"metre",
             "default_transformation":{"authority":"EPSG","code":1623},"exports":{"proj4":"+proj=krovak","wkt":"PROJCS[]"},"new":1,
             "transformations":[1622,{"id":{"authority":"EPSG","code":1623},"name":"t","reversible":true,"grids":[{"path":"a.gsb"}],"usable":true,"deprecated":false,"accuracy":6,"bbox":[12,47,19,51],"target_crs":{"authority":"EPSG","code":4326}}]}],"total":"7"}
            """;
        using var services = Clients.Services(StubTransport.AlwaysJson(Body));

        var result = await Coordinates(services).SearchAsync("krovak", cancellationToken: Cancel);

        var item = Assert.Single(result.Results);
        Assert.Equal((7, "EPSG:5514", CoordinateKind.ProjectedCrs, 1.0), (result.Total, item.Id!.ToString(), item.Kind, item.Accuracy));
        Assert.Equal(new BoundingBox(12.09, 47.73, 22.56, 51.06), item.BoundingBox);
        Assert.Equal(("+proj=krovak", 1623, 1), (item.Exports!.Proj4, item.DefaultTransformation!.Code, item.AdditionalProperties!["new"].GetInt32()));
        Assert.Equal(["EPSG:1622", "EPSG:1623"], item.Transformations.Select(t => t.Id!.ToString()));
        Assert.Null(item.Transformations[0].IsUsable);
        Assert.Equal((true, true, false, 6.0, "a.gsb", "EPSG:4326"), (item.Transformations[1].IsUsable, item.Transformations[1].IsReversible, item.Transformations[1].IsDeprecated, item.Transformations[1].Accuracy,
            item.Transformations[1].Grids.Single(), item.Transformations[1].TargetCrs!.ToString()));
        Assert.Equal(new BoundingBox(12, 47, 19, 51), item.Transformations[1].BoundingBox);
    }

    [Fact]
    public async Task SearchAllAsync_requests_pages_on_demand()
    {
        var transport = Pages(120, "120");
        using var services = Clients.Services(transport);

        var codes = await Coordinates(services).SearchAllAsync("utm", new() { Deprecated = DeprecatedFilter.Include, Exports = true }, Cancel).Select(item => item.Id!.Code).ToListAsync(Cancel);
        var all = transport.Uris.Count;
        await foreach (var item in Coordinates(services).SearchAllAsync("utm", new() { Offset = 110 }, Cancel))
            break;

        Assert.Equal(Enumerable.Range(0, 120), codes);
        Assert.Equal((3, 4), (all, transport.Uris.Count));
        Assert.Contains("/utm%20deprecated%3A%2A.json?limit=50&offset=100&exports=true", transport.Uris[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, "?limit=20&offset=0")]
    [InlineData(50, "?limit=50&offset=0")]
    [InlineData(70, "?limit=50&offset=0", "?limit=20&offset=50")]
    [InlineData(500, "?limit=50&offset=0", "?limit=50&offset=50", "?limit=50&offset=100")]
    public async Task SearchAllAsync_with_a_limit_requests_and_returns_no_more_results(int limit, params string[] queries)
    {
        var transport = Pages(120, "120"); // which ignores the limit
        using var services = Clients.Services(transport);

        var codes = await Coordinates(services).SearchAllAsync("x", new() { Limit = limit }, Cancel).Select(item => item.Id!.Code).ToListAsync(Cancel);

        Assert.Equal(Enumerable.Range(0, Math.Min(limit, 120)), codes);
        Assert.Equal(queries, transport.Uris.Select(uri => new Uri(uri).Query.Split("&key=")[0]));
    }

    [Theory]
    [InlineData(120, "120", 3)]
    [InlineData(100, "100", 3)] // whether the total is right is not known before the next page
    [InlineData(120, "null", 3)]
    [InlineData(120, "0", 3)]
    [InlineData(120, "50", 3)] // of the page
    [InlineData(120, "-1", 3)]
    [InlineData(120, "2147483647", 4)]
    [InlineData(0, "1000", 1)]
    public async Task SearchAllAsync_with_any_total_returns_each_result_once_and_ends(int count, string total, int requests)
    {
        var transport = Pages(count, total);
        using var services = Clients.Services(transport);

        var codes = await Coordinates(services).SearchAllAsync("x", cancellationToken: Cancel).Select(item => item.Id!.Code).ToListAsync(Cancel);

        Assert.Equal(Enumerable.Range(0, count), codes);
        Assert.Equal(requests, transport.Uris.Count);
    }

    [Fact]
    public async Task SearchAllAsync_of_a_service_that_returns_fewer_results_than_requested_returns_all()
    {
        var transport = Pages(120, "120", maxCount: 10);
        using var services = Clients.Services(transport);

        Assert.Equal(120, await Coordinates(services).SearchAllAsync("x", cancellationToken: Cancel).CountAsync(Cancel));
        Assert.Equal(12, transport.Uris.Count);
    }

    [Theory]
    [InlineData("""{"id":{"authority":"EPSG","code":4326}}""")]
    [InlineData("""{"name":"n"}""")]
    [InlineData("{}")]
    public async Task SearchAllAsync_of_a_service_that_repeats_a_page_ends(string item)
    {
        var transport = StubTransport.AlwaysJson($$"""{"results":[{{item}}],"total":1000}""");
        using var services = Clients.Services(transport);

        Assert.Equal(1, await Coordinates(services).SearchAllAsync("x", cancellationToken: Cancel).CountAsync(Cancel));
        Assert.Equal(2, transport.Uris.Count);
    }

    [Theory]
    [InlineData("""{"results":[{"x":1.5,"y":2.5,"z":3}]}""", "1.5,2.5,3")]
    [InlineData("""{"results":[{"x":"1.5","y":2.5}]}""", "1.5,2.5")]
    [InlineData("""{"results":[{}]}""", null)]
    [InlineData("""{"results":[null]}""", null)]
    [InlineData("""{"results":[{"x":null,"y":null}]}""", null)]
    public async Task TransformAsync_returns_a_point_or_null(string body, string? expected)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(body));

        Assert.Equal(expected, (await Coordinates(services).TransformAsync(new ProjectedPoint(1, 2), new(), Cancel))?.ToString());
    }

    [Fact]
    public async Task TransformBatchAsync_splits_points_and_returns_errors_at_their_index()
    {
        var transport = new StubTransport(request =>
        {
            var points = request.RequestUri!.AbsolutePath.Split('/')[^1].Replace(".json", "", StringComparison.Ordinal).Split(';');
            return StubTransport.Json($$"""{"results":[{{string.Join(',', points.Select(p => p.StartsWith('9') ? "{}" : $$"""{"x":{{p.Split(',')[0]}},"y":0}"""))}}],"transformer_selection_strategy":"listed"}""");
        });
        using var services = Clients.Services(transport);
        var points = Enumerable.Range(0, 101).Select(i => new ProjectedPoint(i, 1, 2));

        var results = new List<CoordinateTransformResult>();
        await foreach (var result in Coordinates(services).TransformBatchAsync(points, new() { SourceCrs = 5514, Operations = [1623] }, cancellationToken: Cancel))
            results.Add(result);

        Assert.Equal(3, transport.Uris.Count);
        Assert.All(transport.Uris, uri => Assert.Contains("s_srs=5514&ops=1623&key=", uri, StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(0, 101).Select(i => (long)i), results.Select(r => r.Index));
        Assert.All(results, r => Assert.Equal(r.Source.X is 9 or (>= 90 and <= 99), r.Point is null));
        Assert.All(results.Where(r => r.Point is not null), r => Assert.Equal(r.Source.X, r.Point!.Value.X));
        Assert.All(results, r => Assert.Equal("listed", r.SelectionStrategy));
    }

    [Fact]
    public async Task TransformAsync_with_another_number_of_points_throws_InvalidResponse()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson("""{"results":[{"x":1,"y":1},{"x":1,"y":1}]}"""));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Coordinates(services).TransformAsync(default, new(), Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
    }

    [Fact]
    public async Task Invalid_argument_throws_before_any_request()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);
        var client = Coordinates(services);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.SearchAsync(" ", cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("options", () => client.SearchAsync("x", new() { Limit = 51 }, Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => client.SearchAllAsync("x", new() { Offset = -1 }, Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("options", () => client.TransformAsync(default, new() { TargetCrs = 0 }, Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => client.TransformBatchAsync([default], new() { SourceCrs = -1 }, cancellationToken: Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("maxConcurrency", () => client.TransformBatchAsync([default], new(), maxConcurrency: 0, cancellationToken: Cancel));
        Assert.Empty(transport.Uris);
    }

    private static StubTransport Pages(int count, string total, int maxCount = 50) => new(request =>
    {
        var offset = int.Parse(request.RequestUri!.Query.Split("offset=")[1].Split('&')[0], System.Globalization.CultureInfo.InvariantCulture);
        var items = Enumerable.Range(offset, Math.Clamp(count - offset, 0, maxCount)).Select(i => $$"""{"id":{"authority":"EPSG","code":{{i}}},"name":"n"}""");
        return StubTransport.Json($$"""{"results":[{{string.Join(',', items)}}],"total":{{total}}}""");
    });

    private static CoordinatesClient Coordinates(IServiceProvider services) => services.GetRequiredService<CoordinatesClient>();

    [Fact]
    public void Locations_with_another_source_system_than_WGS84_throw()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson());
        var client = Coordinates(services);

        AssertOption("SourceCrs", Assert.Throws<ArgumentException>(() => { _ = client.TransformAsync(new LngLat(8.5, 47.4), new() { SourceCrs = 2056 }, Cancel); }));
        AssertOption("SourceCrs", Assert.Throws<ArgumentException>(() => client.TransformBatchAsync([new LngLat(8.5, 47.4)], new() { SourceCrs = 2056 }, cancellationToken: Cancel)));
    }
}

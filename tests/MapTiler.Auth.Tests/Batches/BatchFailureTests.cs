using System.Net;
using MapTiler.Coordinates;
using MapTiler.Elevation;
using MapTiler.Geocoding;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Batches;

/// <summary>What a failed request of a batch costs the other items, for each batch of each service.</summary>
public sealed class BatchFailureTests
{
    private const int Bad = 77; // the longitude of a location that the service rejects

    /// <summary>Each batch, with one item per number. It returns the errors of the items.</summary>
    private static readonly Dictionary<string, Func<IServiceProvider, IEnumerable<int>, IAsyncEnumerable<MapTilerException?>>> Kinds = new()
    {
        ["geocoding"] = (services, numbers) => services.Geocoding().BatchAsync(numbers.Select(number => $"Brno {number}"), maxConcurrency: 4, cancellationToken: Cancel).Select(result => result.Error),
        ["geocoding/reverse"] = (services, numbers) => services.Geocoding().BatchAsync(numbers.Select(number => (GeocodingQuery)new LngLat(number, 49)), new(), maxConcurrency: 4, cancellationToken: Cancel).Select(result => result.Error),
        ["elevation"] = (services, numbers) => services.GetRequiredService<ElevationClient>().BatchAsync(numbers.Select(number => new LngLat(number, 49)), new(), maxConcurrency: 4, cancellationToken: Cancel).Select(result => result.Error),
        ["coordinates"] = (services, numbers) => services.GetRequiredService<CoordinatesClient>().TransformBatchAsync(numbers.Select(number => new LngLat(number, 49)), new(), maxConcurrency: 4, cancellationToken: Cancel).Select(result => result.Error),
    };

    public static TheoryData<string> KindsOfBatches { get; } = [.. Kinds.Keys];

    public static MatrixTheoryData<string, int> KindsAndStatuses { get; } = new(Kinds.Keys, [200, 400, 404, 413, 414]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(KindsAndStatuses))]
    public async Task Batch_of_10000_with_3_bad_items_fails_3_items_and_sends_at_most_33_more_requests(string kind, int status)
    {
        int[] bad = [0, 5_025, 9_999];
        var transport = WireThatRejects(status);

        var errors = await RunAsync(transport, kind, Enumerable.Range(0, 10_000).Select(i => bad.Contains(i) ? Bad : 1));

        Assert.Equal(10_000, errors.Count);
        Assert.Equal(bad, Enumerable.Range(0, errors.Count).Where(i => errors[i] is not null));
        Assert.All(bad, i => Assert.Equal(status, (int)errors[i]!.StatusCode!));
        Assert.InRange(transport.Uris.Count, 201, 200 + 33);
    }

    [Theory]
    [MemberData(nameof(KindsOfBatches))]
    public async Task Batch_with_one_bad_item_at_any_index_sends_at_most_11_more_requests(string kind)
    {
        for (var bad = 0; bad < 50; bad++)
        {
            var transport = WireThatRejects(400);

            var errors = await RunAsync(transport, kind, Enumerable.Range(0, 50).Select(i => i == bad ? Bad : 1));

            Assert.Equal([bad], Enumerable.Range(0, errors.Count).Where(i => errors[i] is not null));
            Assert.InRange(transport.Uris.Count, 1, 1 + 11);
        }
    }

    [Theory]
    [MemberData(nameof(KindsOfBatches))]
    public async Task Batch_with_more_failures_than_divide_a_request_returns_every_good_item(string kind)
    {
        var errors = await RunAsync(WireThatRejects(400), kind, Enumerable.Range(0, 2_000).Select(i => i % 50 == 25 ? Bad : 1));

        Assert.Equal(2_000, errors.Count);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => 50 * i + 25), Enumerable.Range(0, errors.Count).Where(i => errors[i] is not null));
    }

    [Theory]
    [MemberData(nameof(KindsOfBatches))]
    public async Task Batch_with_many_bad_items_at_the_start_returns_every_good_item(string kind)
    {
        var bad = Enumerable.Range(0, 2_000).Where(i => i < 200 || i % 50 == 25).ToHashSet();

        var errors = await RunAsync(WireThatRejects(400), kind, Enumerable.Range(0, 2_000).Select(i => bad.Contains(i) ? Bad : 1));

        Assert.Equal(2_000, errors.Count);
        Assert.Equal(bad.Order(), Enumerable.Range(0, errors.Count).Where(i => errors[i] is not null));
    }

    [Theory]
    [MemberData(nameof(KindsOfBatches))]
    public async Task Batch_with_bad_items_only_around_a_good_one_returns_the_good_one(string kind)
    {
        var transport = WireThatRejects(400);

        var errors = await RunAsync(transport, kind, Enumerable.Range(0, 50).Select(i => i == 37 ? 1 : Bad));

        Assert.Equal([37], Enumerable.Range(0, errors.Count).Where(i => errors[i] is null));
        Assert.InRange(transport.Uris.Count, 50, 1 + 98);
    }

    [Theory]
    [MemberData(nameof(KindsOfBatches))]
    public async Task Batch_whose_requests_all_fail_stops_dividing_them(string kind)
    {
        var transport = new StubTransport(_ => StubTransport.Text("<html>Sign in</html>", "text/html"));

        var errors = await RunAsync(transport, kind, Enumerable.Repeat(1, 10_000));

        Assert.Equal(10_000, errors.Count);
        Assert.All(errors, error => Assert.Equal(MapTilerErrorReason.InvalidResponse, error?.Reason));
        Assert.InRange(transport.Uris.Count, 200, 3 * 200 + 100); // after 100 failures, the first and the last item of each request are sent alone
    }

    [Theory]
    [MemberData(nameof(KindsOfBatches))]
    public async Task Batch_whose_requests_fail_for_other_reasons_does_not_divide_them(string kind)
    {
        foreach (var status in new[] { HttpStatusCode.Ambiguous, HttpStatusCode.Conflict, HttpStatusCode.Redirect })
        {
            var transport = new StubTransport(_ => new HttpResponseMessage(status) { Headers = { Location = new Uri("https://foreign.example/") } });

            var errors = await RunAsync(transport, kind, Enumerable.Repeat(1, 150));

            Assert.Equal((150, 3), (errors.Count, transport.Uris.Count));
        }
    }

    [Theory]
    [InlineData(403, "Invalid key", "KeyInvalid")]
    [InlineData(403, "Invalid signature", "SignatureInvalid")]
    [InlineData(403, "", "Forbidden")]
    [InlineData(429, "Quota exceeded", "QuotaExceeded")]
    public async Task Batch_whose_credential_or_plan_is_rejected_ends_after_the_results_that_it_has(int status, string body, string reason)
    {
        foreach (var kind in Kinds.Keys)
        {
            var requests = 0;
            var transport = new StubTransport(request => Interlocked.Increment(ref requests) < 4 ? Respond(request) : StubTransport.Text(body, "text/plain", (HttpStatusCode)status));
            var errors = new List<MapTilerException?>();

            var error = await Assert.ThrowsAsync<MapTilerException>(() => RunAsync(transport, kind, Endless(1), errors, noRetries: true));

            Assert.Equal(reason, error.Reason.ToString());
            Assert.Equal(150, errors.Count(result => result is null));
            Assert.True(errors.Count % 50 == 0 && errors.Count <= 150 + 4 * 50, $"{errors.Count} results"); // the concurrent requests had been sent
            Assert.Equal(errors.Count / 50, transport.Uris.Count);
        }
    }

    [Fact]
    public async Task Download_of_tiles_whose_key_is_rejected_ends_after_the_results_that_it_has()
    {
        var transport = new StubTransport(_ => StubTransport.Text("Invalid key", "text/plain", HttpStatusCode.Forbidden));
        using var services = Clients.Services(transport);
        var tiles = new List<MapTilerException?>();

        var error = await Assert.ThrowsAsync<MapTilerException>(async () =>
        {
            await foreach (var tile in services.GetRequiredService<MapTilerClient>().Tiles.DownloadTilesAsync("v3", new TileRange(new BoundingBox(-180, -85, 180, 85), 0, 12), download: new() { MaxConcurrency = 2 }, cancellationToken: Cancel))
                tiles.Add(tile.Error);
        });

        Assert.Equal(MapTilerErrorReason.KeyInvalid, error.Reason);
        Assert.InRange(tiles.Count, 1, 4);
        Assert.Equal(tiles.Count, transport.Uris.Count);
    }

    [Fact]
    public async Task Batch_ends_with_the_exception_of_an_assembly_that_is_missing()
    {
        var transport = new StubTransport(_ => throw new FileNotFoundException("Could not load file or assembly 'x'."));

        await Assert.ThrowsAsync<FileNotFoundException>(() => RunAsync(transport, "geocoding", [1]));
    }

    private static IEnumerable<int> Endless(int number)
    {
        while (true)
            yield return number;
    }

    private static StubTransport WireThatRejects(int status) => new(request =>
        !Items(request).Any(IsBad) ? Respond(request) : status == 200 ? StubTransport.Json("[{") : new HttpResponseMessage((HttpStatusCode)status));

    private static bool IsBad(string item) => item.EndsWith($" {Bad}", StringComparison.Ordinal) || item.StartsWith($"{Bad},", StringComparison.Ordinal);

    private static HttpResponseMessage Respond(HttpRequestMessage request)
    {
        var items = Items(request);
        var path = request.RequestUri!.AbsolutePath;
        if (path.StartsWith("/elevation/", StringComparison.Ordinal))
            return StubTransport.Json("[" + string.Join(',', items.Select(item => $"[{item},1]")) + "]");
        if (path.StartsWith("/coordinates/", StringComparison.Ordinal))
            return StubTransport.Json("""{"results":[""" + string.Join(',', items.Select(_ => """{"x":1,"y":2}""")) + """],"transformer_selection_strategy":"auto"}""");
        return StubTransport.Json(items.Length == 1 ? ResponseBodies.Brno : "[" + string.Join(',', items.Select(_ => ResponseBodies.Brno)) + "]");
    }

    private static string[] Items(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        return Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..^".json".Length]).Split(';');
    }

    private static async Task<List<MapTilerException?>> RunAsync(StubTransport transport, string kind, IEnumerable<int> numbers, List<MapTilerException?>? errors = null, bool noRetries = false)
    {
        errors ??= [];
        using var services = Clients.Services(transport, builder => builder.ConfigureResilience(options => options.MaxRetryAttempts = noRetries ? 0 : options.MaxRetryAttempts));
        await foreach (var error in Kinds[kind](services, numbers))
            errors.Add(error);
        return errors;
    }
}

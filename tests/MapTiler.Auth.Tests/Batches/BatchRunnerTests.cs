using System.Runtime.CompilerServices;
using MapTiler.Emulator;
using MapTiler.Emulator.Tests;
using MapTiler.Geocoding;

namespace MapTiler.Tests.Batches;

public sealed class BatchRunnerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Batch_of_10000_queries_sends_200_requests_with_the_configured_concurrency()
    {
        const int Concurrency = 10;
        var latency = TimeSpan.FromMilliseconds(50);
        var time = new SignalingTimeProvider();
        await using var emulator = await MapTilerEmulator.StartAsync(new() { Latency = latency, TimeProvider = time }, Cancel);
        using var services = emulator.Services();
        var queries = Enumerable.Range(0, 10_000).Select(i => i % 2 == 0 ? "Zürich" : "Brno").ToList();

        var running = CollectAsync(services.Geocoding().BatchAsync(queries, new() { Limit = 1 }, maxConcurrency: Concurrency, cancellationToken: Cancel));
        for (var round = 0; round < 200 / Concurrency; round++)
        {
            for (var request = 0; request < Concurrency; request++)
                Assert.Equal(latency, await time.NextWaitAsync(TestContext.Current.CancellationToken)); // never comes if fewer are sent at the same time
            time.Advance(latency);
        }

        var results = await running;

        Assert.Equal(200, emulator.Requests.TotalCount);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => (long)i), results.Select(r => r.Index));
        Assert.Equal(queries, results.Select(r => r.Query.Query!));
        Assert.All(results, r => Assert.Equal(r.Query.Query == "Zürich" ? "ch" : "cz", r.Features.Single().Properties.CountryCode));
        Assert.Equal(Concurrency, emulator.Requests.PeakConcurrency);
    }

    [Fact]
    public async Task Batch_with_a_failed_request_returns_errors_for_its_queries_only()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        emulator.Faults.Add(new Fault { PathPrefix = "/geocoding/", Status = 409, Body = "broken", When = r => r.Path.Contains("/geocoding/Brno%2050;", StringComparison.Ordinal) });
        using var services = emulator.Services();

        var results = await CollectAsync(services.Geocoding().BatchAsync(Enumerable.Range(0, 150).Select(i => $"Brno {i}"), cancellationToken: Cancel));

        Assert.Equal(150, results.Count);
        Assert.All(results, r => Assert.Equal(r.Index is >= 50 and < 100, r.Error is not null));
        Assert.All(results, r => Assert.Equal(r.Error is null, r.Result is not null));
        Assert.Equal(MapTilerErrorReason.InvalidRequest, results[50].Error!.Reason);
        Assert.Empty(results[50].Features);
    }

    [Fact]
    public async Task Batch_with_an_invalid_query_returns_its_error_without_sending_it()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var services = emulator.Services();

        var results = await CollectAsync(services.Geocoding().BatchAsync(
            new GeocodingQuery[] { "Brno", "", " ", new string('x', 9000), GeocodingQuery.ById("../x"), new LngLat(181, 0), new LngLat(8.54, 47.37), default }, cancellationToken: Cancel));

        Assert.Equal([null, "InvalidRequest", "InvalidRequest", "UriTooLong", "InvalidRequest", "InvalidRequest", null, "InvalidRequest"], results.Select(r => r.Error?.Reason.ToString()));
        Assert.Equal("/geocoding/Brno;8.54,47.37.json?key=***", Assert.Single(emulator.Requests).Target);
        Assert.Equal("ch", results[6].Features[0].Properties.CountryCode);
    }

    [Fact]
    public async Task Batch_query_with_a_semicolon_is_one_query()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var services = emulator.Services();

        var results = await CollectAsync(services.Geocoding().BatchAsync(["Brno; Czechia", "Hlavní 5/1", "Zürich"], cancellationToken: Cancel));

        Assert.Equal("/geocoding/Brno%3B%20Czechia;Hlavn%C3%AD%205%2F1;Z%C3%BCrich.json?key=***", Assert.Single(emulator.Requests).Target);
        Assert.Equal(3, results.Count);
        Assert.Equal("ch", results[2].Features[0].Properties.CountryCode);
    }

    [Fact]
    public async Task Batch_of_long_queries_sends_fewer_of_them_per_request()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var services = emulator.Services();
        var queries = Enumerable.Range(0, 100).Select(i => $"{i:000} " + new string('š', 40)).ToList();

        var results = await CollectAsync(services.Geocoding().BatchAsync(queries, new() { Languages = ["de", "cs"] }, cancellationToken: Cancel));

        Assert.All(results, r => Assert.Null(r.Error));
        Assert.Equal(queries, results.Select(r => r.Query.Query!));
        Assert.InRange(emulator.Requests.Count, 3, 5);
        Assert.All(emulator.Requests, r => Assert.InRange(r.Target.Length, 1, 8192 - 200));
    }

    [Fact]
    public async Task Batch_with_any_concurrency_returns_all_results()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var services = emulator.Services();

        Assert.Equal(120, (await CollectAsync(services.Geocoding().BatchAsync(Enumerable.Repeat("Brno", 120), maxConcurrency: int.MaxValue, cancellationToken: Cancel))).Count);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    public async Task Batch_sends_one_request_for_each_50_queries(int queries, int requests)
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var services = emulator.Services();

        var results = await CollectAsync(services.Geocoding().BatchAsync(Enumerable.Repeat("Brno", queries), cancellationToken: Cancel));

        Assert.Equal(queries, results.Count);
        Assert.All(results, r => Assert.NotEmpty(r.Features));
        Assert.Equal(requests, emulator.Requests.Count);
        Assert.Equal(queries, emulator.Requests.Sum(r => r.Cost));
    }

    [Fact]
    public async Task Batch_that_is_left_early_sends_no_further_requests()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var services = emulator.Services();
        var read = 0;
        IEnumerable<string> Endless()
        {
            while (true)
            {
                read++;
                yield return "Brno";
            }
        }

        await foreach (var result in services.Geocoding().BatchAsync(Endless(), maxConcurrency: 2, cancellationToken: Cancel))
        {
            if (result.Index == 120)
                break;
        }

        Assert.InRange(read, 121, 50 * 8);
        Assert.InRange(emulator.Requests.TotalCount, 3, 8);
    }

    [Fact]
    public async Task Batch_that_is_canceled_stops()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        emulator.Faults.Add(new Fault { PathPrefix = "/geocoding/", Delivery = FaultDelivery.Stalled, Skip = 1 });
        using var services = emulator.Services();
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var results = new List<GeocodingBatchResult>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in services.Geocoding().BatchAsync(Enumerable.Repeat("Brno", 500), maxConcurrency: 1, cancellationToken: source.Token))
            {
                results.Add(result);
                if (results.Count == 50)
                    source.CancelAfter(TimeSpan.FromMilliseconds(50));
            }
        });

        Assert.Equal(50, results.Count);
        Assert.InRange(emulator.Requests.TotalCount, 1, 2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Batch_whose_source_ignores_its_token_stops(bool cancel)
    {
        var transport = StubTransport.AlwaysJson("[" + string.Join(',', Enumerable.Repeat(ResponseBodies.NoFeatures, 50)) + "]");
        using var services = Clients.Services(transport);
        using var cancellation = new CancellationTokenSource();
        var silent = new TaskCompletionSource();
        var disposed = new TaskCompletionSource();

        async IAsyncEnumerable<GeocodingQuery> Source()
        {
            try
            {
                for (var i = 0; i < 100; i++)
                    yield return "Brno";
                await silent.Task;
                yield return "Brno"; // so that only the batch can end the source
            }
            finally
            {
                disposed.SetResult();
            }
        }

        var seen = 0;
        async Task ReadAsync()
        {
            await foreach (var result in services.Geocoding().BatchAsync(Source(), cancellationToken: cancellation.Token))
            {
                if (++seen == 50 && !cancel)
                    break;
                if (seen == 50)
                    cancellation.CancelAfter(1);
            }
        }

        if (cancel)
            Assert.Equal(cancellation.Token, (await Assert.ThrowsAsync<OperationCanceledException>(ReadAsync)).CancellationToken);
        else
            await ReadAsync();

        Assert.False(disposed.Task.IsCompleted);
        silent.SetResult();
        await disposed.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
    }

    [Fact]
    public async Task Batch_sends_a_full_request_without_waiting_for_the_next_query()
    {
        var transport = StubTransport.AlwaysJson("[" + string.Join(',', Enumerable.Repeat(ResponseBodies.NoFeatures, 50)) + "]");
        using var services = Clients.Services(transport);
        var answered = new TaskCompletionSource();

        async IAsyncEnumerable<GeocodingQuery> Source()
        {
            for (var i = 0; i < 50; i++)
                yield return "Brno";
            await answered.Task; // who waits for results before going on
        }

        var seen = 0;
        await foreach (var result in services.Geocoding().BatchAsync(Source(), cancellationToken: Cancel))
        {
            if (++seen == 50)
                answered.SetResult();
        }

        Assert.Equal(50, seen);
    }

    [Fact]
    public async Task Batch_with_a_handler_that_throws_returns_errors_for_its_items()
    {
        var transport = new StubTransport(request => request.RequestUri!.AbsoluteUri.Contains("broken", StringComparison.Ordinal) ? throw new NotSupportedException("of the application") : StubTransport.Json());
        using var services = Clients.Services(transport);

        var results = await CollectAsync(services.Geocoding().BatchAsync(Enumerable.Range(0, 51).Select(i => i == 0 ? "broken" : "Brno"), cancellationToken: Cancel));

        Assert.Equal(51, results.Count);
        Assert.All(results, r => Assert.Equal(r.Index < 50, r.Error?.InnerException is NotSupportedException));
    }

    [Fact]
    public async Task Batch_location_with_invalid_options_is_an_error_at_its_index()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);

        var results = await CollectAsync(services.Geocoding().BatchAsync([new LngLat(8, 47), "Brno"], new() { Limit = 3 }, cancellationToken: Cancel));

        Assert.Equal(["InvalidRequest", null], results.Select(r => r.Error?.Reason.ToString()));
        Assert.Equal("https://api.maptiler.com/geocoding/Brno.json?limit=3", Assert.Single(transport.Uris).Split("&key=")[0]);
    }

    [Fact]
    public async Task Batch_without_valid_queries_sends_no_request()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);

        Assert.Empty(await CollectAsync(services.Geocoding().BatchAsync([], cancellationToken: Cancel)));
        Assert.Equal(2, (await CollectAsync(services.Geocoding().BatchAsync(["", " "], cancellationToken: Cancel))).Count);
        Assert.Empty(transport.Uris);
    }

    [Fact]
    public async Task Batch_whose_source_throws_returns_the_results_before_it()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var services = emulator.Services();
        static IEnumerable<string> Failing()
        {
            for (var i = 0; i < 70; i++)
                yield return "Brno";
            throw new TimeZoneNotFoundException();
        }

        var results = new List<GeocodingBatchResult>();
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(async () =>
        {
            await foreach (var result in services.Geocoding().BatchAsync(Failing(), cancellationToken: Cancel))
                results.Add(result);
        });

        Assert.Equal(70, results.Count);
        Assert.All(results, r => Assert.NotEmpty(r.Features));
    }

    [Fact]
    public async Task Batch_returns_results_while_the_source_waits()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        using var services = emulator.Services();
        var first = new TaskCompletionSource();
        async IAsyncEnumerable<GeocodingQuery> Slow([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            for (var i = 0; i < 51; i++)
                yield return "Brno";
            await first.Task.WaitAsync(cancellationToken); // completes only after the first result was returned
            yield return "Zürich";
        }

        var results = new List<GeocodingBatchResult>();
        await foreach (var result in services.Geocoding().BatchAsync(Slow(Cancel), cancellationToken: Cancel))
        {
            results.Add(result);
            first.TrySetResult();
        }

        Assert.Equal(52, results.Count);
    }

    [Fact]
    public async Task Batch_response_with_too_many_results_is_an_error_of_its_queries()
    {
        await using var server = await LoopbackServer.StartAsync($"[{ResponseBodies.Brno},{ResponseBodies.Brno},{ResponseBodies.Brno}]");
        using var services = Clients.Services(server.BaseAddress);

        var results = await CollectAsync(services.Geocoding().BatchAsync(["a", "b"], cancellationToken: Cancel));

        Assert.All(results, r => Assert.Equal(MapTilerErrorReason.InvalidResponse, r.Error?.Reason));
        Assert.Equal(2, results.Count);
    }

    private static async Task<List<GeocodingBatchResult>> CollectAsync(IAsyncEnumerable<GeocodingBatchResult> results)
    {
        var list = new List<GeocodingBatchResult>();
        await foreach (var result in results)
            list.Add(result);
        return list;
    }
}

using System.Net;
using MapTiler.Geocoding;

namespace MapTiler.Tests.Batches;

/// <summary>How the items of a batch share requests and failures.</summary>
public sealed class UrlBatchTests
{
    private static readonly int Frame = new MapTilerUrlBuilder().GeocodingSearch(new string('x', 7000)).AbsoluteUri.Length - 7000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "UriTooLong")]
    public async Task Batch_item_of_the_maximum_length_is_sent(int more, string? reason)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(ResponseBodies.NoFeatures));

        var result = Assert.Single(await CollectAsync(services.Geocoding().BatchAsync([new string('x', 8192 - 256 - Frame + more)], cancellationToken: Cancel)));

        Assert.Equal(reason, result.Error?.Reason.ToString());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public async Task Batch_items_that_fit_exactly_share_a_request(int more, int requests)
    {
        var transport = new StubTransport(request => StubTransport.Json(request.RequestUri!.AbsolutePath.Contains(';', StringComparison.Ordinal) ? $"[{ResponseBodies.NoFeatures},{ResponseBodies.NoFeatures}]" : ResponseBodies.NoFeatures));
        using var services = Clients.Services(transport);
        var first = new string('x', 4000);
        var second = new string('y', 8192 - 256 - Frame - 4000 - 1 + more);

        var results = await CollectAsync(services.Geocoding().BatchAsync([first, second], cancellationToken: Cancel));

        Assert.All(results, result => Assert.Null(result.Error));
        Assert.Equal((2, requests), (results.Count, transport.Uris.Count));
    }

    [Fact]
    public async Task Batch_item_with_its_own_error_keeps_it_if_the_request_fails()
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.NotFound)));

        var results = await CollectAsync(services.Geocoding().BatchAsync(["Brno", ""], cancellationToken: Cancel));

        Assert.Equal(["NotFound", "InvalidRequest"], results.Select(result => result.Error?.Reason.ToString()));
    }

    [Theory]
    [InlineData("https://gateway.example/x.json/")]
    [InlineData("https://gateway.example/geocoding/")]
    public async Task Batch_with_a_base_address_that_resembles_its_path_requests_the_same_path_as_a_search(string baseAddress)
    {
        var transport = StubTransport.AlwaysJson(ResponseBodies.NoFeatures);
        using var services = Clients.Services(transport, options: o => o.BaseAddress = new Uri(baseAddress));

        await CollectAsync(services.Geocoding().BatchAsync(["Brno"], cancellationToken: Cancel));

        Assert.Equal(baseAddress + "geocoding/Brno.json", Assert.Single(transport.Uris).Split('?')[0]);
    }

    [Fact]
    public async Task Batch_of_a_disposed_client_throws()
    {
        var client = new MapTilerClient(new() { ApiKey = Secrets.Key });
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => CollectAsync(client.Geocoding.BatchAsync(["a"], cancellationToken: Cancel)));
    }

    [Fact]
    public async Task Batch_that_is_left_early_cancels_its_requests()
    {
        var transport = new HeldWire();
        using var services = Clients.Services(transport);
        var results = services.Geocoding().BatchAsync(Enumerable.Range(0, 100).Select(i => i < 50 ? "a" : "held"), cancellationToken: Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await results.MoveNextAsync());
        await transport.Held.WaitAsync(Cancel);

        var leaving = results.DisposeAsync();

        Assert.True(transport.IsCancelled);
        await leaving;
    }

    [Fact]
    public async Task Batch_reads_the_items_of_twice_its_concurrency_in_advance()
    {
        var transport = new HeldWire();
        using var services = Clients.Services(transport);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var read = 0;
        var queries = Enumerable.Range(0, 1_000).Select(_ => { read++; return "held"; });
        await using var results = services.Geocoding().BatchAsync(queries, maxConcurrency: 1, cancellationToken: cancellation.Token).GetAsyncEnumerator(Cancel);

        var first = results.MoveNextAsync().AsTask();
        await transport.Held.WaitAsync(Cancel);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(2 * 50, read);
    }

    [Fact]
    public async Task Batch_that_is_left_early_disposes_the_source()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson("[" + string.Join(',', Enumerable.Repeat(ResponseBodies.NoFeatures, 50)) + "]"));
        var isClosed = false;
        async IAsyncEnumerable<GeocodingQuery> Source()
        {
            try
            {
                while (true)
                    yield return "Brno";
            }
            finally
            {
                await Task.Yield();
                isClosed = true;
            }
        }

        await foreach (var result in services.Geocoding().BatchAsync(Source(), cancellationToken: Cancel))
            break;

        Assert.True(isClosed);
    }

    private static async Task<List<GeocodingBatchResult>> CollectAsync(IAsyncEnumerable<GeocodingBatchResult> results)
    {
        var list = new List<GeocodingBatchResult>();
        await foreach (var result in results)
            list.Add(result);
        return list;
    }

    /// <summary>Returns a response to every request except held ones, which wait for their cancellation.</summary>
    private sealed class HeldWire : HttpMessageHandler
    {
        public bool AllowAutoRedirect { get; }

        private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Held => _held.Task;

        public bool IsCancelled { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath.Contains("held", StringComparison.Ordinal))
            {
                cancellationToken.Register(() => IsCancelled = true); // not disposed: the continuation of the delay could do that before the callback runs
                _held.SetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return StubTransport.Json("[" + string.Join(',', Enumerable.Repeat(ResponseBodies.NoFeatures, 50)) + "]");
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Tests.Http;

/// <summary>Retries cover the body of every response that is not streamed.</summary>
public sealed partial class ResiliencePipelinesTests
{
    /// <summary>The methods whose caller reads the response while it is received.</summary>
    private static readonly string[] Streamed = ["Analytics.GetTimelineCsvAsync", "Analytics.GetTopCsvAsync", "Data.StreamFeaturesAsync", "GetAsync"];

    public static TheoryData<string> ClientNames => [.. SdkClients.Types.Select(type => type.Name)];

    [Theory, MemberData(nameof(ClientNames))]
    public async Task Body_that_is_cut_once_costs_a_retry_unless_it_is_streamed(string client)
    {
        foreach (var name in CallsOf(client, StubTransport.AlwaysJson()).Select(call => call.Name).Distinct())
        {
            var (requests, error) = await RunAsync(client, name, isCut: false);
            var (requestsIfCut, errorIfCut) = await RunAsync(client, name, isCut: true);

            var isStreamed = Streamed.Contains(name);
            Assert.True((isStreamed ? requests : 2 * requests) == requestsIfCut, $"{name}: {requests} requests, {requestsIfCut} if each body is cut once: {errorIfCut}");
            Assert.True(isStreamed || error?.GetType() == errorIfCut?.GetType(), $"{name}: {errorIfCut}");
        }
    }

    [Fact]
    public async Task Body_whose_connection_is_closed_after_20_bytes_costs_a_retry()
    {
        var requests = 0;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            var body = "{\"features\":[]}          "u8.ToArray();
            context.Response.ContentLength = body.Length;
            if (Interlocked.Increment(ref requests) > 1)
            {
                await context.Response.Body.WriteAsync(body, Cancel);
                return;
            }

            await context.Response.Body.WriteAsync(body.AsMemory(0, 20), Cancel);
            await context.Response.Body.FlushAsync(Cancel);
            context.Abort();
        });
        using var services = Clients.Services(server.BaseAddress);

        Assert.Empty((await services.Geocoding().SearchAsync("a", cancellationToken: Cancel)).Features);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Body_that_stalls_once_costs_the_attempt_timeout_and_a_retry()
    {
        var time = new FakeTimeProvider();
        var stalled = new TaskCompletionSource();
        var requests = 0;
        var transport = new StubTransport(_ => ++requests > 1 ? StubTransport.Json() : new HttpResponseMessage { Content = new StreamContent(new UnfinishedStream([], stalled.SetResult)) });
        using var services = Clients.Services(transport, before: s => s.AddSingleton<TimeProvider>(time));

        var call = services.Geocoding().SearchAsync("a", cancellationToken: Cancel);
        await stalled.Task.WaitAsync(Cancel);
        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Empty((await call).Features);
        Assert.Equal(2, requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_that_is_always_cut_fails_after_MaxRetryAttempts(bool isMono)
    {
        var transport = new StubTransport(_ => new HttpResponseMessage { Content = new StreamContent(new UnfinishedStream("{"u8.ToArray(), () => throw (isMono ? new WebException("cut") : new IOException("cut")))) });
        using var services = Clients.Services(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("a", cancellationToken: Cancel));

        Assert.Equal((MapTilerErrorReason.ConnectionFailed, 4), (error.Reason, transport.Uris.Count));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("zstd")]
    public async Task Body_that_is_not_encoded_as_its_header_says_is_an_invalid_response(string encoding)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            context.Response.ContentType = "image/png";
            return context.Response.Body.WriteAsync(Enumerable.Repeat((byte)0xEE, 500).ToArray(), Cancel).AsTask();
        });
        using var services = Clients.Services(server.BaseAddress, builder => builder.HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }));
        var client = services.GetRequiredService<MapTilerClient>();

        Assert.Equal(MapTilerErrorReason.InvalidResponse, (await Assert.ThrowsAsync<MapTilerException>(() => client.Geocoding.SearchAsync("a", cancellationToken: Cancel))).Reason);
        Assert.Equal(MapTilerErrorReason.InvalidResponse, (await client.Geocoding.BatchAsync(["a"], cancellationToken: Cancel).ToListAsync(Cancel)).Single().Error!.Reason);
        if (encoding != "zstd") // .NET does not decompress it, so it is a file of unknown content
            Assert.Equal(MapTilerErrorReason.InvalidResponse, (await Assert.ThrowsAsync<MapTilerException>(() => client.Tiles.GetTileAsync("v3", default, cancellationToken: Cancel))).Reason);
    }

    [Fact]
    public async Task Handler_of_the_application_can_read_a_body_that_is_read_within_the_retry()
    {
        var handler = new ReadingHandler();
        using var services = Clients.Services(StubTransport.AlwaysJson(ResponseBodies.NoFeatures), builder => builder.HttpClientBuilder.AddHttpMessageHandler(() => handler));

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);

        Assert.Equal((ResponseBodies.NoFeatures, ResponseBodies.NoFeatures, "application/json; charset=utf-8"), handler.Seen);
    }

    /// <summary>Calls a method, and counts its GET requests. If <paramref name="isCut"/>, every other body of a URL is cut.</summary>
    private static async Task<(int Requests, Exception? Error)> RunAsync(string client, string name, bool isCut)
    {
        var counts = new ConcurrentDictionary<Uri, int>();
        var transport = new StubTransport(request =>
        {
            if (request.Method == HttpMethod.Put)
                return new HttpResponseMessage { Headers = { { "ETag", "\"etag\"" } } };
            var (body, contentType) = ResponseBodies.Of(request.RequestUri!);
            if (request.Method != HttpMethod.Get || counts.AddOrUpdate(request.RequestUri!, 1, (_, count) => count + 1) % 2 == 0 || !isCut)
                return StubTransport.Text(body, contentType);

            var start = Encoding.UTF8.GetBytes(body[..(body.Length / 2)]);
            return new HttpResponseMessage { Content = new StreamContent(new UnfinishedStream(start, () => throw new IOException("cut"))) { Headers = { ContentType = new(contentType) } } };
        });
        Exception? error = null;
        foreach (var (_, call) in CallsOf(client, transport).Where(call => call.Name == name))
            error = await Record.ExceptionAsync(call) ?? error;

        return (counts.Values.Sum(), error);
    }

    private static IReadOnlyList<(string Name, Func<Task> Call)> CallsOf(string client, StubTransport transport) => ClientCalls.Of(
        SdkClients.Named(Clients.Services(transport, options: o => o.ServiceToken = Secrets.Token, before: s => s.AddSingleton<TimeProvider>(new PassingTimeProvider())), client), Cancel);

    /// <summary>The beginning of a body; what follows is up to the test.</summary>
    private sealed class UnfinishedStream(byte[] start, Action then) : MemoryStream(start)
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Read(buffer.Span) is > 0 and var read)
                return read;
            then();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>Reads the content twice, as a logger would.</summary>
    private sealed class ReadingHandler : DelegatingHandler
    {
        public (string First, string Second, string? ContentType) Seen { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
            Seen = (await reader.ReadToEndAsync(cancellationToken), await response.Content.ReadAsStringAsync(cancellationToken), response.Content.Headers.ContentType?.ToString());
            return response;
        }
    }
}

using System.Text;
using MapTiler.Data;
using MapTiler.GeoJson;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Data;

public sealed class DataClientTests
{
    private const string Feature = """{"type":"Feature","id":1,"geometry":{"type":"Point","coordinates":[8.5,47.4]},"properties":{"name":"Zürich"}}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_returns_all_features()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson($$"""{"features":[{{Feature}},{{Feature}}],"type":"FeatureCollection"}"""));

        var features = (await services.GetRequiredService<DataClient>().GetAsync("d", Cancel)).Features;

        Assert.Equal(2, features.Count);
        Assert.Equal("Zürich", features[1].Properties["name"].GetString());
    }

    [Fact]
    public async Task StreamFeaturesAsync_with_a_connection_that_is_closed_returns_the_features_before_the_error()
    {
        var sent = $$"""{"type":"FeatureCollection","features":[{{Feature}},{{Feature}},{"type":"Fea""";
        var read = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 1_000_000;
            await context.Response.WriteAsync(sent);
            await context.Response.Body.FlushAsync(CancellationToken.None);
            await read.Task;
            context.Abort();
        });
        using var services = Clients.Services(server.BaseAddress);

        var seen = 0;
        var error = await Assert.ThrowsAsync<MapTilerException>(async () =>
        {
            await foreach (var feature in services.GetRequiredService<DataClient>().StreamFeaturesAsync("d", Cancel))
            {
                if (++seen == 2)
                    read.SetResult();
            }
        });

        Assert.Equal(2, seen);
        Assert.Equal((MapTilerErrorReason.ConnectionFailed, "/data/{dataId}/features.json"), (error.Reason, error.Endpoint));
        Assert.Single(server.Requests); // a request whose response was read in part is not retried
    }

    [Theory]
    [InlineData("""{"type":"FeatureCollection","features":[FEATURE,""", 1)]
    [InlineData("""{"type":"FeatureCollection","features":[FEATURE,}]}""", 1)]
    [InlineData("""[1,2]""", 0)]
    [InlineData("<html></html>", 0)]
    public async Task StreamFeaturesAsync_with_malformed_features_returns_those_before_them_and_throws_InvalidResponse(string body, int valid)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(body.Replace("FEATURE", Feature, StringComparison.Ordinal)));

        var (seen, error) = await ReadAsync(services);

        Assert.Equal(valid, seen.Count);
        Assert.Equal(MapTilerErrorReason.InvalidResponse, error!.Reason);
    }

    [Theory]
    [InlineData("Topology")]
    [InlineData("Feature")]
    [InlineData("Point")]
    public async Task StreamFeaturesAsync_with_another_type_after_the_features_returns_them(string type)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson($$"""{"features":[{{Feature}}],"type":"{{type}}"}"""));

        var (seen, error) = await ReadAsync(services);

        Assert.Single(seen);
        Assert.Null(error);
    }

    [Fact]
    public async Task StreamFeaturesAsync_with_a_rejected_key_throws_at_the_first_feature()
    {
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Text("Invalid key", "text/plain", System.Net.HttpStatusCode.Forbidden)));

        var (seen, error) = await ReadAsync(services);

        Assert.Empty(seen);
        Assert.Equal(MapTilerErrorReason.KeyInvalid, error!.Reason);
    }

    [Fact]
    public async Task StreamFeaturesAsync_with_an_early_exit_reads_no_further()
    {
        var body = new CountingStream(Encoding.UTF8.GetBytes($$"""{"features":[{{string.Join(',', Enumerable.Repeat(Feature, 10_000))}}]}"""));
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage { Content = new StreamContent(body) { Headers = { ContentType = new("application/json") } } }));

        await foreach (var feature in services.GetRequiredService<DataClient>().StreamFeaturesAsync("d", Cancel))
        {
            Assert.Equal("1", feature.Id.ToString());
            break;
        }

        Assert.InRange(body.BytesRead, 1, 200_000);
        Assert.True(body.IsDisposed);
        Assert.Throws<ArgumentException>("dataId", () => services.GetRequiredService<DataClient>().StreamFeaturesAsync("..", Cancel));
    }

    [Theory]
    [InlineData("""{"x":"LONG","type":"Feature","geometry":null}""")]
    [InlineData("""{"features":[{"id":1},{"id":2,"properties":[1,2}]}""")]
    public async Task StreamFeaturesAsync_with_a_response_that_is_not_GeoJSON_throws_with_the_endpoint(string json)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(json.Replace("LONG", new string('x', 2_000_000), StringComparison.Ordinal)));

        var error = await Assert.ThrowsAsync<MapTilerException>(async () => await services.GetRequiredService<DataClient>().StreamFeaturesAsync("d", Cancel).ToListAsync(Cancel));

        Assert.Equal((MapTilerErrorReason.InvalidResponse, "/data/{dataId}/features.json"), (error.Reason, error.Endpoint));
    }

    [Fact(Timeout = 60_000)]
    public async Task StreamFeaturesAsync_that_is_canceled_while_the_response_is_stalled_throws()
    {
        var left = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.BodyWriter.WriteAsync("""{"features":[{"id":1},"""u8.ToArray(), CancellationToken.None);
            await left.Task;
        });
        using var services = Clients.Services(server.BaseAddress);
        using var cancellation = new CancellationTokenSource();
        IAsyncEnumerator<GeoJsonFeature> features = services.GetRequiredService<DataClient>().StreamFeaturesAsync("d", cancellation.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await features.MoveNextAsync());

        var next = features.MoveNextAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);

        left.SetResult();
        await features.DisposeAsync();
    }

    [Fact]
    public async Task Methods_with_a_Guid_request_the_dataset_of_that_id()
    {
        var transport = StubTransport.AlwaysJson("""{"type":"FeatureCollection","features":[]}""");
        using var services = Clients.Services(transport);
        var data = services.GetRequiredService<DataClient>();
        var id = Guid.Parse("0195A1B2-C3D4-7E5F-8A9B-0C1D2E3F4A5B");

        await data.GetAsync(id, Cancel);
        await data.StreamFeaturesAsync(id, Cancel).ToListAsync(Cancel);

        Assert.Equal(Enumerable.Repeat("/data/0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/features.json", 2), transport.Uris.Select(uri => new Uri(uri).AbsolutePath));
    }

    private static async Task<(List<GeoJsonFeature> Seen, MapTilerException? Error)> ReadAsync(IServiceProvider services)
    {
        var seen = new List<GeoJsonFeature>();
        try
        {
            await foreach (var feature in services.GetRequiredService<DataClient>().StreamFeaturesAsync("d", Cancel))
                seen.Add(feature);
            return (seen, null);
        }
        catch (MapTilerException e)
        {
            return (seen, e);
        }
    }

    private sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public long BytesRead { get; private set; }

        public bool IsDisposed { get; private set; }

        public override bool CanSeek => false;

        protected override void Dispose(bool disposing)
        {
            BytesRead = IsDisposed ? BytesRead : Position;
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}

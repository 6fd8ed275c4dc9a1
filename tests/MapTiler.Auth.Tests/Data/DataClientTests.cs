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
    public async Task A_small_data_set_comes_as_a_whole()
    {
        using var services = Clients.Services(Wire.AlwaysJson($$"""{"features":[{{Feature}},{{Feature}}],"type":"FeatureCollection"}"""));

        var features = (await services.GetRequiredService<DataClient>().GetAsync("d", Cancel)).Features;

        Assert.Equal(2, features.Count);
        Assert.Equal("Zürich", features[1].Properties["name"].GetString());
    }

    [Fact]
    public async Task Features_of_a_connection_that_breaks_are_handed_out_before_the_error()
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
        Assert.Single(server.Requests); // a body that was read in part is not asked again
    }

    [Theory]
    [InlineData("""{"type":"FeatureCollection","features":[FEATURE,""", 1)]
    [InlineData("""{"type":"FeatureCollection","features":[FEATURE,}]}""", 1)]
    [InlineData("""[1,2]""", 0)]
    [InlineData("<html></html>", 0)]
    public async Task Malformed_features_are_an_invalid_response_after_those_that_were_right(string body, int right)
    {
        using var services = Clients.Services(Wire.AlwaysJson(body.Replace("FEATURE", Feature, StringComparison.Ordinal)));

        var (seen, error) = await ReadAsync(services);

        Assert.Equal(right, seen.Count);
        Assert.Equal(MapTilerErrorReason.InvalidResponse, error!.Reason);
    }

    [Theory]
    [InlineData("Topology")]
    [InlineData("Feature")]
    [InlineData("Point")]
    public async Task Another_type_after_the_features_does_not_count(string type)
    {
        using var services = Clients.Services(Wire.AlwaysJson($$"""{"features":[{{Feature}}],"type":"{{type}}"}"""));

        var (seen, error) = await ReadAsync(services);

        Assert.Single(seen);
        Assert.Null(error);
    }

    [Fact]
    public async Task A_refusal_is_an_error_at_the_first_feature()
    {
        using var services = Clients.Services(new Wire(_ => Wire.Text("Invalid key", "text/plain", System.Net.HttpStatusCode.Forbidden)));

        var (seen, error) = await ReadAsync(services);

        Assert.Empty(seen);
        Assert.Equal(MapTilerErrorReason.KeyInvalid, error!.Reason);
    }

    [Fact]
    public async Task Leaving_early_reads_no_further()
    {
        var body = new CountingStream(Encoding.UTF8.GetBytes($$"""{"features":[{{string.Join(',', Enumerable.Repeat(Feature, 10_000))}}]}"""));
        using var services = Clients.Services(new Wire(_ => new HttpResponseMessage { Content = new StreamContent(body) { Headers = { ContentType = new("application/json") } } }));

        await foreach (var feature in services.GetRequiredService<DataClient>().StreamFeaturesAsync("d", Cancel))
        {
            Assert.Equal("1", feature.Id.ToString());
            break;
        }

        Assert.InRange(body.BytesRead, 1, 200_000);
        Assert.True(body.IsDisposed);
        Assert.Throws<ArgumentException>("dataId", () => services.GetRequiredService<DataClient>().StreamFeaturesAsync("..", Cancel));
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

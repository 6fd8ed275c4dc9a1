using System.Text;
using System.Text.Json;
using MapTiler.Data;
using MapTiler.GeoJson;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Data;

public sealed class LongMemberTests
{
    private static readonly string LongText = new('x', 20_000);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Cuts => new()
    {
        { """{"features":[{"id":1},{"id":2,"properties":{"x":"TEXT""", 1 },
        { """{"features":[{"id":1},{"id":2,"properties":{"x":"TEXT\""", 1 },
        { """{"features":[{"id":1},{"id":2,"properties":{"TEXT""", 1 },
        { """{"features":[{"id":1}],"x":"TEXT""", 1 },
        { """{"x":["TEXT""", 0 },
    };

    [Theory, MemberData(nameof(Cuts))]
    public async Task A_cut_within_a_long_text_is_an_error(string json, int complete)
    {
        var bytes = Encoding.UTF8.GetBytes(json.Replace("TEXT", LongText, StringComparison.Ordinal));
        foreach (var chunk in (int[])[100, 4096, 1 << 20])
        {
            var seen = 0;
            await Assert.ThrowsAnyAsync<JsonException>(async () =>
            {
                await foreach (var feature in FeatureStream.ReadAsync(new ChunkedStream(bytes, chunk), Cancel))
                    seen++;
            });

            Assert.Equal(complete, seen);
        }
    }

    [Theory]
    [InlineData("""{"coordinates":[PLACES],"type":"LineString"}""", "LineString")]
    [InlineData("""{"geometries":[{"type":"LineString","coordinates":[PLACES]}],"type":"GeometryCollection"}""", "GeometryCollection")]
    [InlineData("""{"geometry":{"type":"LineString","coordinates":[PLACES]},"type":"Feature"}""", "LineString")]
    public async Task A_single_geometry_may_be_long(string shape, string type)
    {
        var json = shape.Replace("PLACES", string.Join(',', Enumerable.Repeat("[8.5417,47.3769]", 100_000)), StringComparison.Ordinal);

        var features = await FeatureStream.ReadAsync(new ChunkedStream(Encoding.UTF8.GetBytes(json), 1 << 16), Cancel).ToListAsync(Cancel);

        Assert.Equal(type, Assert.Single(features).Geometry!.Type);
    }

    [Theory]
    [InlineData("""{"x":"LONG","type":"Feature","geometry":null}""")]
    [InlineData("""{"features":[{"id":1},{"id":2,"properties":[1,2}]}""")]
    public async Task What_cannot_be_read_names_its_endpoint(string json)
    {
        using var services = Clients.Services(Wire.AlwaysJson(json.Replace("LONG", new string('x', 2_000_000), StringComparison.Ordinal)));

        var error = await Assert.ThrowsAsync<MapTilerException>(async () => await services.GetRequiredService<DataClient>().StreamFeaturesAsync("d", Cancel).ToListAsync(Cancel));

        Assert.Equal((MapTilerErrorReason.InvalidResponse, "/data/{dataId}/features.json"), (error.Reason, error.Endpoint));
    }

    [Fact(Timeout = 60_000)]
    public async Task Cancelled_while_nothing_comes_the_stream_ends()
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
}

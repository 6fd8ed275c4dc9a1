using System.Net;
using MapTiler.Elevation;
using MapTiler.Tiles;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Elevation;

public sealed class TerrainCacheTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Elevations_are_interpolated_from_terrain_tiles()
    {
        var transport = Terrain(maxZoom: 0);
        using var services = Clients.Services(transport);
        LngLat[] places = [new(-90, 0), new(90, 0), new(0, 0), new(-180, WebMercator.MaxLatitude)];

        var results = await CollectAsync(Elevation(services).ComputeAsync(places, Halves(0, 1000), cancellationToken: Cancel));
        var feet = await CollectAsync(Elevation(services).ComputeAsync([new LngLat(90, 0)], Halves(0, 1000), new() { Unit = ElevationUnit.Feet, Zoom = 9 }, cancellationToken: Cancel));

        Assert.Equal([0, 1000, 500, 0], results.Select(r => Math.Round(r.Elevation!.Value, 1)));
        Assert.Equal(3280.84, Math.Round(feet[0].Elevation!.Value, 2));
        Assert.Equal(["/tiles/terrain-rgb-v2/tiles.json", "/tiles/terrain-rgb-v2/0/0/0.webp", "/tiles/terrain-rgb-v2/tiles.json"], transport.Uris.Select(uri => new Uri(uri).AbsolutePath)); // the second call has the tile
    }

    [Fact]
    public async Task Tile_that_fails_is_an_error_of_its_locations_and_requested_again()
    {
        var fails = true;
        var transport = Terrain(maxZoom: 1, request => fails && request.RequestUri!.AbsolutePath.EndsWith("/1/1/0.webp", StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.NotFound)
            : request.RequestUri!.AbsolutePath.EndsWith("/1/0/1.webp", StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.NoContent) : null);
        using var services = Clients.Services(transport);
        LngLat[] places = [new(-90, 40), new(90, 40), new(90, 41), new(-90, -40), new(0, 89)];

        var first = await CollectAsync(Elevation(services).ComputeAsync(places, Halves(7, 7), cancellationToken: Cancel));
        fails = false;
        var second = await CollectAsync(Elevation(services).ComputeAsync(places, Halves(7, 7), cancellationToken: Cancel));

        Assert.Equal([null, "NotFound", "NotFound", null, "InvalidRequest"], first.Select(r => r.Error?.Reason.ToString()));
        Assert.Equal([7, null, null, null, null], first.Select(r => Rounded(r.Elevation)));
        Assert.Equal([7, 7, 7, null, null], second.Select(r => Rounded(r.Elevation)));
    }

    [Fact]
    public async Task Decoder_that_throws_fails_with_the_tile()
    {
        using var services = Clients.Services(Terrain(maxZoom: 0));

        var result = Assert.Single(await CollectAsync(Elevation(services).ComputeAsync([default], _ => throw new NotSupportedException("no webp here"), cancellationToken: Cancel)));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, result.Error!.Reason);
        Assert.Contains("tile 0/0/0 of terrain-rgb-v2 (image/webp, 5 bytes): no webp here", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tiles_are_cached_for_one_credential()
    {
        var transport = Terrain(maxZoom: 0);
        using var services = Clients.Services(transport, builder => builder.UseApiKeyProvider<KeyOfTenant>(), o => o.ApiKey = null);

        await CollectAsync(Elevation(services).ComputeAsync([default], Halves(1, 1), cancellationToken: Cancel));
        await CollectAsync(Elevation(services).ComputeAsync([default], Halves(1, 1), cancellationToken: Cancel));

        Assert.Equal(2, transport.Uris.Count(uri => uri.Contains("/0/0/0.webp", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Tiles_are_not_cached_for_a_key_that_a_handler_sets()
    {
        var tenant = "tenant-a";
        var transport = Terrain(maxZoom: 0, request => request.RequestUri!.Query.Contains("tenant-b", StringComparison.Ordinal) && request.RequestUri.AbsolutePath.EndsWith(".webp", StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.Forbidden) : null);
        using var services = Clients.Services(transport, builder => builder.HttpClientBuilder.AddHttpMessageHandler(() => new TenantHandler(() => tenant)));

        var first = await CollectAsync(Elevation(services).ComputeAsync([default], Halves(1, 1), cancellationToken: Cancel));
        tenant = "tenant-b";
        var second = await Assert.ThrowsAsync<MapTilerException>(() => CollectAsync(Elevation(services).ComputeAsync([default], Halves(1, 1), cancellationToken: Cancel)));

        Assert.Equal(1, Rounded(first[0].Elevation));
        Assert.Equal(MapTilerErrorReason.Forbidden, second.Reason);
    }

    [Fact]
    public async Task Tiles_are_not_cached_if_a_handler_sets_the_key_of_tiles_only()
    {
        var tenant = "tenant-a";
        var transport = Terrain(maxZoom: 0, request => request.RequestUri!.AbsolutePath.EndsWith(".webp", StringComparison.Ordinal) && !request.RequestUri.Query.Contains("tenant-a", StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.Forbidden) : null);
        using var services = Clients.Services(transport, builder => builder.HttpClientBuilder.AddHttpMessageHandler(() => new TenantHandler(() => tenant) { LeavesTileJson = true }));

        foreach (var (caller, reason) in new[] { ("tenant-a", null), ("tenant-b", "Forbidden"), ("", "Forbidden"), ("tenant-a", null) })
        {
            tenant = caller;
            var error = await Record.ExceptionAsync(() => CollectAsync(Elevation(services).ComputeAsync([default], Halves(1, 1), cancellationToken: Cancel)));
            Assert.Equal(reason, (error as MapTilerException)?.Reason.ToString());
        }
    }

    [Fact]
    public async Task No_locations_send_no_request_and_an_undefined_unit_throws()
    {
        var transport = Terrain(maxZoom: 0);
        using var services = Clients.Services(transport);

        Assert.Empty(await CollectAsync(Elevation(services).ComputeAsync(Array.Empty<LngLat>(), Halves(1, 1), cancellationToken: Cancel)));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => Elevation(services).ComputeAsync([default], Halves(1, 1), new() { Unit = (ElevationUnit)9 }, cancellationToken: Cancel));

        Assert.Empty(transport.Uris);
    }

    [Fact]
    public async Task Caller_that_waits_for_the_tile_of_another_can_cancel()
    {
        var started = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (context.Request.Path.Value!.EndsWith("tiles.json", StringComparison.Ordinal))
            {
                await context.Response.BodyWriter.WriteAsync("""{"maxzoom":0,"format":"webp"}"""u8.ToArray(), CancellationToken.None);
                return;
            }

            started.TrySetResult();
            await answer.Task;
            context.Response.ContentType = "image/webp";
            await context.Response.BodyWriter.WriteAsync(new byte[] { 1 }, CancellationToken.None);
        });
        using var services = Clients.Services(server.BaseAddress);
        using var leaving = new CancellationTokenSource();

        var first = CollectAsync(Elevation(services).ComputeAsync([default], Halves(5, 5), cancellationToken: Cancel));
        await started.Task.WaitAsync(Cancel);
        var second = CollectAsync(Elevation(services).ComputeAsync([default], Halves(5, 5), cancellationToken: leaving.Token));
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        answer.SetResult();

        Assert.Equal(5, Rounded((await first)[0].Elevation));
    }

    [Fact]
    public async Task Cache_removes_the_least_recently_used_tile()
    {
        var transport = Terrain(maxZoom: 6);
        using var services = Clients.Services(transport);
        var places = Enumerable.Range(0, 40).Select(i => new LngLat(-178 + i * 5.7, 0.1)).ToList();

        await CollectAsync(Elevation(services).ComputeAsync(places, Halves(1, 1), cancellationToken: Cancel));
        await CollectAsync(Elevation(services).ComputeAsync(places.TakeLast(20), Halves(1, 1), cancellationToken: Cancel));
        var known = transport.Uris.Count;
        await CollectAsync(Elevation(services).ComputeAsync(places.Take(1), Halves(1, 1), cancellationToken: Cancel));

        Assert.Equal(40 + 2, known); // and two TileJSONs
        Assert.Equal(known + 2, transport.Uris.Count);
    }

    private static double? Rounded(double? height) => height is { } value ? Math.Round(value, 3) : null;

    private static ElevationClient Elevation(IServiceProvider services) => services.GetRequiredService<ElevationClient>();

    private static async Task<List<T>> CollectAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }

    private static StubTransport Terrain(int maxZoom, Func<HttpRequestMessage, HttpResponseMessage?>? other = null) => new(request =>
        request.RequestUri!.AbsolutePath.EndsWith("tiles.json", StringComparison.Ordinal)
            ? StubTransport.Json($$"""{"maxzoom":{{maxZoom}},"format":"webp"}""")
            : other?.Invoke(request) ?? StubTransport.Text("bytes", "image/webp"));

    /// <summary>A tile of two pixels: the western and the eastern half.</summary>
    private static ImageDecoder Halves(double west, double east) => _ => new RgbaImage(2, 1, new[] { west, east }.SelectMany(height =>
    {
        var value = (int)((height + 10_000) * 10);
        return new[] { (byte)(value >> 16), (byte)(value >> 8), (byte)value, (byte)255 };
    }).ToArray());

    private sealed class TenantHandler(Func<string> tenant) : DelegatingHandler
    {
        public bool LeavesTileJson { get; init; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var leaves = tenant().Length == 0 || (LeavesTileJson && request.RequestUri!.AbsolutePath.EndsWith("/tiles.json", StringComparison.Ordinal));
            return base.SendAsync(leaves ? request : MapTiler.Authentication.HttpRequestMessageExtensions.SetMapTilerApiKey(request, tenant()), cancellationToken);
        }
    }

    private sealed class KeyOfTenant : MapTiler.Authentication.ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(MapTiler.Authentication.CredentialContext context, CancellationToken cancellationToken) => new("of-a-tenant");
    }
}

using System.Net;
using MapTiler.Elevation;
using MapTiler.Tiles;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Elevation;

public sealed class TerrainTilesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0.4, 0.3, 70 + 700)]
    [InlineData(0.5, 0.375, 100 + 1000)]
    [InlineData(0.25, 0.8, 25 + 2700)]
    [InlineData(0.5, 0.01, 100)]
    [InlineData(0.5, 0.99, 100 + 3000)]
    public async Task Elevation_is_interpolated_between_the_pixels_around_the_location(double right, double down, double height)
    {
        using var services = Clients.Services(Terrain("""{"maxzoom":0,"format":"webp"}"""));
        var place = WebMercator.Unproject(new ProjectedPoint((right - 0.5) * 2 * Math.PI * WebMercator.EarthRadius, (0.5 - down) * 2 * Math.PI * WebMercator.EarthRadius));

        var result = Assert.Single(await Elevation(services).ComputeAsync([place], Picture(3, 4, (x, y) => 100 * x + 1000 * y), cancellationToken: Cancel).ToListAsync(Cancel));

        Assert.Equal(height, result.Elevation!.Value, 0.01);
    }

    [Theory]
    [InlineData("""{"maxzoom":7,"format":"png"}""", null, "7/64/63.png")]
    [InlineData("""{"maxzoom":7,"format":"png"}""", 2, "2/2/1.png")]
    [InlineData("""{"maxzoom":7,"format":"png"}""", 30, "7/64/63.png")]
    [InlineData("""{"minzoom":3,"maxzoom":7,"format":"png"}""", 2, "3/4/3.png")]
    [InlineData("""{"minzoom":9,"maxzoom":7,"format":"png"}""", 8, "7/64/63.png")]
    [InlineData("""{"format":"png"}""", null, "12/2049/2046.png")]
    [InlineData("""{"maxzoom":31,"format":"png"}""", null, "12/2049/2046.png")]
    [InlineData("""{"maxzoom":-1,"format":"png"}""", null, "12/2049/2046.png")]
    [InlineData("""{"maxzoom":0}""", null, "0/0/0")]
    [InlineData("""{"maxzoom":0,"format":""}""", null, "0/0/0")]
    [InlineData("""{"maxzoom":0,"format":"png?a="}""", null, "0/0/0")]
    public async Task TileJSON_determines_the_zoom_and_URL_of_the_tiles(string tileJson, int? zoom, string tile)
    {
        var transport = Terrain(tileJson);
        using var services = Clients.Services(transport);

        var result = Assert.Single(await Elevation(services).ComputeAsync([new LngLat(0.1, 0.1)], Flat(5), new() { Zoom = zoom }, cancellationToken: Cancel).ToListAsync(Cancel));

        Assert.Null(result.Error);
        Assert.Equal($"/tiles/terrain-rgb-v2/{tile}", new Uri(transport.Uris[^1]).AbsolutePath);
    }

    [Fact]
    public async Task Result_contains_its_index_and_location()
    {
        using var services = Clients.Services(Terrain("""{"maxzoom":1,"format":"webp"}"""));
        LngLat[] places = [new(-90, 40), new(0, 89), new(90, 40), new(91, 40), new(0, -90), new(0, 85.05)];

        var results = await Elevation(services).ComputeAsync(places, Flat(5), cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal([0, 1, 2, 3, 4, 5], results.Select(result => result.Index));
        Assert.Equal(places, results.Select(result => result.Location));
        Assert.Equal([1, 4], results.Where(result => result.Error is not null).Select(result => result.Index));
    }

    [Theory]
    [InlineData(-135)]
    [InlineData(135)]
    public async Task Longitude_beyond_180_degrees_is_wrapped(double longitude)
    {
        using var services = Clients.Services(Terrain("""{"maxzoom":0,"format":"webp"}"""));
        LngLat[] places = [new(longitude, 0), new(longitude + 360, 0), new(longitude - 720, 0)];

        var results = await Elevation(services).ComputeAsync(places, Picture(8, 1, (x, _) => 100 * x), cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.All(results, result => Assert.Equal(longitude < 0 ? 50 : 650, result.Elevation!.Value, 0.01));
    }

    [Fact]
    public async Task Exception_of_the_decoder_is_the_cause()
    {
        var fault = new NotSupportedException();
        using var services = Clients.Services(Terrain("""{"maxzoom":0}"""));

        Assert.Same(fault, Assert.Single(await Elevation(services).ComputeAsync([default], _ => throw fault, cancellationToken: Cancel).ToListAsync(Cancel)).Error!.InnerException);
    }

    [Fact]
    public async Task Tilesets_have_separate_cached_tiles()
    {
        using var services = Clients.Services(Terrain("""{"maxzoom":0,"format":"webp"}"""));

        var land = await Elevation(services).ComputeAsync([default], Flat(5), cancellationToken: Cancel).ToListAsync(Cancel);
        var sea = await Elevation(services).ComputeAsync([default], Flat(-70), new() { TilesetId = "ocean-rgb" }, cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal([5, -70], land.Concat(sea).Select(result => Math.Round(result.Elevation!.Value, 3)));
    }

    [Fact]
    public async Task Tile_that_was_used_recently_stays_cached()
    {
        var transport = Terrain("""{"maxzoom":6,"format":"webp"}""");
        using var services = Clients.Services(transport);
        LngLat[] others = [.. Enumerable.Range(1, 33).Select(i => Place(i))];

        await Elevation(services).ComputeAsync([Place(0), .. others.Take(31), Place(0), others[31], Place(0), others[32], Place(0)], Flat(5), maxConcurrency: 1, cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(1 + 1 + 33, transport.Uris.Count); // and the TileJSON
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task MaxConcurrency_limits_the_tile_requests(int concurrency)
    {
        var (running, peak, read, full) = (0, 0, new TaskCompletionSource(), new TaskCompletionSource());
        using var services = Clients.Services(Terrain("""{"maxzoom":6,"format":"webp"}"""), builder => builder.HttpClientBuilder.AddHttpMessageHandler(() => new TileHandler(async () =>
        {
            var now = Interlocked.Increment(ref running);
            peak = Math.Max(peak, now);
            if (now == concurrency)
                full.TrySetResult();
            await Task.WhenAll(read.Task, full.Task).WaitAsync(Cancel);
            Interlocked.Decrement(ref running);
        })));
        async IAsyncEnumerable<LngLat> Places()
        {
            for (var i = 0; i < 20; i++)
            {
                if (i == 2 * concurrency)
                    read.SetResult();
                yield return Place(i);
            }

            await Task.CompletedTask;
        }

        var results = await Elevation(services).ComputeAsync(Places(), Flat(5), maxConcurrency: concurrency, cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(20, results.Count(result => result.Error is null));
        Assert.Equal(concurrency, peak);
    }

    [Fact]
    public async Task Canceled_caller_does_not_cancel_the_tile_of_another()
    {
        var (asked, first) = (0, new TaskCompletionSource());
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (!context.Request.Path.Value!.EndsWith("/1/0/0.webp", StringComparison.Ordinal))
            {
                context.Response.ContentType = "application/json";
                await context.Response.BodyWriter.WriteAsync("""{"maxzoom":1,"format":"webp"}"""u8.ToArray(), CancellationToken.None);
                return;
            }

            if (Interlocked.Increment(ref asked) == 1)
            {
                first.SetResult();
                await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
            }

            context.Response.ContentType = "image/webp";
            await context.Response.BodyWriter.WriteAsync(new byte[] { 1 }, CancellationToken.None);
        });
        using var services = Clients.Services(server.BaseAddress);
        using var leaving = new CancellationTokenSource();
        var shared = new TaskCompletionSource();

        var left = Elevation(services).ComputeAsync([Place(0)], Flat(5), cancellationToken: leaving.Token).ToListAsync(CancellationToken.None).AsTask();
        await first.Task.WaitAsync(Cancel);
        var stays = Elevation(services).ComputeAsync(Sharing(shared), Flat(5), cancellationToken: Cancel).ToListAsync(Cancel).AsTask();
        await shared.Task.WaitAsync(Cancel);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        var result = (await stays)[0];
        Assert.Null(result.Error);
        Assert.Equal(5, result.Elevation!.Value, 0.001);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Tile_of_one_tenant_is_not_returned_to_another_during_its_request()
    {
        var (tenant, first, answer) = ("tenant-a", new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (context.Request.Path.Value!.EndsWith("tiles.json", StringComparison.Ordinal))
            {
                context.Response.ContentType = "application/json";
                await context.Response.BodyWriter.WriteAsync("""{"maxzoom":1,"format":"webp"}"""u8.ToArray(), CancellationToken.None);
                return;
            }

            first.TrySetResult();
            await answer.Task;
            context.Response.StatusCode = context.Request.Query["key"] == "tenant-a" ? 200 : 403;
            context.Response.ContentType = "image/webp";
            await context.Response.BodyWriter.WriteAsync(new byte[] { 1 }, CancellationToken.None);
        });
        using var services = Clients.Services(server.BaseAddress, builder => builder.HttpClientBuilder.AddHttpMessageHandler(() => new TileHandler(request =>
            MapTiler.Authentication.HttpRequestMessageExtensions.SetMapTilerApiKey(request, tenant))));
        var shared = new TaskCompletionSource();

        var own = Elevation(services).ComputeAsync([Place(0)], Flat(5), cancellationToken: Cancel).ToListAsync(Cancel).AsTask();
        await first.Task.WaitAsync(Cancel);
        tenant = "tenant-b";
        var foreign = Elevation(services).ComputeAsync(Sharing(shared), Flat(5), cancellationToken: Cancel).ToListAsync(Cancel).AsTask();
        await shared.Task.WaitAsync(Cancel);
        answer.SetResult();

        Assert.Equal(5, (await own)[0].Elevation!.Value, 0.001);
        Assert.Equal(MapTilerErrorReason.Forbidden, (await Assert.ThrowsAsync<MapTilerException>(() => foreign)).Reason);
    }

    [Fact]
    public async Task Tile_of_the_application_is_not_returned_to_a_tenant()
    {
        var tenant = "";
        var transport = new StubTransport(request => request.RequestUri!.AbsolutePath.EndsWith("tiles.json", StringComparison.Ordinal) ? StubTransport.Json("""{"maxzoom":1,"format":"webp"}""")
            : request.RequestUri.Query.Contains("tenant-b", StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.Forbidden)
            : StubTransport.Text("bytes", "image/webp"));
        using var services = Clients.Services(transport, builder => builder.HttpClientBuilder.AddHttpMessageHandler(() => new TileHandler(request =>
        {
            if (tenant.Length > 0)
                MapTiler.Authentication.HttpRequestMessageExtensions.SetMapTilerApiKey(request, tenant);
        }) { SeesTileJson = true }));

        var own = await Elevation(services).ComputeAsync([Place(0)], Flat(5), cancellationToken: Cancel).ToListAsync(Cancel);
        tenant = "tenant-b";
        var foreign = Elevation(services).ComputeAsync([Place(0)], Flat(5), cancellationToken: Cancel).ToListAsync(Cancel).AsTask();

        Assert.Equal(5, own[0].Elevation!.Value, 0.001);
        Assert.Equal(MapTilerErrorReason.Forbidden, (await Assert.ThrowsAsync<MapTilerException>(() => foreign)).Reason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Source_that_waits_when_the_caller_leaves_or_cancels_is_disposed_when_it_continues(bool cancel)
    {
        using var services = Clients.Services(Terrain("""{"maxzoom":8}"""));
        using var cancellation = new CancellationTokenSource();
        var (silent, disposed) = (new TaskCompletionSource(), new TaskCompletionSource());

        async IAsyncEnumerable<LngLat> Locations()
        {
            try
            {
                yield return Place(0);
                yield return Place(1); // on another tile, so that the first one is requested
                await silent.Task;
            }
            finally
            {
                disposed.SetResult();
            }
        }

        async Task ReadAsync()
        {
            await foreach (var result in Elevation(services).ComputeAsync(Locations(), Flat(5), cancellationToken: cancellation.Token))
            {
                if (!cancel)
                    break;
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

    [Theory]
    [InlineData(-1)]
    [InlineData(31)]
    public void Invalid_terrain_options_throw_before_the_first_location(int zoom)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson());

        Assert.Throws<ArgumentOutOfRangeException>("options", () => Elevation(services).ComputeAsync([default], Flat(5), new() { Zoom = zoom }, cancellationToken: Cancel));
        Assert.Throws<ArgumentException>("options", () => Elevation(services).ComputeAsync([default], Flat(5), new() { TilesetId = ".." }, cancellationToken: Cancel));
        Assert.Throws<ArgumentOutOfRangeException>("maxConcurrency", () => Elevation(services).ComputeAsync([default], Flat(5), maxConcurrency: 0, cancellationToken: Cancel));
    }

    private static ElevationClient Elevation(IServiceProvider services) => services.GetRequiredService<ElevationClient>();

    private static StubTransport Terrain(string tileJson) => new(request =>
        request.RequestUri!.AbsolutePath.EndsWith("tiles.json", StringComparison.Ordinal) ? StubTransport.Json(tileJson) : StubTransport.Text("bytes", "image/webp"));

    /// <summary>A place on another tile for each number.</summary>
    private static LngLat Place(int i) => new(-178 + i * 5.7, 0.1);

    /// <summary>A location, and a signal when its caller waits for the tile.</summary>
    private static async IAsyncEnumerable<LngLat> Sharing(TaskCompletionSource waits)
    {
        yield return Place(0);
        yield return new LngLat(90, 89);
        waits.SetResult();
        await Task.CompletedTask;
    }

    private static ImageDecoder Flat(double height) => Picture(1, 1, (_, _) => height);

    private static ImageDecoder Picture(int width, int height, Func<int, int, double> heightAt) => _ => new RgbaImage(width, height, Enumerable.Range(0, width * height).SelectMany(i =>
    {
        var value = (int)Math.Round((heightAt(i % width, i / width) + 10_000) * 10);
        return new[] { (byte)(value >> 16), (byte)(value >> 8), (byte)value, (byte)255 };
    }).ToArray());

    private sealed class TileHandler(Func<HttpRequestMessage, Task> before) : DelegatingHandler
    {
        public TileHandler(Func<Task> before)
            : this(_ => before())
        {
        }

        public TileHandler(Action<HttpRequestMessage> before)
            : this(request =>
            {
                before(request);
                return Task.CompletedTask;
            })
        {
        }

        public bool SeesTileJson { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (SeesTileJson || !request.RequestUri!.AbsolutePath.EndsWith("/tiles.json", StringComparison.Ordinal))
                await before(request);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}

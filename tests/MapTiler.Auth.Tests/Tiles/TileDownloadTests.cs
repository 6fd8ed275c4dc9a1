using System.Collections.Concurrent;
using System.Net;
using MapTiler.Maps;
using MapTiler.Tiles;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Tiles;

public sealed class TileDownloadTests
{
    private static readonly TileCoordinate[] FourWithOneTwice = [new(2, 0, 0), new(2, 1, 0), new(2, 0, 0), new(2, 2, 0), new(2, 3, 0)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DownloadTilesAsync_with_a_range_returns_its_tiles_in_order_and_reports_the_total()
    {
        var range = new TileRange(new BoundingBox(170, -10, -170, 10), 0, 4);
        var transport = new StubTransport(request => request.RequestUri!.AbsolutePath.EndsWith("/0/0/0.pbf", StringComparison.Ordinal)
            ? new HttpResponseMessage(HttpStatusCode.NoContent)
            : new HttpResponseMessage { Content = new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new("application/x-protobuf") } } });
        using var services = Clients.Services(transport);
        var reports = new List<TileDownloadProgress>();

        var tiles = await Client(services).Tiles.DownloadTilesAsync("v3", range, "pbf", new() { MaxConcurrency = 3, Progress = new Reports(reports) }, Cancel).ToListAsync(Cancel);

        Assert.Equal(range.Count, transport.Uris.Count);
        Assert.Equal(range, tiles.Select(tile => tile.Tile));
        Assert.Null(tiles[0].Bytes);
        Assert.Null(tiles[0].Error);
        Assert.All(tiles.Skip(1), tile => Assert.Equal((3, "pbf"), (tile.Bytes!.Value.Length, tile.FileExtension)));
        Assert.Equal(Enumerable.Range(1, (int)range.Count).Select(i => (long)i), reports.Select(report => report.Completed));
        Assert.Equal($"{range.Count} of {range.Count} tiles, 1 absent, 0 failed, {3 * (range.Count - 1)} bytes", reports[^1].ToString());
    }

    [Fact]
    public async Task DownloadTilesAsync_with_a_duplicate_requests_it_once()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);

        var tiles = await Client(services).Tiles.DownloadTilesAsync("v3", [new(1, 0, 0), new(1, 1, 0), new(1, 0, 0)], cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal([new TileCoordinate(1, 0, 0), new TileCoordinate(1, 1, 0)], tiles.Select(tile => tile.Tile));
        Assert.Equal(2, transport.Uris.Count);
    }

    [Fact]
    public async Task DownloadTilesAsync_with_a_tile_that_fails_returns_its_error_and_continues()
    {
        var transport = new StubTransport(request => request.RequestUri!.AbsolutePath.EndsWith("/2/1/1", StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.NotFound) : StubTransport.Text("bytes", "image/png"));
        using var services = Clients.Services(transport);

        var tiles = await Client(services).Tiles.DownloadTilesAsync("v3", new TileRange(new BoundingBox(-180, -85, 180, 85), 2), cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(16, tiles.Count);
        Assert.Equal(new TileCoordinate(2, 1, 1), Assert.Single(tiles, tile => tile.Error is not null).Tile);
    }

    [Fact]
    public async Task DownloadTilesAsync_sends_at_most_MaxConcurrency_requests_at_once_and_none_after_an_early_exit()
    {
        const int Concurrency = 4;
        var (running, counts, full) = (0, new ConcurrentQueue<int>(), new TaskCompletionSource());
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            counts.Enqueue(Interlocked.Increment(ref running));
            if (counts.Count == Concurrency)
                full.TrySetResult();
            await full.Task.WaitAsync(Cancel); // the first responses are returned when the maximum number of requests is running
            Interlocked.Decrement(ref running);
            await context.Response.Body.WriteAsync(new byte[] { 1 }, CancellationToken.None);
        });
        using var services = Clients.Services(server.BaseAddress, builder => builder.ConfigureResilience(r => (r.AttemptTimeout, r.TotalTimeout) = (TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10))));

        var seen = 0;
        await foreach (var tile in Client(services).Tiles.DownloadTilesAsync("v3", new TileRange(new BoundingBox(-180, -85, 180, 85), 10), download: new() { MaxConcurrency = Concurrency }, cancellationToken: Cancel))
        {
            Assert.Null(tile.Error);
            if (++seen == 40)
                break;
        }

        Assert.Equal(Concurrency, counts.Max());
        Assert.InRange(server.Requests.Count, 40, 40 + 2 * Concurrency + 1);
    }

    [Fact]
    public async Task DownloadTilesAsync_reports_the_numbers_of_completed_absent_and_failed_tiles()
    {
        using var services = Clients.Services(new StubTransport(request => request.RequestUri!.AbsolutePath switch
        {
            "/tiles/v3/2/1/0" => new HttpResponseMessage(HttpStatusCode.NoContent),
            "/tiles/v3/2/2/0" => new HttpResponseMessage(HttpStatusCode.NotFound),
            _ => StubTransport.Text("bytes", "image/webp"),
        }));
        var reports = new List<TileDownloadProgress>();

        var tiles = await Client(services).Tiles.DownloadTilesAsync("v3", FourWithOneTwice, download: new() { Progress = new Reports(reports) }, cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(
            ["1 of 4 tiles, 0 absent, 0 failed, 5 bytes", "2 of 4 tiles, 1 absent, 0 failed, 5 bytes", "3 of 4 tiles, 1 absent, 1 failed, 5 bytes", "4 of 4 tiles, 1 absent, 1 failed, 10 bytes"],
            reports.Select(report => report.ToString()));
        Assert.Equal(["image/webp", null, null, "image/webp"], tiles.Select(tile => tile.ContentType));
        Assert.Equal([null, null, "NotFound", null], tiles.Select(tile => tile.Error?.Reason.ToString()));
    }

    [Fact]
    public async Task DownloadTilesAsync_with_an_enumeration_reports_no_total_and_requests_duplicates_once()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);
        var reports = new List<TileDownloadProgress>();

        var tiles = await Client(services).Tiles.DownloadTilesAsync("v3", FourWithOneTwice.Select(tile => tile), download: new() { Progress = new Reports(reports) }, cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(FourWithOneTwice.Distinct(), tiles.Select(tile => tile.Tile));
        Assert.Equal(4, transport.Uris.Count);
        Assert.All(reports, report => Assert.Null(report.Total));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("tiles")]
    [InlineData("maps")]
    public async Task DownloadTilesAsync_that_is_canceled_aborts_the_request_and_returns_nothing_more(string service)
    {
        var (requested, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await using var registration = context.RequestAborted.Register(aborted.SetResult);
            requested.TrySetResult();
            await aborted.Task;
        });
        using var services = Clients.Services(server.BaseAddress);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var tiles = service == "tiles"
            ? Client(services).Tiles.DownloadTilesAsync("v3", [new(2, 0, 0)], cancellationToken: cancellation.Token)
            : Client(services).Maps.DownloadTilesAsync("m", [new(2, 0, 0)], cancellationToken: cancellation.Token);

        var seen = new List<DownloadedTile>();
        var download = Task.Run(async () =>
        {
            await foreach (var tile in tiles)
                seen.Add(tile);
        }, Cancel);
        await requested.Task.WaitAsync(Cancel);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => download);
        await aborted.Task.WaitAsync(Cancel);
        Assert.Empty(seen);
    }

    [Theory]
    [InlineData(512, "/maps/{mapId}/{z}/{x}/{y}{scale}.{format}")]
    [InlineData(256, "/maps/{mapId}/256/{z}/{x}/{y}{scale}.{format}")]
    public async Task DownloadTilesAsync_with_a_tile_that_fails_returns_the_endpoint_of_its_size(int tileSize, string endpoint)
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.NotFound)));

        var tile = Assert.Single(await Client(services).Maps.DownloadTilesAsync("m", [default], new RasterTileOptions { TileSize = tileSize }, cancellationToken: Cancel).ToListAsync(Cancel));

        Assert.Equal(endpoint, tile.Error!.Endpoint);
    }

    [Fact]
    public void DownloadTilesAsync_with_an_argument_that_is_invalid_for_every_tile_throws_before_the_enumeration()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson());
        var tiles = Client(services).Tiles;

        Assert.Throws<ArgumentException>("tilesetId", () => tiles.DownloadTilesAsync("..", [default], cancellationToken: Cancel));
        Assert.Throws<ArgumentException>("extension", () => tiles.DownloadTilesAsync("v3", [default], "", cancellationToken: Cancel));
        Assert.Throws<ArgumentException>("extension", () => tiles.DownloadTilesAsync("v3", [default], "p/f", cancellationToken: Cancel));
    }

    private static MapTilerClient Client(IServiceProvider services) => services.GetRequiredService<MapTilerClient>();

    private sealed class Reports(List<TileDownloadProgress> reports) : IProgress<TileDownloadProgress>
    {
        public void Report(TileDownloadProgress value) => reports.Add(value);
    }
}

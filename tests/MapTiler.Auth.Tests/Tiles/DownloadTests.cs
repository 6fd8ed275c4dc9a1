using System.Collections.Concurrent;
using System.Net;
using MapTiler.Tiles;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Tiles;

public sealed class DownloadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_box_is_counted_before_and_downloaded_in_order_with_progress()
    {
        var range = new TileRange(new BoundingBox(170, -10, -170, 10), 0, 4);
        var wire = new Wire(request => request.RequestUri!.AbsolutePath.EndsWith("/0/0/0.pbf", StringComparison.Ordinal)
            ? new HttpResponseMessage(HttpStatusCode.NoContent)
            : new HttpResponseMessage { Content = new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new("application/x-protobuf") } } });
        using var services = Clients.Services(wire);
        var reports = new List<TileDownloadProgress>();

        var tiles = await CollectAsync(services.GetRequiredService<MapTilerClient>().Tiles.DownloadTilesAsync("v3", range, "pbf", new() { MaxConcurrency = 3, Progress = new Inline(reports) }, Cancel));

        Assert.Equal(range.Count, wire.Uris.Count);
        Assert.Equal(range, tiles.Select(tile => tile.Tile));
        Assert.Null(tiles[0].Bytes);
        Assert.Null(tiles[0].Error);
        Assert.All(tiles.Skip(1), tile => Assert.Equal((3, "pbf"), (tile.Bytes!.Value.Length, tile.FileExtension)));
        Assert.Equal(Enumerable.Range(1, (int)range.Count).Select(i => (long)i), reports.Select(report => report.Completed));
        Assert.Equal(new TileDownloadProgress(range.Count, range.Count, Absent: 1, Failed: 0, Bytes: 3 * (range.Count - 1)), reports[^1]);
    }

    [Fact]
    public async Task A_tile_that_is_named_twice_is_asked_once()
    {
        var wire = Wire.AlwaysJson();
        using var services = Clients.Services(wire);

        var tiles = await CollectAsync(services.GetRequiredService<MapTilerClient>().Tiles.DownloadTilesAsync("v3", [new(1, 0, 0), new(1, 1, 0), new(1, 0, 0)], cancellationToken: Cancel));

        Assert.Equal([new TileCoordinate(1, 0, 0), new TileCoordinate(1, 1, 0)], tiles.Select(tile => tile.Tile));
        Assert.Equal(2, wire.Uris.Count);
    }

    [Fact]
    public async Task A_failure_costs_only_its_own_tile()
    {
        var wire = new Wire(request => request.RequestUri!.AbsolutePath.EndsWith("/2/1/1", StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.NotFound) : Wire.Text("bytes", "image/png"));
        using var services = Clients.Services(wire);

        var tiles = await CollectAsync(services.GetRequiredService<MapTilerClient>().Tiles.DownloadTilesAsync("v3", new TileRange(new BoundingBox(-180, -85, 180, 85), 2), cancellationToken: Cancel));

        Assert.Equal(16, tiles.Count);
        Assert.Equal(new TileCoordinate(2, 1, 1), Assert.Single(tiles, tile => tile.Error is not null).Tile);
    }

    [Fact]
    public async Task No_more_run_at_the_same_time_than_is_said_and_leaving_early_starts_no_more()
    {
        const int Concurrency = 4;
        var (running, counts, full) = (0, new ConcurrentQueue<int>(), new TaskCompletionSource());
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            counts.Enqueue(Interlocked.Increment(ref running));
            if (counts.Count == Concurrency)
                full.TrySetResult();
            await full.Task.WaitAsync(Cancel); // the first ones are answered when as many run as may
            Interlocked.Decrement(ref running);
            await context.Response.Body.WriteAsync(new byte[] { 1 }, CancellationToken.None);
        });
        using var services = Clients.Services(server.BaseAddress, builder => builder.ConfigureResilience(r => (r.AttemptTimeout, r.TotalTimeout) = (TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10))));

        var seen = 0;
        await foreach (var tile in services.GetRequiredService<MapTilerClient>().Tiles.DownloadTilesAsync("v3", new TileRange(new BoundingBox(-180, -85, 180, 85), 10), download: new() { MaxConcurrency = Concurrency }, cancellationToken: Cancel))
        {
            Assert.Null(tile.Error);
            if (++seen == 40)
                break;
        }

        Assert.Equal(Concurrency, counts.Max());
        Assert.InRange(server.Requests.Count, 40, 40 + 2 * Concurrency + 1);
    }

    private static async Task<List<DownloadedTile>> CollectAsync(IAsyncEnumerable<DownloadedTile> tiles)
    {
        var list = new List<DownloadedTile>();
        await foreach (var tile in tiles)
            list.Add(tile);
        return list;
    }

    private sealed class Inline(List<TileDownloadProgress> reports) : IProgress<TileDownloadProgress>
    {
        public void Report(TileDownloadProgress value) => reports.Add(value);
    }
}

using System.Net;
using MapTiler.Maps;
using MapTiler.Tiles;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Tiles;

public sealed class DownloadResultTests
{
    private static readonly TileCoordinate[] FourWithOneTwice = [new(2, 0, 0), new(2, 1, 0), new(2, 0, 0), new(2, 2, 0), new(2, 3, 0)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Progress_counts_what_came_what_is_not_there_and_what_failed()
    {
        using var services = Clients.Services(new Wire(request => request.RequestUri!.AbsolutePath switch
        {
            "/tiles/v3/2/1/0" => new HttpResponseMessage(HttpStatusCode.NoContent),
            "/tiles/v3/2/2/0" => new HttpResponseMessage(HttpStatusCode.NotFound),
            _ => Wire.Text("bytes", "image/webp"),
        }));
        var reports = new List<TileDownloadProgress>();

        var tiles = await Client(services).Tiles.DownloadTilesAsync("v3", FourWithOneTwice, download: new() { Progress = new Reports(reports) }, cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(
            [new(1, 4, Absent: 0, Failed: 0, Bytes: 5), new(2, 4, Absent: 1, Failed: 0, Bytes: 5), new(3, 4, Absent: 1, Failed: 1, Bytes: 5), new(4, 4, Absent: 1, Failed: 1, Bytes: 10)],
            reports);
        Assert.Equal(["image/webp", null, null, "image/webp"], tiles.Select(tile => tile.ContentType));
        Assert.Equal([null, null, "NotFound", null], tiles.Select(tile => tile.Error?.Reason.Value));
    }

    [Fact]
    public async Task Tiles_that_are_only_enumerated_have_no_total_and_are_asked_once()
    {
        var wire = Wire.AlwaysJson();
        using var services = Clients.Services(wire);
        var reports = new List<TileDownloadProgress>();

        var tiles = await Client(services).Tiles.DownloadTilesAsync("v3", FourWithOneTwice.Select(tile => tile), download: new() { Progress = new Reports(reports) }, cancellationToken: Cancel).ToListAsync(Cancel);

        Assert.Equal(FourWithOneTwice.Distinct(), tiles.Select(tile => tile.Tile));
        Assert.Equal(4, wire.Uris.Count);
        Assert.All(reports, report => Assert.Null(report.Total));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("tiles")]
    [InlineData("maps")]
    public async Task A_cancelled_download_hands_out_nothing_more(string service)
    {
        var (asked, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await using var registration = context.RequestAborted.Register(aborted.SetResult);
            asked.TrySetResult();
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
        await asked.Task.WaitAsync(Cancel);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => download);
        await aborted.Task.WaitAsync(Cancel);
        Assert.Empty(seen);
    }

    [Theory]
    [InlineData(512, "/maps/{mapId}/{z}/{x}/{y}{scale}.{format}")]
    [InlineData(256, "/maps/{mapId}/256/{z}/{x}/{y}{scale}.{format}")]
    public async Task A_failed_tile_names_the_endpoint_of_its_size(int tileSize, string endpoint)
    {
        using var services = Clients.Services(new Wire(_ => new HttpResponseMessage(HttpStatusCode.NotFound)));

        var tile = Assert.Single(await Client(services).Maps.DownloadTilesAsync("m", [default], new RasterTileOptions { TileSize = tileSize }, cancellationToken: Cancel).ToListAsync(Cancel));

        Assert.Equal(endpoint, tile.Error!.Endpoint);
    }

    [Fact]
    public void What_is_wrong_for_all_tiles_is_told_before_the_first()
    {
        using var services = Clients.Services(Wire.AlwaysJson());
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

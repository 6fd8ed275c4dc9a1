using System.CommandLine;
using System.Globalization;
using MapTiler.Maps;
using MapTiler.Tiles;
using MapTiler.Tool.TileStores;
using Spectre.Console;

namespace MapTiler.Tool.Commands;

/// <summary><c>maptiler tiles</c> downloads the tiles of an area into a folder or an MBTiles file. The same command resumes it.</summary>
internal static class TilesCommand
{
    private const int MaxZoom = 22;
    private const int MaxChunk = 10_000; // the client stores the tiles of a download to skip duplicates, and a range can have millions

    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "The id of a tileset such as v4, or of a map with --map" };
        var bounds = Arguments.Bounds("--bounds", "The area");
        bounds.Required = true;
        var zoom = new Option<string>("--zoom") { Description = "The zoom levels, such as 0-10", HelpName = "min-max", Required = true };
        var output = new Option<string>("--output", "-o") { Description = "A folder, or a file with the extension .mbtiles", HelpName = "path", Required = true };
        var map = new Option<bool>("--map") { Description = "The id is that of a map: download its raster tiles" };
        var tileSize = new Option<int>("--tile-size") { Description = "The pixels of the raster tiles of a map, 512 or 256", DefaultValueFactory = _ => 512 };

        return new Command("tiles", "Download the tiles of an area into a folder or an MBTiles file. The same command resumes it") { id, bounds, zoom, output, map, tileSize, Confirmation.Yes }.Runs(async (session, cancellationToken) =>
        {
            var isMap = session.Get(map);
            var options = new RasterTileOptions { TileSize = session.Get(tileSize) };
            if (options.TileSize is not (512 or 256))
                throw new UsageException("--tile-size must be 512 or 256.");
            var (min, max) = ParseZoom(session.Get(zoom)!);
            var range = new TileRange(session.Get(bounds)!.Value, min, max);
            var tileJson = isMap
                ? await session.Client.Maps.GetTileJsonAsync(session.Get(id), options.TileSize, cancellationToken).ConfigureAwait(false)
                : await session.Client.Tiles.GetTileJsonAsync(session.Get(id), cancellationToken).ConfigureAwait(false);
            if (max > (tileJson.MaxZoom ?? MaxZoom) || min < (tileJson.MinZoom ?? 0))
                throw new UsageException($"{session.Get(id)} has the zoom levels {tileJson.MinZoom ?? 0} to {tileJson.MaxZoom ?? MaxZoom}.");
            if (isMap)
                tileJson.Format = "png"; // the format of RasterTileOptions, possibly not that of the TileJSON

            var path = session.Get(output)!;
            using var store = Path.GetExtension(path) == ".mbtiles" ? (ITileStore)new MbTiles(path, tileJson, range) : new TileFolder(path);
            var missing = Missing(range, store, cancellationToken);
            var count = missing.LongCount();
            var requests = isMap ? range.EstimateMapRequests(options.TileSize) / range.Count * count : count;
            Output.WriteStatus(string.Create(CultureInfo.InvariantCulture, $"{count} of {range.Count} tiles are to be downloaded, at most {requests} billed requests."));
            Output.WriteStatus("Check whether your plan allows to store tiles: https://www.maptiler.com/terms/cloud/");
            if (count > 0)
                await Confirmation.RequireAsync(session, "Download them?", cancellationToken, "Confirm the download with --yes.").ConfigureAwait(false);
            store.Create();

            async Task<TilesResult> DownloadAsync(Action<long> report)
            {
                var result = new TilesResult(path, range.Count, range.Count - count);
                foreach (var chunk in missing.Chunk(MaxChunk))
                {
                    var tiles = isMap
                        ? session.Client.Maps.DownloadTilesAsync(session.Get(id), chunk, options, cancellationToken: cancellationToken)
                        : session.Client.Tiles.DownloadTilesAsync(session.Get(id), chunk, cancellationToken: cancellationToken);
                    result = await SaveAsync(tiles, store, tileJson.Format ?? "pbf", report, result, cancellationToken).ConfigureAwait(false);
                }

                return result;
            }

            var result = session.Output.ShowsProgress && count > 0
                ? await session.Output.Status.ShowProgressAsync("tiles", task => DownloadAsync(completed => task.Value = 100.0 * completed / count)).ConfigureAwait(false)
                : await DownloadAsync(static _ => { }).ConfigureAwait(false);
            session.Output.Write(result, ToolJson.Default.TilesResult, console => console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{result.Saved} tiles saved to {path} ({result.Bytes / 1024.0 / 1024.0:0.#} MiB), {result.Existing} existed, {result.Empty} are empty, {result.Failed} failed.")));
            return result.Failed == 0 ? ExitCode.Ok : ExitCode.PartlyFailed;
        });
    }

    /// <summary>Returns the tiles that are not in the store.</summary>
    internal static IEnumerable<TileCoordinate> Missing(TileRange range, ITileStore store, CancellationToken cancellationToken) => range.Where(tile =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        return !store.Contains(tile);
    });

    private static async Task<TilesResult> SaveAsync(
        IAsyncEnumerable<DownloadedTile> tiles, ITileStore store, string format, Action<long> report, TilesResult result, CancellationToken cancellationToken)
    {
        await foreach (var tile in tiles.ConfigureAwait(false))
        {
            if (tile.Error is { } error && result.Saved == 0 && (result.Empty == 0 || ErrorReport.CodeOf(error.Reason) != ExitCode.Failed))
                throw error; // the first tile, so probably all
            if (tile.Error is { Reason: MapTilerErrorReason.QuotaExceeded } used)
                throw used;
            if (tile.Error is null)
                await store.AddAsync(tile.Tile, tile.Bytes ?? default, tile.FileExtension ?? format, cancellationToken).ConfigureAwait(false);
            result = result with
            {
                Saved = result.Saved + (tile.Bytes is null ? 0 : 1),
                Empty = result.Empty + (tile.Bytes is null && tile.Error is null ? 1 : 0),
                Failed = result.Failed + (tile.Error is null ? 0 : 1),
                Bytes = result.Bytes + (tile.Bytes?.Length ?? 0),
            };
            report(result.Saved + result.Empty + result.Failed);
        }

        return result;
    }

    private static (int Min, int Max) ParseZoom(string value)
    {
        var parts = value.Split('-');
        return parts.Length is 1 or 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var min)
            && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var max) && min <= max && max <= MaxZoom
                ? (min, max)
                : throw new UsageException($"--zoom must be a zoom level or two, such as 0-10, not '{value}'.");
    }
}

/// <summary>The JSON of <c>maptiler tiles</c>.</summary>
/// <param name="Path">The folder or the file.</param>
/// <param name="Total">The number of tiles of the area.</param>
/// <param name="Existing">The number of tiles that existed before, including empty ones.</param>
/// <param name="Saved">The number of tiles that were downloaded.</param>
/// <param name="Empty">The number of tiles without content, which are saved as empty ones.</param>
/// <param name="Failed">The number of tiles that failed. The same command downloads them again.</param>
/// <param name="Bytes">The size of the tiles that were downloaded.</param>
internal sealed record TilesResult(string Path, long Total, long Existing, long Saved = 0, long Empty = 0, long Failed = 0, long Bytes = 0);

using System.Runtime.CompilerServices;

namespace MapTiler.Tiles;

/// <summary>Downloads many tiles with concurrent requests: each tile once, in the order of the first occurrence.</summary>
internal static class TileDownload
{
    public static IAsyncEnumerable<DownloadedTile> RunAsync(
        IEnumerable<TileCoordinate> tiles, Func<TileCoordinate, CancellationToken, Task<MapTilerContent?>> get, TileDownloadOptions? download, CancellationToken cancellationToken)
    {
        Guard.NotNull(tiles, nameof(tiles));
        download ??= new();
        if (download.MaxConcurrency < 1)
            throw Guard.OptionRange(nameof(download.MaxConcurrency), "At least one concurrent request must be allowed.", nameof(download));
        var runner = new BatchRunner<TileCoordinate, DownloadedTile>(
            static (_, _) => true, static _ => true, async (chunk, token) => [await GetAsync(chunk[0], get, token).ConfigureAwait(false)], download.MaxConcurrency);
        var distinct = Distinct(tiles);
        return ReportAsync(runner.RunAsync(distinct.AsAsync(), cancellationToken), CountOf(distinct), download.Progress, cancellationToken);
    }

    private static long? CountOf(IEnumerable<TileCoordinate> tiles) => tiles switch
    {
        TileRange range => range.Count,
        IReadOnlyCollection<TileCoordinate> collection => collection.Count,
        _ => null,
    };

    private static IEnumerable<TileCoordinate> Distinct(IEnumerable<TileCoordinate> tiles) => tiles switch
    {
        TileRange => tiles, // contains no duplicates
        IReadOnlyCollection<TileCoordinate> => [.. tiles.Distinct()],
        _ => tiles.Distinct(),
    };

    private static async Task<DownloadedTile> GetAsync(TileCoordinate tile, Func<TileCoordinate, CancellationToken, Task<MapTilerContent?>> get, CancellationToken cancellationToken)
    {
        try
        {
            using var content = await get(tile, cancellationToken).ConfigureAwait(false);
            return content is null
                ? new DownloadedTile { Tile = tile }
                : new DownloadedTile
                {
                    Tile = tile,
                    Bytes = await content.ReadBytesAsync(cancellationToken).ConfigureAwait(false),
                    ContentType = content.ContentType,
                    FileExtension = content.FileExtension,
                };
        }
        catch (Exception e) when (ErrorFactory.IsOfItem(e))
        {
            return new DownloadedTile { Tile = tile, Error = ErrorFactory.OfItem(e) };
        }
    }

    private static async IAsyncEnumerable<DownloadedTile> ReportAsync(
        IAsyncEnumerable<DownloadedTile> tiles, long? total, IProgress<TileDownloadProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var state = new TileDownloadProgress { Total = total };
        await foreach (var tile in tiles.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            state = new()
            {
                Completed = state.Completed + 1,
                Total = total,
                Absent = state.Absent + (tile.Bytes is null && tile.Error is null ? 1 : 0),
                Failed = state.Failed + (tile.Error is null ? 0 : 1),
                Bytes = state.Bytes + (tile.Bytes?.Length ?? 0),
            };
            progress?.Report(state);
            yield return tile;
        }
    }
}

namespace MapTiler.Ogc;

/// <inheritdoc cref="IOgcClient"/>
internal sealed class OgcClient(RequestSender sender) : IOgcClient
{
    public Task<OgcDocument> GetMapTilesAsync(string mapId, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.MapOgcTiles, urls => urls.OgcMapTiles(mapId), OgcDocument.Read, cancellationToken);

    public Task<OgcDocument> GetMapTileMatrixSetAsync(string mapId, CancellationToken cancellationToken = default) =>
        EitherAsync(
            sender.GetAsync(Endpoints.MapOgcTileMatrixSet, urls => urls.OgcMapTileMatrixSet(mapId), OgcDocument.Read, cancellationToken),
            () => sender.GetAsync(Endpoints.MapOgcTileset, urls => urls.OgcMapTileset(mapId), OgcDocument.Read, cancellationToken));

    public Task<OgcDocument> GetTilesetTilesAsync(string tilesetId, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.TilesetOgcTiles, urls => urls.OgcTilesetTiles(tilesetId), OgcDocument.Read, cancellationToken);

    public Task<OgcDocument> GetTilesetTileMatrixSetAsync(string tilesetId, CancellationToken cancellationToken = default) =>
        EitherAsync(
            sender.GetAsync(Endpoints.TilesetOgcTileMatrixSet, urls => urls.OgcTilesetTileMatrixSet(tilesetId), OgcDocument.Read, cancellationToken),
            () => sender.GetAsync(Endpoints.TilesetOgcTileset, urls => urls.OgcTileset(tilesetId), OgcDocument.Read, cancellationToken));

    public async Task<IReadOnlyList<string>> GetConformanceAsync(CancellationToken cancellationToken = default)
    {
        var document = await EitherAsync(
            sender.GetAsync(Endpoints.OgcConformance, urls => urls.OgcConformance(), OgcDocument.Read, cancellationToken),
            () => sender.GetAsync(Endpoints.Conformance, urls => urls.OgcConformance(atRoot: true), OgcDocument.Read, cancellationToken)).ConfigureAwait(false);
        return document.ConformsTo;
    }

    public Task<OgcDocument> FollowAsync(OgcLink link, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(link, nameof(link));
        return sender.GetAsync(Endpoints.OgcLink, urls => urls.Resolve(link.Href, nameof(link)), OgcDocument.Read, cancellationToken);
    }

    private static async Task<OgcDocument> EitherAsync(Task<OgcDocument> first, Func<Task<OgcDocument>> second)
    {
        try
        {
            return await first.ConfigureAwait(false);
        }
        catch (MapTilerException e) when (e.Reason == MapTilerErrorReason.NotFound)
        {
            return await second().ConfigureAwait(false);
        }
    }
}

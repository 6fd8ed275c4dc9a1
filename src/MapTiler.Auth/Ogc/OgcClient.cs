namespace MapTiler.Ogc;

/// <summary>
/// The <see href="https://docs.maptiler.com/cloud/api/ogc/">OGC API - Tiles</see> of maps and tilesets, for GIS that speak it. Safe for
/// concurrent use.
/// </summary>
/// <remarks>
/// Every method throws <see cref="ArgumentException"/> for an argument that cannot be sent and <see cref="MapTilerException"/> if the
/// call fails. The service documents two paths for tile matrix sets and for the conformance; where the first is not there, the second
/// is asked. Addresses in an answer are without a credential.
/// </remarks>
public class OgcClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected OgcClient() => _sender = null!;

    internal OgcClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets the description of the tiles of a map; its links lead on.</summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<OgcDocument> GetMapTilesAsync(string mapId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.MapOgcTiles, urls => urls.OgcMapTiles(mapId), OgcDocument.Read), cancellationToken);

    /// <summary>Gets the tile matrix set of a map.</summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<OgcDocument> GetMapTileMatrixSetAsync(string mapId, CancellationToken cancellationToken = default) =>
        EitherAsync(
            _sender.SendAsync(ApiRequest.For(Endpoints.MapOgcTileMatrixSet, urls => urls.OgcMapTileMatrixSet(mapId), OgcDocument.Read), cancellationToken),
            () => _sender.SendAsync(ApiRequest.For(Endpoints.MapOgcTileset, urls => urls.OgcMapTileset(mapId), OgcDocument.Read), cancellationToken));

    /// <summary>Gets the description of the tiles of a tileset; its links lead on.</summary>
    /// <param name="tilesetId">The id of the tileset.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<OgcDocument> GetTilesetTilesAsync(string tilesetId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.TilesetOgcTiles, urls => urls.OgcTilesetTiles(tilesetId), OgcDocument.Read), cancellationToken);

    /// <summary>Gets the tile matrix set of a tileset.</summary>
    /// <param name="tilesetId">The id of the tileset.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<OgcDocument> GetTilesetTileMatrixSetAsync(string tilesetId, CancellationToken cancellationToken = default) =>
        EitherAsync(
            _sender.SendAsync(ApiRequest.For(Endpoints.TilesetOgcTileMatrixSet, urls => urls.OgcTilesetTileMatrixSet(tilesetId), OgcDocument.Read), cancellationToken),
            () => _sender.SendAsync(ApiRequest.For(Endpoints.TilesetOgcTileset, urls => urls.OgcTileset(tilesetId), OgcDocument.Read), cancellationToken));

    /// <summary>Gets which parts of the standards the service follows, as their URIs.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual async Task<IReadOnlyList<string>> GetConformanceAsync(CancellationToken cancellationToken = default)
    {
        var document = await EitherAsync(
            _sender.SendAsync(ApiRequest.For(Endpoints.OgcConformance, urls => urls.OgcConformance(), OgcDocument.Read), cancellationToken),
            () => _sender.SendAsync(ApiRequest.For(Endpoints.Conformance, urls => urls.OgcConformance(atRoot: true), OgcDocument.Read), cancellationToken)).ConfigureAwait(false);
        return document.ConformsTo;
    }

    /// <summary>Gets the document to which a link leads. Links to another origin than that of the service are refused.</summary>
    /// <param name="link">A link of a document, not one with placeholders.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<OgcDocument> FollowAsync(OgcLink link, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(link, nameof(link));
        return _sender.SendAsync(ApiRequest.For(Endpoints.OgcLink, urls => urls.Resolve(link.Href, nameof(link)), OgcDocument.Read), cancellationToken);
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

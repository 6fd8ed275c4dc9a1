namespace MapTiler.Ogc;

/// <summary>
/// The client of the <see href="https://docs.maptiler.com/cloud/api/ogc/">OGC API - Tiles</see> of maps and tilesets, for GIS software that supports this standard. All
/// members are safe for concurrent use.
/// </summary>
/// <remarks>
/// The service documents two paths for tile matrix sets and for the conformance classes; if the first path does not exist, the second one is requested. The URLs in responses have no credential.
/// </remarks>
public class OgcClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected OgcClient() => _sender = null!;

    internal OgcClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets the description of the tiles of a map, which links to its tilesets.</summary>
    /// <param name="mapId">The id of the map, such as <see cref="Maps.MapIds.StreetsV4"/>, or the UUID of your own map.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<OgcDocument> GetMapTilesAsync(string mapId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.MapOgcTiles, urls => urls.OgcMapTiles(mapId), OgcDocument.Read), cancellationToken);

    /// <summary>Gets the tile matrix set of a map, which defines its zooms and tile sizes.</summary>
    /// <param name="mapId">The id of the map, such as <see cref="Maps.MapIds.StreetsV4"/>, or the UUID of your own map.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<OgcDocument> GetMapTileMatrixSetAsync(string mapId, CancellationToken cancellationToken = default) =>
        FirstFoundAsync(
            _sender.SendAsync(ApiRequest.For(Endpoints.MapOgcTileMatrixSet, urls => urls.OgcMapTileMatrixSet(mapId), OgcDocument.Read), cancellationToken),
            () => _sender.SendAsync(ApiRequest.For(Endpoints.MapOgcTileset, urls => urls.OgcMapTileset(mapId), OgcDocument.Read), cancellationToken));

    /// <summary>Gets the description of the tiles of a tileset, which links to them.</summary>
    /// <param name="tilesetId">The id of the tileset, such as <see cref="Tiles.TilesetIds.V4"/>, or the UUID of your own tileset.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <exception cref="ArgumentException"><paramref name="tilesetId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<OgcDocument> GetTilesetTilesAsync(string tilesetId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.TilesetOgcTiles, urls => urls.OgcTilesetTiles(tilesetId), OgcDocument.Read), cancellationToken);

    /// <summary>Gets the tile matrix set of a tileset, which defines its zooms and tile sizes.</summary>
    /// <param name="tilesetId">The id of the tileset, such as <see cref="Tiles.TilesetIds.V4"/>, or the UUID of your own tileset.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <exception cref="ArgumentException"><paramref name="tilesetId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<OgcDocument> GetTilesetTileMatrixSetAsync(string tilesetId, CancellationToken cancellationToken = default) =>
        FirstFoundAsync(
            _sender.SendAsync(ApiRequest.For(Endpoints.TilesetOgcTileMatrixSet, urls => urls.OgcTilesetTileMatrixSet(tilesetId), OgcDocument.Read), cancellationToken),
            () => _sender.SendAsync(ApiRequest.For(Endpoints.TilesetOgcTileset, urls => urls.OgcTileset(tilesetId), OgcDocument.Read), cancellationToken));

    /// <summary>Gets the URIs of the conformance classes of the OGC API standards that the service implements.</summary>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual async Task<IReadOnlyList<string>> GetConformanceAsync(CancellationToken cancellationToken = default)
    {
        var document = await FirstFoundAsync(
            _sender.SendAsync(ApiRequest.For(Endpoints.OgcConformance, urls => urls.OgcConformance(), OgcDocument.ReadConformance), cancellationToken),
            () => _sender.SendAsync(ApiRequest.For(Endpoints.Conformance, urls => urls.OgcConformance(atRoot: true), OgcDocument.ReadConformance), cancellationToken)).ConfigureAwait(false);
        return document.ConformsTo;
    }

    /// <summary>Gets the document to which a link points.</summary>
    /// <param name="link">A link of a document, without placeholders and with the origin of the service.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <exception cref="ArgumentException"><paramref name="link"/> has placeholders, or points to another origin.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<OgcDocument> FollowAsync(OgcLink link, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(link, nameof(link));
        return _sender.SendAsync(ApiRequest.For(Endpoints.OgcLink, urls => urls.Resolve(link.Href, nameof(link)), OgcDocument.Read), cancellationToken);
    }

    private static async Task<OgcDocument> FirstFoundAsync(Task<OgcDocument> first, Func<Task<OgcDocument>> second)
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

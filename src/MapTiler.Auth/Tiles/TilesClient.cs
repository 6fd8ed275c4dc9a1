using System.Xml.Linq;
using MapTiler.Maps;

namespace MapTiler.Tiles;

/// <summary>
/// Tiles as they are stored: vectors, pictures, terrain, weather. See <see href="https://docs.maptiler.com/cloud/api/tiles/">the Tiles API</see>.
/// Safe for concurrent use.
/// </summary>
/// <remarks>
/// Tileset ids are those of <see cref="TilesetIds"/> or the UUID of a tileset of your own. Every method throws
/// <see cref="ArgumentException"/> for an argument that cannot be sent and <see cref="MapTilerException"/> if the call fails.
/// </remarks>
public class TilesClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected TilesClient() => _sender = null!;

    internal TilesClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets one tile, which costs 1 request. Compressed tiles arrive decompressed.</summary>
    /// <param name="tilesetId">The id of the tileset.</param>
    /// <param name="tile">The tile. A zoom above the <see cref="TileJson.MaxZoom"/> of the tileset is rejected with <see cref="MapTilerErrorReason.InvalidRequest"/>.</param>
    /// <param name="extension">The format as the TileJSON of the set names it, such as <c>pbf</c>; may be left out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The tile; <see langword="null"/> if it has no content, which the service reports as 204 or, for a vector tile without features, as 200 with zero bytes.
    /// Dispose it.
    /// </returns>
    public virtual Task<MapTilerContent?> GetTileAsync(string tilesetId, TileCoordinate tile, string? extension = null, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.ForStream(Endpoints.Tile, urls => urls.Tile(tilesetId, tile, extension)), cancellationToken);

    /// <summary>Gets many tiles, several at the same time.</summary>
    /// <param name="tilesetId">The id of the tileset.</param>
    /// <param name="tiles">The tiles, for example a <see cref="TileRange"/>; read as they are needed. One that is named twice is asked once.</param>
    /// <param name="extension">The format as the TileJSON of the set names it, such as <c>pbf</c>; may be left out.</param>
    /// <param name="download">How many at the same time, and whom to tell the progress.</param>
    /// <param name="cancellationToken">Cancels what runs and what has not started.</param>
    /// <returns>One result for each tile that differs, in their order; a failure costs only its own tile.</returns>
    public virtual IAsyncEnumerable<DownloadedTile> DownloadAsync(
        string tilesetId, IEnumerable<TileCoordinate> tiles, string? extension = null, TileDownloadOptions? download = null, CancellationToken cancellationToken = default)
    {
        _sender.Urls.Tile(tilesetId, default, extension); // refuses what is wrong for all tiles
        return TileDownload.RunAsync(tiles, (tile, token) => GetTileAsync(tilesetId, tile, extension, token), download, cancellationToken);
    }

    /// <summary>Gets what a tileset is like: its zooms, its area, whom to name.</summary>
    /// <param name="tilesetId">The id of the tileset.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<TileJson> GetTileJsonAsync(string tilesetId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.TileJson, urls => urls.TileJson(tilesetId), MapsJson.ReadTileJson), cancellationToken);

    /// <summary>Gets the WMTS capabilities of a tileset. Addresses in it are without a credential.</summary>
    /// <param name="tilesetId">The id of the tileset.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<XDocument> GetWmtsCapabilitiesAsync(string tilesetId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.TilesetWmtsCapabilities, urls => urls.TilesetWmtsCapabilities(tilesetId), WmtsDocument.Read), cancellationToken);

    /// <summary>Gets the page that shows a tileset. It is for a browser and may hold the credential: do not hand it on.</summary>
    /// <param name="tilesetId">The id of the tileset.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<MapTilerContent> GetViewerAsync(string tilesetId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.ForRequiredStream(Endpoints.TilesetViewer, urls => urls.TilesetViewer(tilesetId)), cancellationToken);
}

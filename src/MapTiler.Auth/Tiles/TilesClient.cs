using System.Xml.Linq;
using MapTiler.Maps;

namespace MapTiler.Tiles;

/// <inheritdoc cref="ITilesClient"/>
internal sealed class TilesClient(RequestSender sender) : ITilesClient
{
    public Task<MapTilerContent?> GetTileAsync(string tilesetId, TileCoordinate tile, string? extension = null, CancellationToken cancellationToken = default) =>
        sender.OpenAsync(Endpoints.Tile, urls => urls.Tile(tilesetId, tile, extension), cancellationToken);

    public IAsyncEnumerable<DownloadedTile> DownloadAsync(
        string tilesetId, IEnumerable<TileCoordinate> tiles, string? extension = null, TileDownloadOptions? download = null, CancellationToken cancellationToken = default)
    {
        sender.Urls.Tile(tilesetId, default, extension); // refuses what is wrong for all tiles
        return TileDownload.RunAsync(tiles, (tile, token) => GetTileAsync(tilesetId, tile, extension, token), download, cancellationToken);
    }

    public Task<TileJson> GetTileJsonAsync(string tilesetId, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.TileJson, urls => urls.TileJson(tilesetId), MapsJson.ReadTileJson, cancellationToken);

    public Task<XDocument> GetWmtsCapabilitiesAsync(string tilesetId, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.TilesetWmtsCapabilities, urls => urls.TilesetWmtsCapabilities(tilesetId), WmtsDocument.Read, cancellationToken);

    public Task<MapTilerContent> GetViewerAsync(string tilesetId, CancellationToken cancellationToken = default) =>
        sender.OpenRequiredAsync(Endpoints.TilesetViewer, urls => urls.TilesetViewer(tilesetId), cancellationToken);
}

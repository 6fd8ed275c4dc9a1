using System.Xml.Linq;

namespace MapTiler.Maps;

/// <inheritdoc cref="IMapsClient"/>
internal sealed class MapsClient(RequestSender sender) : IMapsClient
{
    public Task<StyleJson> GetStyleAsync(string mapId, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.MapStyle, urls => urls.StyleJson(mapId), StyleJson.Read, cancellationToken);

    public async Task<string?> GetAttributionAsync(string mapId, CancellationToken cancellationToken = default)
    {
        var style = await GetStyleAsync(mapId, cancellationToken).ConfigureAwait(false);
        var tileJsons = await Task.WhenAll(style.Sources.Values
            .Where(source => string.IsNullOrWhiteSpace(source.Attribution))
            .Select(source => TilesetOf(source.Url)).OfType<string>().Distinct()
            .Select(tilesetId => sender.GetAsync(Endpoints.TileJson, urls => urls.TileJson(tilesetId), MapsJson.ReadTileJson, cancellationToken))).ConfigureAwait(false);
        return StyleJson.Join(style.Attributions.Concat(tileJsons.Select(tileJson => tileJson.Attribution)));
    }

    public Task<TileJson> GetTileJsonAsync(string mapId, int tileSize = 512, CancellationToken cancellationToken = default) =>
        sender.GetAsync(tileSize == 256 ? Endpoints.MapTileJson256 : Endpoints.MapTileJson, urls => urls.MapTileJson(mapId, tileSize), MapsJson.ReadTileJson, cancellationToken);

    public Task<MapTilerContent?> GetTileAsync(string mapId, TileCoordinate tile, RasterTileOptions? options = null, CancellationToken cancellationToken = default) =>
        sender.OpenAsync(options?.TileSize == 256 ? Endpoints.MapTile256 : Endpoints.MapTile, urls => urls.MapTile(mapId, tile, options), cancellationToken);

    public IAsyncEnumerable<DownloadedTile> DownloadTilesAsync(
        string mapId, IEnumerable<TileCoordinate> tiles, RasterTileOptions? options = null, TileDownloadOptions? download = null, CancellationToken cancellationToken = default)
    {
        sender.Urls.MapTile(mapId, default, options); // refuses what is wrong for all tiles
        return TileDownload.RunAsync(tiles, (tile, token) => GetTileAsync(mapId, tile, options, token), download, cancellationToken);
    }

    public Task<MapTilerContent> GetSpriteImageAsync(string spriteId, bool highDpi = false, CancellationToken cancellationToken = default) =>
        sender.OpenRequiredAsync(Endpoints.Sprite, urls => urls.Sprite(spriteId, SpriteFormat.Png, highDpi), cancellationToken);

    public Task<IReadOnlyDictionary<string, SpriteIcon>> GetSpriteIndexAsync(string spriteId, bool highDpi = false, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.Sprite, urls => urls.Sprite(spriteId, SpriteFormat.Json, highDpi), MapsJson.ReadSprite, cancellationToken);

#pragma warning disable CS0618, CS0612 // deprecated, and still there
    public Task<MapTilerContent> GetMapSpriteImageAsync(string mapId, bool highDpi = false, CancellationToken cancellationToken = default) =>
        sender.OpenRequiredAsync(Endpoints.MapSprite, urls => urls.MapSprite(mapId, SpriteFormat.Png, highDpi), cancellationToken);

    public Task<IReadOnlyDictionary<string, SpriteIcon>> GetMapSpriteIndexAsync(string mapId, bool highDpi = false, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.MapSprite, urls => urls.MapSprite(mapId, SpriteFormat.Json, highDpi), MapsJson.ReadSprite, cancellationToken);
#pragma warning restore CS0618, CS0612

    public Task<XDocument> GetWmtsCapabilitiesAsync(string mapId, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.MapWmtsCapabilities, urls => urls.MapWmtsCapabilities(mapId), WmtsDocument.Read, cancellationToken);

    public Task<MapTilerContent> GetViewerAsync(string mapId, CancellationToken cancellationToken = default) =>
        sender.OpenRequiredAsync(Endpoints.MapViewer, urls => urls.MapViewer(mapId), cancellationToken);

    /// <summary>The id of the tileset whose TileJSON is at a URL; <see langword="null"/> if it is another resource or another server.</summary>
    private string? TilesetOf(string? url)
    {
        if (url?.Split('?')[0].Split('/') is not [.., "tiles", var id, "tiles.json"] || Uri.UnescapeDataString(id) is not { Length: > 0 } tilesetId || tilesetId is "." or "..")
            return null;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Path) == sender.Urls.TileJson(tilesetId).GetLeftPart(UriPartial.Path) ? tilesetId : null;
    }
}

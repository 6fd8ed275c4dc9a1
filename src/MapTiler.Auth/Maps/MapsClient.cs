using System.Xml.Linq;

namespace MapTiler.Maps;

/// <summary>
/// Styles, raster tiles and icons of maps. See <see href="https://docs.maptiler.com/cloud/api/maps/">the Maps API</see>. Safe for concurrent use.
/// </summary>
/// <remarks>
/// Map ids are those of <see cref="MapIds"/> or the UUID of a map of your own. Every method throws <see cref="ArgumentException"/>
/// for an argument that cannot be sent and <see cref="MapTilerException"/> if the call fails. Addresses in an answer come without
/// a credential: ask them through a client of this library, or use <see cref="MapTilerUrlBuilder"/> for those that others load.
/// </remarks>
public class MapsClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected MapsClient() => _sender = null!;

    internal MapsClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets the style of a map: its sources, layers, fonts and icons.</summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<StyleJson> GetStyleAsync(string mapId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.MapStyle, urls => urls.StyleJson(mapId), StyleJson.Read), cancellationToken);

    /// <summary>
    /// Gets the attribution that must be visible on a map: what the style contains, and what the TileJSONs of those sources contain that have none in the
    /// style. These requests are not billed.
    /// </summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// HTML with links, each attribution once; <see langword="null"/> if there is none. Sources whose TileJSON is not at the base address are not requested.
    /// </returns>
    public virtual async Task<string?> GetAttributionAsync(string mapId, CancellationToken cancellationToken = default)
    {
        var style = await GetStyleAsync(mapId, cancellationToken).ConfigureAwait(false);
        var tileJsons = await Task.WhenAll(style.Sources.Values
            .Where(source => string.IsNullOrWhiteSpace(source.Attribution))
            .Select(source => TilesetOf(source.Url)).OfType<string>().Distinct()
            .Select(tilesetId => _sender.SendAsync(ApiRequest.For(Endpoints.TileJson, urls => urls.TileJson(tilesetId), MapsJson.ReadTileJson), cancellationToken))).ConfigureAwait(false);
        return StyleJson.Join(style.Attributions.Concat(tileJsons.Select(tileJson => tileJson.Attribution)));
    }

    /// <summary>Gets the TileJSON of the raster tiles of a map.</summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="tileSize">The size of the tiles, 512 or 256.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<TileJson> GetTileJsonAsync(string mapId, int tileSize = 512, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(
            ApiRequest.For(tileSize == 256 ? Endpoints.MapTileJson256 : Endpoints.MapTileJson, urls => urls.MapTileJson(mapId, tileSize), MapsJson.ReadTileJson),
            cancellationToken);

    /// <summary>Gets one raster tile of a map. A tile of 512 pixels costs 4 requests, one of 256 costs 1.</summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="tile">The tile; its zoom counts tiles of the size in <paramref name="options"/>, 0 to 22.</param>
    /// <param name="options">Size, resolution and format; by default a PNG of 512 pixels.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The picture; <see langword="null"/> if there is no such tile. Dispose it.</returns>
    public virtual Task<MapTilerContent?> GetTileAsync(string mapId, TileCoordinate tile, RasterTileOptions? options = null, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(
            ApiRequest.ForStream(options?.TileSize == 256 ? Endpoints.MapTile256 : Endpoints.MapTile, urls => urls.MapTile(mapId, tile, options)),
            cancellationToken);

    /// <summary>Gets many raster tiles of a map, several at the same time.</summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="tiles">The tiles, for example a <see cref="TileRange"/>; read as they are needed. One that is named twice is asked once.</param>
    /// <param name="options">Size, resolution and format; by default PNGs of 512 pixels.</param>
    /// <param name="download">How many at the same time, and whom to tell the progress.</param>
    /// <param name="cancellationToken">Cancels what runs and what has not started.</param>
    /// <returns>One result for each tile that differs, in their order; a failure costs only its own tile.</returns>
    public virtual IAsyncEnumerable<DownloadedTile> DownloadTilesAsync(
        string mapId, IEnumerable<TileCoordinate> tiles, RasterTileOptions? options = null, TileDownloadOptions? download = null, CancellationToken cancellationToken = default)
    {
        _sender.Urls.MapTile(mapId, default, options); // refuses what is wrong for all tiles
        return TileDownload.RunAsync(tiles, (tile, token) => GetTileAsync(mapId, tile, options, token), download, cancellationToken);
    }

    /// <summary>Gets the picture that holds the icons of a style, a PNG. It needs no credential.</summary>
    /// <param name="spriteId">The id of the sprite, as the style names it.</param>
    /// <param name="highDpi">The picture with twice the pixels.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<MapTilerContent> GetSpriteImageAsync(string spriteId, bool highDpi = false, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.ForRequiredStream(Endpoints.Sprite, urls => urls.Sprite(spriteId, SpriteFormat.Png, highDpi)), cancellationToken);

    /// <summary>Gets where each icon is in the picture of a sprite, by its name.</summary>
    /// <inheritdoc cref="GetSpriteImageAsync" path="/param"/>
    public virtual Task<IReadOnlyDictionary<string, SpriteIcon>> GetSpriteIndexAsync(string spriteId, bool highDpi = false, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.Sprite, urls => urls.Sprite(spriteId, SpriteFormat.Json, highDpi), MapsJson.ReadSprite), cancellationToken);

    /// <summary>Gets the picture of a sprite at its old place, below the map.</summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="highDpi">The picture with twice the pixels.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<MapTilerContent> GetMapSpriteImageAsync(string mapId, bool highDpi = false, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.ForRequiredStream(Endpoints.MapSprite, urls => urls.MapSprite(mapId, SpriteFormat.Png, highDpi)), cancellationToken);

    /// <summary>Gets the index of a sprite at its old place, below the map.</summary>
    /// <inheritdoc cref="GetMapSpriteImageAsync" path="/param"/>
    public virtual Task<IReadOnlyDictionary<string, SpriteIcon>> GetMapSpriteIndexAsync(string mapId, bool highDpi = false, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.MapSprite, urls => urls.MapSprite(mapId, SpriteFormat.Json, highDpi), MapsJson.ReadSprite), cancellationToken);

    /// <summary>Gets the WMTS capabilities of a map.</summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<XDocument> GetWmtsCapabilitiesAsync(string mapId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.MapWmtsCapabilities, urls => urls.MapWmtsCapabilities(mapId), WmtsDocument.Read), cancellationToken);

    /// <summary>Gets the page that shows a map. It is for a browser and may hold the credential: do not hand it on.</summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<MapTilerContent> GetViewerAsync(string mapId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.ForRequiredStream(Endpoints.MapViewer, urls => urls.MapViewer(mapId)), cancellationToken);

    /// <summary>The id of the tileset whose TileJSON is at a URL; <see langword="null"/> if it is another resource or another server.</summary>
    private string? TilesetOf(string? url)
    {
        if (url?.Split('?')[0].Split('/') is not [.., "tiles", var id, "tiles.json"] || Uri.UnescapeDataString(id) is not { Length: > 0 } tilesetId || tilesetId is "." or "..")
            return null;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Path) == _sender.Urls.TileJson(tilesetId).GetLeftPart(UriPartial.Path) ? tilesetId : null;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using MapTiler.Tiles;

namespace MapTiler.Maps;

/// <summary>
/// The client of the <see href="https://docs.maptiler.com/cloud/api/maps/">Maps API</see>: the styles, raster tiles, sprites and attributions of maps.
/// All members are safe for concurrent use.
/// </summary>
/// <remarks>
/// The id of a map is a constant of <see cref="MapIds"/>, or the UUID of your own map. The URLs in responses have no credential: request
/// them through a client of this library, or build the URLs that browsers and map libraries load by <see cref="MapTilerUrlBuilder"/>.
/// </remarks>
public class MapsClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected MapsClient() => _sender = null!;

    internal MapsClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets the style of a map: its sources, layers, fonts and sprites.</summary>
    /// <param name="mapId">The id of the map, such as <see cref="MapIds.StreetsV4"/>.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<StyleJson> GetStyleAsync(string mapId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.MapStyle, urls => urls.StyleJson(mapId), StyleJson.Read), cancellationToken);

    /// <summary>
    /// Gets the attribution that must be visible on a map: the attributions that the style contains, and those of the TileJSONs of the sources that have none in the
    /// style. These requests are not billed.
    /// </summary>
    /// <param name="mapId">The id of the map, such as <see cref="MapIds.StreetsV4"/>.</param>
    /// <param name="cancellationToken">A token that cancels the requests.</param>
    /// <returns>
    /// HTML with links, each attribution once; <see langword="null"/> if there is none. Sources whose TileJSON is not at the base address are not requested.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<string?> GetAttributionAsync(string mapId, CancellationToken cancellationToken = default) =>
        ReadAttributionAsync(GetStyleAsync(mapId, cancellationToken), cancellationToken);

    /// <summary>Gets the TileJSON of the raster tiles of a map: their format, zoom range, bounding box and attribution.</summary>
    /// <param name="mapId">The id of the map, such as <see cref="MapIds.StreetsV4"/>.</param>
    /// <param name="tileSize">The size of the tiles in pixels, 512 or 256.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tileSize"/> is neither 512 nor 256.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<TileJson> GetTileJsonAsync(string mapId, int tileSize = 512, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(
            ApiRequest.For(tileSize == 256 ? Endpoints.MapTileJson256 : Endpoints.MapTileJson, urls => urls.MapTileJson(mapId, tileSize), TilesJson.Read),
            cancellationToken);

    /// <summary>Gets one raster tile of a map. A tile of 512 pixels costs 4 requests, a tile of 256 pixels costs 1.</summary>
    /// <param name="mapId">The id of the map, such as <see cref="MapIds.StreetsV4"/>.</param>
    /// <param name="tile">The coordinate of the tile. Its zoom refers to tiles of the size in <paramref name="options"/>, 0 to 22.</param>
    /// <param name="options">The size, resolution and format of the tile; <see langword="null"/> for a PNG of 512 pixels.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <returns>The image, which the caller must dispose; <see langword="null"/> if the tile has no content.</returns>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The zoom is above 22, or an option is out of its range.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<MapTilerContent?> GetTileAsync(string mapId, TileCoordinate tile, RasterTileOptions? options = null, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(
            ApiRequest.ForFile(options?.TileSize == 256 ? Endpoints.MapTile256 : Endpoints.MapTile, urls => urls.MapTile(mapId, tile, options)),
            cancellationToken);

    /// <summary>Downloads many raster tiles of a map with concurrent requests. A tile of 512 pixels costs 4 requests, a tile of 256 pixels costs 1.</summary>
    /// <param name="mapId">The id of the map, such as <see cref="MapIds.StreetsV4"/>.</param>
    /// <param name="tiles">The coordinates of the tiles, such as a <see cref="TileRange"/>. They are enumerated as needed, and duplicates are skipped.</param>
    /// <param name="options">The size, resolution and format of the tiles; <see langword="null"/> for PNGs of 512 pixels.</param>
    /// <param name="download">The number of concurrent requests and the receiver of the progress; <see langword="null"/> for 8 requests and no receiver.</param>
    /// <param name="cancellationToken">A token that cancels the requests in progress and those not yet started.</param>
    /// <returns>One result for each distinct tile, in the order of <paramref name="tiles"/>. A failure of one tile is its <see cref="DownloadedTile.Error"/> and does not end the download.</returns>
    /// <exception cref="MapTilerException">While the tiles are enumerated: the credential, the quota or the plan does not allow the requests. The results before it were returned.</exception>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public virtual IAsyncEnumerable<DownloadedTile> DownloadTilesAsync(
        string mapId, IEnumerable<TileCoordinate> tiles, RasterTileOptions? options = null, TileDownloadOptions? download = null, CancellationToken cancellationToken = default)
    {
        _sender.Urls.MapTile(mapId, default, options); // throws for arguments that are invalid for every tile
        return TileDownload.RunAsync(tiles, (tile, token) => GetTileAsync(mapId, tile, options, token), download, cancellationToken);
    }

    /// <summary>Gets the PNG image of a sprite, which contains the icons of a style.</summary>
    /// <param name="sprite">One of the <see cref="StyleJson.Sprites"/> of a style.</param>
    /// <param name="highDpi">Whether to get the image with twice the pixels, for high-DPI screens.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <returns>The image, which the caller must dispose.</returns>
    /// <exception cref="ArgumentException">The URL of <paramref name="sprite"/> is empty, or points to another server, which must not receive the credential.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<MapTilerContent> GetSpriteImageAsync(StyleSprite sprite, bool highDpi = false, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(sprite, nameof(sprite));
        return _sender.SendAsync(ApiRequest.ForRequiredFile(EndpointOf(sprite), urls => urls.SpriteOf(sprite.Url, SpriteFormat.Png, highDpi, nameof(sprite))), cancellationToken);
    }

    /// <summary>Gets the index of a sprite, which contains the position of each icon in the image of the sprite.</summary>
    /// <param name="sprite">One of the <see cref="StyleJson.Sprites"/> of a style.</param>
    /// <param name="highDpi">Whether to get the index of the image with twice the pixels, for high-DPI screens.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <returns>The icons by their names.</returns>
    /// <exception cref="ArgumentException">The URL of <paramref name="sprite"/> is empty, or points to another server, which must not receive the credential.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<IReadOnlyDictionary<string, SpriteIcon>> GetSpriteIndexAsync(StyleSprite sprite, bool highDpi = false, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(sprite, nameof(sprite));
        return _sender.SendAsync(ApiRequest.For(EndpointOf(sprite), urls => urls.SpriteOf(sprite.Url, SpriteFormat.Json, highDpi, nameof(sprite)), MapsJson.ReadSprite), cancellationToken);
    }

    /// <summary>Gets the WMTS capabilities of a map. The URLs in the document have no credential.</summary>
    /// <param name="mapId">The id of the map, such as <see cref="MapIds.StreetsV4"/>.</param>
    /// <param name="cancellationToken">A token that cancels the request.</param>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<XDocument> GetWmtsCapabilitiesAsync(string mapId, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.MapWmtsCapabilities, urls => urls.MapWmtsCapabilities(mapId), WmtsDocument.Read), cancellationToken);

    private async Task<string?> ReadAttributionAsync(Task<StyleJson> response, CancellationToken cancellationToken)
    {
        var style = await response.ConfigureAwait(false);
        var tileJsons = await Task.WhenAll(style.Sources.Values
            .Where(source => string.IsNullOrWhiteSpace(source.Attribution))
            .Select(source => TilesetOf(source.Url)).OfType<string>().Distinct()
            .Select(tilesetId => _sender.SendAsync(TilesJson.Request(tilesetId), cancellationToken))).ConfigureAwait(false);
        return StyleJson.Join(style.Attributions.Concat(tileJsons.Select(tileJson => tileJson.Attribution)));
    }

    private static Endpoint EndpointOf(StyleSprite sprite) => sprite.Url?.IndexOf("/maps/", StringComparison.Ordinal) >= 0 ? Endpoints.MapSprite : Endpoints.Sprite;

    /// <summary>The id of the tileset whose TileJSON is at a URL; <see langword="null"/> if it is another resource or another server.</summary>
    private string? TilesetOf(string? url)
    {
        if (url?.Split('?')[0].Split('/') is not [.., "tiles", var id, "tiles.json"] || Uri.UnescapeDataString(id) is not { Length: > 0 } tilesetId || tilesetId is "." or "..")
            return null;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Path) == _sender.Urls.TileJson(tilesetId).GetLeftPart(UriPartial.Path) ? tilesetId : null;
    }
}

/// <summary>The generated JSON serialization of sprites.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(Dictionary<string, SpriteIcon>))]
internal sealed partial class MapsJson : JsonSerializerContext
{
    public static IReadOnlyDictionary<string, SpriteIcon>? ReadSprite(ReadOnlySpan<byte> body)
    {
        var icons = ResponseJson.Read<Dictionary<string, SpriteIcon>>(body, Reading.Options);
        return icons?.ContainsValue(null!) == true ? throw new JsonException("An icon of the sprite is null.") : icons;
    }

    private static class Reading
    {
        public static readonly JsonSerializerOptions Options = ResponseJson.Options(Default);
    }
}

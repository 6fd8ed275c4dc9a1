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
public interface IMapsClient
{
    /// <summary>Gets the style of a map: its sources, layers, fonts and icons.</summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<StyleJson> GetStyleAsync(string mapId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets the attribution that must be visible on a map: what the style contains, and what the TileJSONs of those sources contain that have none in the
    /// style. These requests are not billed.
    /// </summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// HTML with links, each attribution once; <see langword="null"/> if there is none. Sources whose TileJSON is not at the base address are not requested.
    /// </returns>
    Task<string?> GetAttributionAsync(string mapId, CancellationToken cancellationToken = default);

    /// <summary>Gets the TileJSON of the raster tiles of a map.</summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="tileSize">The size of the tiles, 512 or 256.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<TileJson> GetTileJsonAsync(string mapId, int tileSize = 512, CancellationToken cancellationToken = default);

    /// <summary>Gets one raster tile of a map. A tile of 512 pixels costs 4 requests, one of 256 costs 1.</summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="tile">The tile; its zoom counts tiles of the size in <paramref name="options"/>, 0 to 22.</param>
    /// <param name="options">Size, resolution and format; by default a PNG of 512 pixels.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The picture; <see langword="null"/> if there is no such tile. Dispose it.</returns>
    Task<MapTilerContent?> GetTileAsync(string mapId, TileCoordinate tile, RasterTileOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets many raster tiles of a map, several at the same time.</summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="tiles">The tiles, for example a <see cref="TileRange"/>; read as they are needed. One that is named twice is asked once.</param>
    /// <param name="options">Size, resolution and format; by default PNGs of 512 pixels.</param>
    /// <param name="download">How many at the same time, and whom to tell the progress.</param>
    /// <param name="cancellationToken">Cancels what runs and what has not started.</param>
    /// <returns>One result for each tile that differs, in their order; a failure costs only its own tile.</returns>
    IAsyncEnumerable<DownloadedTile> DownloadTilesAsync(
        string mapId, IEnumerable<TileCoordinate> tiles, RasterTileOptions? options = null, TileDownloadOptions? download = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the picture that holds the icons of a style, a PNG. It needs no credential.</summary>
    /// <param name="spriteId">The id of the sprite, as the style names it.</param>
    /// <param name="highDpi">The picture with twice the pixels.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MapTilerContent> GetSpriteImageAsync(string spriteId, bool highDpi = false, CancellationToken cancellationToken = default);

    /// <summary>Gets where each icon is in the picture of a sprite, by its name.</summary>
    /// <inheritdoc cref="GetSpriteImageAsync" path="/param"/>
    Task<IReadOnlyDictionary<string, SpriteIcon>> GetSpriteIndexAsync(string spriteId, bool highDpi = false, CancellationToken cancellationToken = default);

    /// <summary>Gets the picture of a sprite at its old place, below the map.</summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="highDpi">The picture with twice the pixels.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Obsolete("MapTiler has deprecated the sprites below maps. Use GetSpriteImageAsync.")]
    Task<MapTilerContent> GetMapSpriteImageAsync(string mapId, bool highDpi = false, CancellationToken cancellationToken = default);

    /// <summary>Gets the index of a sprite at its old place, below the map.</summary>
    /// <inheritdoc cref="GetMapSpriteImageAsync" path="/param"/>
    [Obsolete("MapTiler has deprecated the sprites below maps. Use GetSpriteIndexAsync.")]
    Task<IReadOnlyDictionary<string, SpriteIcon>> GetMapSpriteIndexAsync(string mapId, bool highDpi = false, CancellationToken cancellationToken = default);

    /// <summary>Gets the WMTS capabilities of a map.</summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<XDocument> GetWmtsCapabilitiesAsync(string mapId, CancellationToken cancellationToken = default);

    /// <summary>Gets the page that shows a map. It is for a browser and may hold the credential: do not hand it on.</summary>
    /// <param name="mapId">The id of the map.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MapTilerContent> GetViewerAsync(string mapId, CancellationToken cancellationToken = default);
}

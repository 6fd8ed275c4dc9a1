using MapTiler.Maps;

namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    private const int MaxMapZoom = 22;
    private const string MapAttribution =
        "<a href=\"https://www.maptiler.com/copyright/\" target=\"_blank\">&copy; MapTiler</a> " +
        "<a href=\"https://www.openstreetmap.org/copyright\" target=\"_blank\">&copy; OpenStreetMap contributors</a>";

    /// <summary>
    /// The page that shows a map in a browser or an <c>iframe</c>, such as
    /// <c>https://api.maptiler.com/maps/streets-v4/?key=...#1.0/0.00000/0.00000</c>.
    /// </summary>
    /// <param name="mapId">The id of the map, such as <see cref="MapIds.StreetsV4"/>, or the UUID of one of your own.</param>
    /// <param name="view">What the map shows at first; by default what its author chose.</param>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty or a dot segment.</exception>
    public Uri MapViewer(string mapId, MapView? view = null)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteMap(ref url, mapId);
        url.Literal('/');
        return Finish(ref url, view?.ToString());
    }

    /// <summary>
    /// The <see href="https://docs.maptiler.com/cloud/api/maps/">style JSON</see> of a map, which MapLibre and others draw.
    /// </summary>
    /// <inheritdoc cref="MapViewer" path="/param[@name='mapId']"/>
    /// <inheritdoc cref="MapViewer" path="/exception"/>
    public Uri StyleJson(string mapId) => Map(mapId, "/style.json");

    /// <summary>One raster tile of a map.</summary>
    /// <param name="mapId">The id of the map, such as <see cref="MapIds.StreetsV4"/>, or the UUID of one of your own.</param>
    /// <param name="tile">The tile; its zoom counts tiles of the size in <paramref name="options"/>, 0 to 22.</param>
    /// <param name="options">Size, resolution and format; by default a PNG of 512 pixels.</param>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty or a dot segment, or an option has no such value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The zoom is above 22.</exception>
    public Uri MapTile(string mapId, TileCoordinate tile, RasterTileOptions? options = null)
    {
        if (tile.Z > MaxMapZoom)
            throw new ArgumentOutOfRangeException(nameof(tile), $"A map has tiles up to zoom {MaxMapZoom}.");

        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteMapTiles(ref url, mapId, options);
        url.Tile(tile);
        url.Literal(TileSuffix(options));
        return Finish(ref url);
    }

    /// <summary>The addresses of all raster tiles of a map, for a control that loads them by itself.</summary>
    /// <param name="mapId">The id of the map, such as <see cref="MapIds.StreetsV4"/>, or the UUID of one of your own.</param>
    /// <param name="options">Size, resolution and format; by default PNGs of 512 pixels.</param>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty or a dot segment, or an option has no such value.</exception>
    /// <exception cref="InvalidOperationException">The builder signs, and a template cannot be signed before it is filled.</exception>
    public TileUrlTemplate MapTiles(string mapId, RasterTileOptions? options = null)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteMapTiles(ref url, mapId, options);
        return Template(ref url, TileSuffix(options), options?.TileSize ?? 512, MaxMapZoom, MapAttribution);
    }

    /// <summary>The <see href="https://github.com/mapbox/tilejson-spec">TileJSON</see> of the raster tiles of a map.</summary>
    /// <param name="mapId">The id of the map, such as <see cref="MapIds.StreetsV4"/>, or the UUID of one of your own.</param>
    /// <param name="tileSize">The size of the tiles, 512 or 256.</param>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty or a dot segment, or there is no such size.</exception>
    public Uri MapTileJson(string mapId, int tileSize = 512)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteMap(ref url, mapId);
        WriteTileSize(ref url, tileSize, nameof(tileSize));
        url.Literal("/tiles.json");
        return Finish(ref url);
    }

    /// <summary>The WMTS capabilities of a map, for desktop GIS.</summary>
    /// <inheritdoc cref="MapViewer" path="/param[@name='mapId']"/>
    /// <inheritdoc cref="MapViewer" path="/exception"/>
    public Uri MapWmtsCapabilities(string mapId) => Map(mapId, "/WMTSCapabilities.xml");

    /// <summary>A file of the sprite of a map. It needs no credential, and the address has none.</summary>
    /// <param name="mapId">The id of the map, such as <see cref="MapIds.StreetsV4"/>, or the UUID of one of your own.</param>
    /// <param name="format">The index or the picture.</param>
    /// <param name="highDpi">The files with twice the pixels (<c>@2x</c>).</param>
    /// <inheritdoc cref="MapViewer" path="/exception"/>
    /// <remarks>Deprecated by MapTiler: use <see cref="Sprite(string, SpriteFormat, bool)"/> instead.</remarks>
    public Uri MapSprite(string mapId, SpriteFormat format, bool highDpi = false)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteMap(ref url, mapId);
        return Sprite(ref url, format, highDpi);
    }

    /// <summary>A file of a sprite: the icons of a map in one picture, and its index. It needs no credential, and the address has none.</summary>
    /// <param name="spriteId">The id of the sprite, as the style JSON of a map names it.</param>
    /// <param name="format">The index or the picture.</param>
    /// <param name="highDpi">The files with twice the pixels (<c>@2x</c>).</param>
    /// <exception cref="ArgumentException"><paramref name="spriteId"/> is empty or a dot segment.</exception>
    public Uri Sprite(string spriteId, SpriteFormat format, bool highDpi = false)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal("/sprites/");
        url.Segment(spriteId, nameof(spriteId));
        return Sprite(ref url, format, highDpi);
    }

    private static Uri Sprite(ref UrlWriter url, SpriteFormat format, bool highDpi)
    {
        url.Literal("/sprite");
        if (highDpi)
            url.Literal("@2x");
        url.Literal(format switch
        {
            SpriteFormat.Json => ".json",
            SpriteFormat.Png => ".png",
            _ => throw new ArgumentOutOfRangeException(nameof(format), "A sprite is JSON or PNG."),
        });
        return new Uri(url.Finish(), UriKind.Absolute);
    }

    private Uri Map(string mapId, string rest)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteMap(ref url, mapId);
        url.Literal(rest);
        return Finish(ref url);
    }

    private static void WriteMap(ref UrlWriter url, string mapId)
    {
        url.Literal("/maps/");
        url.Segment(mapId, nameof(mapId));
    }

    private static void WriteMapTiles(ref UrlWriter url, string mapId, RasterTileOptions? options)
    {
        WriteMap(ref url, mapId);
        WriteTileSize(ref url, options?.TileSize ?? 512, nameof(RasterTileOptions.TileSize));
        url.Literal('/');
    }

    private static void WriteTileSize(ref UrlWriter url, int tileSize, string parameter)
    {
        if (tileSize == 256)
            url.Literal("/256");
        else if (tileSize != 512)
            throw new ArgumentOutOfRangeException(parameter, "Tiles have 512 or 256 pixels.");
    }

    private static string TileSuffix(RasterTileOptions? options)
    {
        var extension = (options?.Format ?? ImageFormat.Png).Extension();
        return options is { HighDpi: true } ? "@2x" + extension : extension;
    }
}

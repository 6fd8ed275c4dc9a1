using MapTiler.Maps;

namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    private const int MaxMapZoom = 22;
    private const string MapAttribution =
        "<a href=\"https://www.maptiler.com/copyright/\" target=\"_blank\">&copy; MapTiler</a> " +
        "<a href=\"https://www.openstreetmap.org/copyright\" target=\"_blank\">&copy; OpenStreetMap contributors</a>";

    /// <summary>
    /// Returns the URL of the page that displays a map in a browser or an <c>iframe</c>, such as
    /// <c>https://api.maptiler.com/maps/streets-v4/?key=...#1.0/0.00000/0.00000</c>.
    /// </summary>
    /// <param name="mapId">The id of the map, such as <see cref="MapIds.StreetsV4"/>, or the UUID of your own map.</param>
    /// <param name="view">The initial view of the map; <see langword="null"/> for the default view of the map.</param>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    public Uri MapViewer(string mapId, MapView? view = null)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteMap(ref url, mapId);
        url.Literal('/');
        return Finish(ref url, view?.ToString());
    }

    /// <summary>
    /// Returns the URL of the <see href="https://docs.maptiler.com/cloud/api/maps/">style JSON</see> of a map, which MapLibre and other map libraries render.
    /// </summary>
    /// <inheritdoc cref="MapViewer" path="/param[@name='mapId']"/>
    /// <inheritdoc cref="MapViewer" path="/exception"/>
    public Uri StyleJson(string mapId) => Map(mapId, "/style.json");

    /// <summary>Returns the URL of one raster tile of a <see href="https://docs.maptiler.com/cloud/api/maps/">map</see>.</summary>
    /// <param name="mapId">The id of the map, such as <see cref="MapIds.StreetsV4"/>, or the UUID of your own map.</param>
    /// <param name="tile">The coordinate of the tile. Its zoom refers to tiles of the size in <paramref name="options"/>, 0 to 22.</param>
    /// <param name="options">The size, resolution and format of the tile; <see langword="null"/> for a PNG of 512 pixels.</param>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The zoom is above 22, or an option is out of its range.</exception>
    public Uri MapTile(string mapId, TileCoordinate tile, RasterTileOptions? options = null)
    {
        if (tile.Z > MaxMapZoom)
        {
            throw new ArgumentOutOfRangeException(
                nameof(tile), $"The zoom {tile.Z} is not valid for a raster tile of a map. Maps have tiles up to zoom {MaxMapZoom}. Use a smaller zoom.");
        }

        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteMapTiles(ref url, mapId, options);
        url.Tile(tile);
        url.Literal(TileSuffix(options));
        return Finish(ref url);
    }

    /// <summary>Returns the URL template of all raster tiles of a map, for a map library that requests the tiles itself.</summary>
    /// <param name="mapId">The id of the map, such as <see cref="MapIds.StreetsV4"/>, or the UUID of your own map.</param>
    /// <param name="options">The size, resolution and format of the tiles; <see langword="null"/> for PNGs of 512 pixels.</param>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The builder signs URLs, and a template with placeholders cannot be signed.</exception>
    public TileUrlTemplate MapTileTemplate(string mapId, RasterTileOptions? options = null)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteMapTiles(ref url, mapId, options);
        return Template(ref url, TileSuffix(options), options?.TileSize ?? 512, MaxMapZoom, MapAttribution);
    }

    /// <summary>Returns the URL of the <see href="https://github.com/mapbox/tilejson-spec">TileJSON</see> of the raster tiles of a map.</summary>
    /// <param name="mapId">The id of the map, such as <see cref="MapIds.StreetsV4"/>, or the UUID of your own map.</param>
    /// <param name="tileSize">The size of the tiles in pixels, 512 or 256.</param>
    /// <exception cref="ArgumentException"><paramref name="mapId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tileSize"/> is neither 512 nor 256.</exception>
    public Uri MapTileJson(string mapId, int tileSize = 512)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteMap(ref url, mapId);
        WriteTileSize(ref url, tileSize, isOption: false);
        url.Literal("/tiles.json");
        return Finish(ref url);
    }

    /// <summary>Returns the URL of the WMTS capabilities of a map, for desktop GIS.</summary>
    /// <inheritdoc cref="MapViewer" path="/param[@name='mapId']"/>
    /// <inheritdoc cref="MapViewer" path="/exception"/>
    public Uri MapWmtsCapabilities(string mapId) => Map(mapId, "/WMTSCapabilities.xml");

    /// <summary>Returns the URL of a file of the sprite of a map, without a credential. Some styles contain this form of the URL.</summary>
    internal Uri MapSprite(string mapId, SpriteFormat format, bool highDpi = false)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteMap(ref url, mapId);
        return Sprite(ref url, format, highDpi);
    }

    /// <summary>
    /// Returns the URL of a file of a sprite: the image that contains the icons of a style, or its index. No credential is required, and the URL has none.
    /// </summary>
    /// <param name="spriteId">The id of the sprite, which is the next to last segment of its URL in the style: <c>general</c> in <c>/sprites/general/sprite</c>.</param>
    /// <param name="format">The index or the image of the sprite.</param>
    /// <param name="highDpi">Whether to use the files with twice the pixels (<c>@2x</c>), for high-DPI screens.</param>
    /// <exception cref="ArgumentException"><paramref name="spriteId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="format"/> is not a member of <see cref="SpriteFormat"/>.</exception>
    public Uri Sprite(string spriteId, SpriteFormat format, bool highDpi = false)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal("/sprites/");
        url.Segment(spriteId, nameof(spriteId));
        return Sprite(ref url, format, highDpi);
    }

    /// <summary>Returns the URL of a file of a sprite from the URL of the sprite in a style.</summary>
    /// <exception cref="ArgumentException">The URL is not below the base address.</exception>
    internal Uri SpriteOf(string url, SpriteFormat format, bool highDpi, string parameter)
    {
        Guard.NotNull(url, parameter);
        return Resolve(url.Insert(url.Split('?', '#')[0].Length, SpriteSuffix(format, highDpi)), parameter);
    }

    private static Uri Sprite(ref UrlWriter url, SpriteFormat format, bool highDpi)
    {
        url.Literal("/sprite");
        url.Literal(SpriteSuffix(format, highDpi));
        return new Uri(url.Finish(), UriKind.Absolute);
    }

    private static string SpriteSuffix(SpriteFormat format, bool highDpi)
    {
        var extension = format switch
        {
            SpriteFormat.Json => ".json",
            SpriteFormat.Png => ".png",
            _ => throw new ArgumentOutOfRangeException(nameof(format), $"The sprite format {format} does not exist. Use a member of {nameof(SpriteFormat)}."),
        };
        return highDpi ? "@2x" + extension : extension;
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
        WriteTileSize(ref url, options?.TileSize ?? 512, isOption: true);
        url.Literal('/');
    }

    private static void WriteTileSize(ref UrlWriter url, int tileSize, bool isOption)
    {
        const string Message = "Maps have raster tiles of 512 and of 256 pixels. Use 512 or 256.";
        if (tileSize == 256)
            url.Literal("/256");
        else if (tileSize != 512)
            throw isOption ? Guard.OptionRange(nameof(RasterTileOptions.TileSize), Message) : new ArgumentOutOfRangeException(nameof(tileSize), $"The tile size {tileSize} is not valid. {Message}");
    }

    private static string TileSuffix(RasterTileOptions? options)
    {
        var extension = (options?.Format ?? ImageFormat.Png).Extension();
        return options is { HighDpi: true } ? "@2x" + extension : extension;
    }
}

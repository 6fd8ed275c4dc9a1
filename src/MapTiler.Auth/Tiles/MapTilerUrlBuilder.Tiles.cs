using MapTiler.Tiles;

namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    /// <summary>The page that shows a tileset in a browser.</summary>
    /// <param name="tilesetId">The id of the tileset, such as <see cref="TilesetIds.V3"/>, or the UUID of one of your own.</param>
    /// <exception cref="ArgumentException"><paramref name="tilesetId"/> is empty or a dot segment.</exception>
    public Uri TilesetViewer(string tilesetId) => Tileset(tilesetId, "/");

    /// <summary>The <see href="https://github.com/mapbox/tilejson-spec">TileJSON</see> of a <see href="https://docs.maptiler.com/cloud/api/tiles/">tileset</see>.</summary>
    /// <inheritdoc cref="TilesetViewer" path="/param"/>
    /// <inheritdoc cref="TilesetViewer" path="/exception"/>
    public Uri TileJson(string tilesetId) => Tileset(tilesetId, "/tiles.json");

    /// <summary>The WMTS capabilities of a tileset, for desktop GIS.</summary>
    /// <inheritdoc cref="TilesetViewer" path="/param"/>
    /// <inheritdoc cref="TilesetViewer" path="/exception"/>
    public Uri TilesetWmtsCapabilities(string tilesetId) => Tileset(tilesetId, "/WMTSCapabilities.xml");

    /// <summary>One tile of a tileset.</summary>
    /// <param name="tilesetId">The id of the tileset, such as <see cref="TilesetIds.V3"/>, or the UUID of one of your own.</param>
    /// <param name="tile">The tile.</param>
    /// <param name="extension">The format as the TileJSON of the set names it, such as <c>pbf</c>; may be left out.</param>
    /// <exception cref="ArgumentException">The id is empty or a dot segment, or the extension is not made of letters and digits.</exception>
    public Uri Tile(string tilesetId, TileCoordinate tile, string? extension = null)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteTileset(ref url, tilesetId);
        url.Literal('/');
        url.Tile(tile);
        url.Literal(Extension(extension));
        return Finish(ref url);
    }

    /// <summary>The addresses of all tiles of a tileset, for a control that loads them by itself. Its TileJSON knows zooms and attribution better.</summary>
    /// <param name="tilesetId">The id of the tileset, such as <see cref="TilesetIds.V3"/>, or the UUID of one of your own.</param>
    /// <param name="extension">The format as the TileJSON of the set names it, such as <c>pbf</c>; may be left out.</param>
    /// <param name="tileSize">The size of a tile on the map in pixels, which only the tileset determines.</param>
    /// <param name="maxZoom">The largest zoom that has tiles, 0 to 30.</param>
    /// <exception cref="ArgumentException">The id is empty or a dot segment, or the extension is not made of letters and digits.</exception>
    /// <exception cref="InvalidOperationException">The builder signs, and a template cannot be signed before it is filled.</exception>
    public TileUrlTemplate Tiles(string tilesetId, string? extension = null, int tileSize = 512, int maxZoom = 22)
    {
        if (tileSize < 1)
            throw new ArgumentOutOfRangeException(nameof(tileSize), "A tile has at least one pixel.");
        if (maxZoom is < 0 or > 30)
            throw new ArgumentOutOfRangeException(nameof(maxZoom), "A zoom must be between 0 and 30.");

        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteTileset(ref url, tilesetId);
        url.Literal('/');
        return Template(ref url, Extension(extension), tileSize, maxZoom, attribution: null);
    }

    private static string Extension(string? extension)
    {
        if (extension is null)
            return "";
        if (extension.Length == 0 || !extension.All(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9'))
            throw new ArgumentException("An extension is made of letters and digits, without its dot.", nameof(extension));
        return "." + extension;
    }

    private Uri Tileset(string tilesetId, string rest)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteTileset(ref url, tilesetId);
        url.Literal(rest);
        return Finish(ref url);
    }

    private static void WriteTileset(ref UrlWriter url, string tilesetId)
    {
        url.Literal("/tiles/");
        url.Segment(tilesetId, nameof(tilesetId));
    }
}

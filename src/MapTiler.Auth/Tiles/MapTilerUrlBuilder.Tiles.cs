using MapTiler.Tiles;

namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    /// <summary>Returns the URL of the page that displays a tileset in a browser.</summary>
    /// <param name="tilesetId">The id of the tileset, such as <see cref="TilesetIds.V4"/>, or the UUID of your own tileset.</param>
    /// <exception cref="ArgumentException"><paramref name="tilesetId"/> is empty, <c>.</c> or <c>..</c>.</exception>
    public Uri TilesetViewer(string tilesetId) => Tileset(tilesetId, "/");

    /// <summary>
    /// Returns the URL of the <see href="https://github.com/mapbox/tilejson-spec">TileJSON</see> of a
    /// <see href="https://docs.maptiler.com/cloud/api/tiles/">tileset</see>.
    /// </summary>
    /// <inheritdoc cref="TilesetViewer" path="/param"/>
    /// <inheritdoc cref="TilesetViewer" path="/exception"/>
    public Uri TileJson(string tilesetId) => Tileset(tilesetId, "/tiles.json");

    /// <summary>Returns the URL of the WMTS capabilities of a tileset, for desktop GIS.</summary>
    /// <inheritdoc cref="TilesetViewer" path="/param"/>
    /// <inheritdoc cref="TilesetViewer" path="/exception"/>
    public Uri TilesetWmtsCapabilities(string tilesetId) => Tileset(tilesetId, "/WMTSCapabilities.xml");

    /// <summary>Returns the URL of one tile of a <see href="https://docs.maptiler.com/cloud/api/tiles/">tileset</see>.</summary>
    /// <param name="tilesetId">The id of the tileset, such as <see cref="TilesetIds.V4"/>, or the UUID of your own tileset.</param>
    /// <param name="tile">The coordinate of the tile.</param>
    /// <param name="extension">The format in the TileJSON of the tileset, such as <c>pbf</c>; <see langword="null"/> for a URL without an extension.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="tilesetId"/> is empty, <c>.</c> or <c>..</c>, or <paramref name="extension"/> has characters other than ASCII letters and digits.
    /// </exception>
    public Uri Tile(string tilesetId, TileCoordinate tile, string? extension = null)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteTileset(ref url, tilesetId);
        url.Literal('/');
        url.Tile(tile);
        url.Literal(Extension(extension));
        return Finish(ref url);
    }

    /// <summary>
    /// Returns the URL template of all tiles of a tileset, for a map library that requests the tiles itself. The TileJSON of the tileset contains a template too, with
    /// its zoom range and attribution.
    /// </summary>
    /// <param name="tilesetId">The id of the tileset, such as <see cref="TilesetIds.V4"/>, or the UUID of your own tileset.</param>
    /// <param name="extension">The format in the TileJSON of the tileset, such as <c>pbf</c>; <see langword="null"/> for URLs without an extension.</param>
    /// <param name="tileSize">The size of a tile on the map in pixels, 1 or more, which depends on the tileset.</param>
    /// <param name="maxZoom">The largest zoom that has tiles, 0 to 30.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="tilesetId"/> is empty, <c>.</c> or <c>..</c>, or <paramref name="extension"/> has characters other than ASCII letters and digits.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tileSize"/> or <paramref name="maxZoom"/> is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The builder signs URLs, and a template with placeholders cannot be signed.</exception>
    public TileUrlTemplate TileTemplate(string tilesetId, string? extension = null, int tileSize = 512, int maxZoom = 22)
    {
        if (tileSize < 1)
            throw new ArgumentOutOfRangeException(nameof(tileSize), $"The tile size {tileSize} is not valid. A tile has at least one pixel. Pass the size in pixels.");
        if (maxZoom is < 0 or > 30)
            throw new ArgumentOutOfRangeException(nameof(maxZoom), $"The zoom {maxZoom} is not valid. A zoom is between 0 and 30. Pass the largest zoom of the tileset.");

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
            throw new ArgumentException("The extension is not valid. It has ASCII letters and digits only, and no dot. Pass the format of the TileJSON, such as pbf.", nameof(extension));
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

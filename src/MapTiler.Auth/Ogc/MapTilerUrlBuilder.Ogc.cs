namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    private const string WebMercatorQuad = "WebMercatorQuad";

    /// <summary>Returns the URL of the <see href="https://docs.maptiler.com/cloud/api/ogc/">OGC API - Tiles</see> description of a map, which links to its tilesets.</summary>
    /// <inheritdoc cref="MapViewer" path="/param[@name='mapId']"/>
    /// <inheritdoc cref="MapViewer" path="/exception"/>
    public Uri OgcMapTiles(string mapId) => Map(mapId, "/tiles");

    /// <summary>
    /// Returns the URL of the tile matrix set of a map. The service documents two paths for it: if this one does not exist, use <see cref="OgcMapTileset"/>.
    /// </summary>
    /// <inheritdoc cref="MapViewer" path="/param[@name='mapId']"/>
    /// <inheritdoc cref="MapViewer" path="/exception"/>
    public Uri OgcMapTileMatrixSet(string mapId) => Map(mapId, "/tileMatrixSet");

    /// <summary>Returns the URL of the <see href="https://docs.maptiler.com/cloud/api/ogc/">OGC API - Tiles</see> description of a tileset, which links to its tiles.</summary>
    /// <inheritdoc cref="TilesetViewer" path="/param"/>
    /// <inheritdoc cref="TilesetViewer" path="/exception"/>
    public Uri OgcTilesetTiles(string tilesetId) => Tileset(tilesetId, "/tiles");

    /// <summary>
    /// Returns the URL of the tile matrix set of a tileset. The service documents two paths for it: if this one does not exist, use
    /// <see cref="OgcTileset(string, string)"/>.
    /// </summary>
    /// <inheritdoc cref="TilesetViewer" path="/param"/>
    /// <inheritdoc cref="TilesetViewer" path="/exception"/>
    public Uri OgcTilesetTileMatrixSet(string tilesetId) => Tileset(tilesetId, "/tileMatrixSet");

    /// <summary>Returns the URL of the tiles of a map in a tile matrix set, at the path that the OGC standard specifies.</summary>
    /// <param name="mapId">The id of the map, such as <see cref="Maps.MapIds.StreetsV4"/>, or the UUID of your own map.</param>
    /// <param name="tileMatrixSetId">The id of the tile matrix set, such as <c>WebMercatorQuad</c>.</param>
    /// <exception cref="ArgumentException">An id is empty, <c>.</c> or <c>..</c>.</exception>
    public Uri OgcMapTileset(string mapId, string tileMatrixSetId = WebMercatorQuad)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteMap(ref url, mapId);
        return OgcTileset(ref url, tileMatrixSetId);
    }

    /// <summary>Returns the URL of the tiles of a tileset in a tile matrix set, at the path that the OGC standard specifies.</summary>
    /// <param name="tilesetId">The id of the tileset, such as <see cref="Tiles.TilesetIds.V4"/>, or the UUID of your own tileset.</param>
    /// <param name="tileMatrixSetId">The id of the tile matrix set, such as <c>WebMercatorQuad</c>.</param>
    /// <exception cref="ArgumentException">An id is empty, <c>.</c> or <c>..</c>.</exception>
    public Uri OgcTileset(string tilesetId, string tileMatrixSetId = WebMercatorQuad)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteTileset(ref url, tilesetId);
        return OgcTileset(ref url, tileMatrixSetId);
    }

    /// <summary>Returns the URL of the list of OGC API conformance classes that the service implements.</summary>
    public Uri OgcConformance() => OgcConformance(atRoot: false);

    // The service documents both paths.
    internal Uri OgcConformance(bool atRoot)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal(atRoot ? "/conformance" : "/ogc/conformance");
        return Finish(ref url);
    }

    private Uri OgcTileset(ref UrlWriter url, string tileMatrixSetId)
    {
        url.Literal("/tiles/");
        url.Segment(tileMatrixSetId, nameof(tileMatrixSetId));
        return Finish(ref url);
    }
}

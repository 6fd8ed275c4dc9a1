namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
    private const string WebMercatorQuad = "WebMercatorQuad";

    /// <summary>The OGC API Tiles description of a map; its links lead on.</summary>
    /// <inheritdoc cref="MapViewer" path="/param[@name='mapId']"/>
    /// <inheritdoc cref="MapViewer" path="/exception"/>
    public Uri OgcMapTiles(string mapId) => Map(mapId, "/tiles");

    /// <summary>The tile matrix set of a map. The service documents another path too: follow the links of <see cref="OgcMapTiles"/> where this one is not there.</summary>
    /// <inheritdoc cref="MapViewer" path="/param[@name='mapId']"/>
    /// <inheritdoc cref="MapViewer" path="/exception"/>
    public Uri OgcMapTileMatrixSet(string mapId) => Map(mapId, "/tileMatrixSet");

    /// <summary>The OGC API Tiles description of a tileset; its links lead on.</summary>
    /// <inheritdoc cref="TilesetViewer" path="/param"/>
    /// <inheritdoc cref="TilesetViewer" path="/exception"/>
    public Uri OgcTilesetTiles(string tilesetId) => Tileset(tilesetId, "/tiles");

    /// <summary>The tile matrix set of a tileset. The service documents another path too: follow the links of <see cref="OgcTilesetTiles"/> where this one is not there.</summary>
    /// <inheritdoc cref="TilesetViewer" path="/param"/>
    /// <inheritdoc cref="TilesetViewer" path="/exception"/>
    public Uri OgcTilesetTileMatrixSet(string tilesetId) => Tileset(tilesetId, "/tileMatrixSet");

    /// <summary>The tiles of a map by one tile matrix set, at the path of the standard.</summary>
    /// <param name="mapId">The id of the map, such as <see cref="Maps.MapIds.StreetsV4"/>, or the UUID of one of your own.</param>
    /// <param name="tileMatrixSetId">The id of the tile matrix set.</param>
    /// <exception cref="ArgumentException">An id is empty or a dot segment.</exception>
    public Uri OgcMapTileset(string mapId, string tileMatrixSetId = WebMercatorQuad)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteMap(ref url, mapId);
        return OgcTileset(ref url, tileMatrixSetId);
    }

    /// <summary>The tiles of a tileset by one tile matrix set, at the path of the standard.</summary>
    /// <param name="tilesetId">The id of the tileset, such as <see cref="Tiles.TilesetIds.V3"/>, or the UUID of one of your own.</param>
    /// <param name="tileMatrixSetId">The id of the tile matrix set.</param>
    /// <exception cref="ArgumentException">An id is empty or a dot segment.</exception>
    public Uri OgcTileset(string tilesetId, string tileMatrixSetId = WebMercatorQuad)
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        WriteTileset(ref url, tilesetId);
        return OgcTileset(ref url, tileMatrixSetId);
    }

    /// <summary>Which parts of the OGC API standards the service follows.</summary>
    /// <param name="atRoot">The other of the two paths that the service documents: <c>/conformance</c> instead of <c>/ogc/conformance</c>.</param>
    public Uri OgcConformance(bool atRoot = false)
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

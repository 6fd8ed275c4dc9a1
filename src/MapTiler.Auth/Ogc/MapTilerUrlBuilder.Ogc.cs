namespace MapTiler;

public sealed partial class MapTilerUrlBuilder
{
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

    /// <summary>Which parts of the OGC API standards the service follows.</summary>
    public Uri OgcConformance()
    {
        var url = Write(stackalloc char[UrlWriter.InitialLength]);
        url.Literal("/ogc/conformance");
        return Finish(ref url);
    }
}

namespace MapTiler.Emulator;

/// <summary>The URLs of a tile set's resources, with the caller's key.</summary>
internal sealed class TilesetLinks(IncomingRequest request, string service, string id, string? tileSize, string format)
{
    private readonly string _root = $"{request.BaseUrl}/{service}/{Uri.EscapeDataString(id)}/";
    private readonly string _size = tileSize is null ? "" : tileSize + "/";

    public string Style => Resource("style.json");

    public string TileJson => Resource(_size + "tiles.json");

    public string Wmts => Resource(_size + "WMTSCapabilities.xml");

    public string OgcTiles => Resource(_size + "tiles");

    public string OgcTileset => Resource(_size + "tiles/" + OgcTileMatrixSetEndpoint.Id);

    public string OgcTileMatrixSet => Resource(_size + "tileMatrixSet");

    /// <summary>The template of the tiles, with placeholders for zoom level, column and row.</summary>
    public string Tiles(string z, string x, string y) => Resource($"{_size}{z}/{x}/{y}.{format}");

    private string Resource(string path) => _root + path + request.KeyQuery;
}

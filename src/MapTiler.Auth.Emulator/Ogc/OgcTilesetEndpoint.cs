using System.Text.Json;

namespace MapTiler.Emulator;

/// <summary><c>tiles/WebMercatorQuad</c>: the metadata of a tile set of OGC API - Tiles.</summary>
internal sealed class OgcTilesetEndpoint(TilesetSource source) : DescriptionEndpoint(source, "tiles/" + OgcTileMatrixSetEndpoint.Id)
{
    private const string TilingScheme = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";

    // The standard's media type. The tiles themselves have the one that the service sends.
    private const string VectorTileType = "application/vnd.mapbox-vector-tile";

    /// <summary>Writes the metadata, which the list of tile sets contains, too.</summary>
    public static void WriteTileset(Utf8JsonWriter json, TilesetDescription description, TilesetLinks links)
    {
        var isVector = description.Format == "pbf";
        json.WriteStartObject();
        json.WriteString("title", description.Name);
        if (description.Description.Length > 0)
            json.WriteString("description", description.Description);
        if (description.Attribution is not null)
            json.WriteString("attribution", description.Attribution);
        json.WriteString("dataType", isVector ? "vector" : "map");
        json.WriteString("crs", OgcTileMatrixSetEndpoint.Crs);
        OgcTileMatrixSetEndpoint.WriteUri(json, "tileMatrixSetURI", description);
        json.WriteStartArray("links");
        OgcLink.Write(json, links.OgcTileset, "self", "application/json");
        OgcLink.Write(json, links.OgcTileMatrixSet, TilingScheme, "application/json");
        OgcLink.Write(json, links.TileJson, "describedby", "application/json");
        OgcLink.Write(json, links.Tiles("{tileMatrix}", "{tileCol}", "{tileRow}"), "item", isVector ? VectorTileType : description.MediaType, templated: true);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    protected override Response Write(TilesetDescription description, TilesetLinks links) =>
        JsonResponse.Write(json => WriteTileset(json, description, links));
}

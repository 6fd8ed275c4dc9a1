using System.Text.Json;

namespace MapTiler.Emulator;

/// <summary><c>tiles</c>: the list of tile sets of OGC API - Tiles, here always one.</summary>
internal sealed class OgcTilesEndpoint(TilesetSource source) : DescriptionEndpoint(source, "tiles")
{
    protected override Answer Write(TilesetDescription description, TilesetLinks links) => JsonAnswer.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("title", description.Name);
        json.WriteString("description", description.Description);
        json.WriteStartArray("links");
        OgcLink.Write(json, links.OgcTiles, "self", "application/json");
        OgcLink.Write(json, links.TileJson, "describedby", "application/json");
        json.WriteEndArray();
        json.WriteStartArray("tilesets");
        WriteTileset(json, description, links);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTileset(Utf8JsonWriter json, TilesetDescription description, TilesetLinks links)
    {
        json.WriteStartObject();
        json.WriteString("title", description.Name);
        json.WriteString("dataType", description.Format == "pbf" ? "vector" : "map");
        json.WriteString("crs", OgcTileMatrixSetEndpoint.Crs);
        json.WriteString("tileMatrixSetURI", OgcTileMatrixSetEndpoint.Uri);
        json.WriteStartArray("links");
        OgcLink.Write(json, links.OgcTileMatrixSet, "self", "application/json");
        OgcLink.Write(json, links.OgcTileMatrixSet, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme", "application/json");
        OgcLink.Write(json, links.Tiles("{tileMatrix}", "{tileCol}", "{tileRow}"), "item", description.MediaType, templated: true);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

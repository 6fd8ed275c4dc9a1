namespace MapTiler.Emulator;

/// <summary><c>tiles</c>: the list of tile sets of OGC API - Tiles, here always one.</summary>
internal sealed class OgcTilesEndpoint(TilesetSource source) : DescriptionEndpoint(source, "tiles")
{
    protected override Response Write(TilesetDescription description, TilesetLinks links) => JsonResponse.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("title", description.Name);
        json.WriteString("description", description.Description);
        json.WriteStartArray("links");
        OgcLink.Write(json, links.OgcTiles, "self", "application/json");
        OgcLink.Write(json, links.TileJson, "describedby", "application/json");
        json.WriteEndArray();
        json.WriteStartArray("tilesets");
        OgcTilesetEndpoint.WriteTileset(json, description, links);
        json.WriteEndArray();
        json.WriteEndObject();
    });
}

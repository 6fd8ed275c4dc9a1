using System.Text.Json;

namespace MapTiler.Emulator;

/// <summary><c>tiles.json</c>, and for maps <c>256/tiles.json</c>.</summary>
internal sealed class TileJsonEndpoint(TilesetSource source) : DescriptionEndpoint(source, "tiles.json")
{
    protected override Response Write(TilesetDescription description, TilesetLinks links) => JsonResponse.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("tilejson", "2.1.0");
        json.WriteString("name", description.Name);
        json.WriteString("description", description.Description);
        if (description.Attribution is not null)
            json.WriteString("attribution", description.Attribution);
        json.WriteString("format", description.Format);
        json.WriteStartArray("tiles");
        json.WriteStringValue(links.Tiles("{z}", "{x}", "{y}"));
        json.WriteEndArray();
        json.WriteNumber("minzoom", description.MinZoom);
        json.WriteNumber("maxzoom", description.MaxZoom);
        json.WriteString("scheme", "xyz");
        json.WriteString("scale", "1.000000");
        json.WriteString("profile", "mercator");
        json.WriteString("crs", "EPSG:3857");
        WritePlace(json, description);
        WriteVectorLayers(json, description);
        json.WriteEndObject();
    }) with { LastModified = description.LastModified };

    private static void WritePlace(Utf8JsonWriter json, TilesetDescription description)
    {
        JsonShapes.WriteBoundingBox(json, "bounds", description.Bounds);
        json.WriteStartArray("center");
        json.WriteNumberValue(0);
        json.WriteNumberValue(0);
        json.WriteNumberValue(description.MinZoom);
        json.WriteEndArray();
        json.WriteStartArray("extent");
        foreach (var side in (ReadOnlySpan<double>)[-WebMercator.HalfInMeters, -WebMercator.HalfInMeters, WebMercator.HalfInMeters, WebMercator.HalfInMeters])
            json.WriteNumberValue(side);
        json.WriteEndArray();
    }

    private static void WriteVectorLayers(Utf8JsonWriter json, TilesetDescription description)
    {
        if (!description.IsVector)
            return;
        json.WriteStartArray("vector_layers");
        foreach (var layer in description.VectorLayers)
        {
            json.WriteStartObject();
            json.WriteString("id", layer.Id);
            json.WriteNumber("minzoom", layer.MinZoom ?? description.MinZoom);
            json.WriteNumber("maxzoom", layer.MaxZoom ?? description.MaxZoom);
            json.WriteStartObject("fields");
            foreach (var field in layer.Fields)
                json.WriteString(field.Name, field.Type);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

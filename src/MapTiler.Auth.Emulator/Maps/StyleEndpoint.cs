using System.Text.Json;

namespace MapTiler.Emulator;

/// <summary>A map's style: a small but valid GL style whose links lead back to the emulator with the caller's key.</summary>
internal sealed class StyleEndpoint(MapCatalogue maps) : MapEndpoint(maps)
{
    private const string Source = "maptiler_planet";

    protected override bool IsResource(string resource) => resource == "style.json";

    protected override Answer Respond(IncomingRequest request, string mapId, string resource)
    {
        var baseUrl = request.BaseUrl;
        var key = $"?key={Uri.EscapeDataString(request.Target.Key!)}";
        return JsonAnswer.Write(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("version", 8);
            json.WriteString("id", mapId);
            json.WriteString("name", mapId);
            json.WriteStartObject("sources");
            json.WriteStartObject(Source);
            json.WriteString("type", "vector");
            json.WriteString("url", $"{baseUrl}/tiles/v3/tiles.json{key}");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteString("glyphs", $"{baseUrl}/fonts/{{fontstack}}/{{range}}.pbf{key}");
            json.WriteString("sprite", $"{baseUrl}/maps/{Uri.EscapeDataString(mapId)}/sprite");
            json.WriteStartArray("layers");
            WriteLayer(json, "background", "background", "background-color", "#f8f4f0", sourceLayer: null);
            WriteLayer(json, "water", "fill", "fill-color", "#a0c8f0", "water");
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteLayer(Utf8JsonWriter json, string id, string type, string paint, string colour, string? sourceLayer)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("type", type);
        if (sourceLayer is not null)
        {
            json.WriteString("source", Source);
            json.WriteString("source-layer", sourceLayer);
        }

        json.WriteStartObject("paint");
        json.WriteString(paint, colour);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

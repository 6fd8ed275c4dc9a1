using System.Text.Json;

namespace MapTiler.Emulator;

/// <summary>A map's style: a GL style in the colours of its pictures, whose links lead back to the emulator with the caller's key.</summary>
internal sealed class StyleEndpoint(MapCatalogue maps) : MapEndpoint(maps)
{
    private const string VectorSource = "maptiler_planet";
    private const string ImagerySource = "satellite";

    protected override bool IsResource(string resource) => resource == "style.json";

    protected override Answer Draw(IncomingRequest request, string mapId, string resource)
    {
        var (baseUrl, key) = (request.BaseUrl, request.KeyQuery);
        var theme = MapTheme.For(mapId);
        return JsonAnswer.Write(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("version", 8);
            json.WriteString("id", mapId);
            json.WriteString("name", mapId);
            WriteView(json);
            json.WriteStartObject("sources");
            WriteSource(json, VectorSource, "vector", $"{baseUrl}/tiles/v3/tiles.json{key}");
            if (theme.IsImagery)
                WriteSource(json, ImagerySource, "raster", $"{baseUrl}/tiles/satellite-v2/tiles.json{key}");
            json.WriteEndObject();
            json.WriteString("glyphs", $"{baseUrl}/fonts/{{fontstack}}/{{range}}.pbf{key}");
            json.WriteString("sprite", $"{baseUrl}/sprites/{Uri.EscapeDataString(mapId)}/sprite");
            json.WriteStartArray("layers");
            foreach (var layer in StyleLayers.Of(theme, VectorSource, ImagerySource))
                layer.WriteTo(json);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteView(Utf8JsonWriter json)
    {
        JsonShapes.WritePosition(json, "center", 0, 20);
        json.WriteNumber("zoom", 1);
        json.WriteNumber("bearing", 0);
        json.WriteNumber("pitch", 0);
    }

    private static void WriteSource(Utf8JsonWriter json, string id, string type, string url)
    {
        json.WriteStartObject(id);
        json.WriteString("type", type);
        json.WriteString("url", url);
        json.WriteEndObject();
    }
}

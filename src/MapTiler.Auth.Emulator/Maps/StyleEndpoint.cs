using System.Text.Json;
using SkiaSharp;

namespace MapTiler.Emulator;

/// <summary>A map's style: a small but valid GL style whose links lead back to the emulator with the caller's key.</summary>
internal sealed class StyleEndpoint(MapCatalogue maps) : MapEndpoint(maps)
{
    private const string Source = "maptiler_planet";

    protected override bool IsResource(string resource) => resource == "style.json";

    protected override Answer Draw(IncomingRequest request, string mapId, string resource)
    {
        var (baseUrl, key) = (request.BaseUrl, request.KeyQuery);
        return JsonAnswer.Write(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("version", 8);
            json.WriteString("id", mapId);
            json.WriteString("name", mapId);
            WriteView(json);
            json.WriteStartObject("sources");
            json.WriteStartObject(Source);
            json.WriteString("type", "vector");
            json.WriteString("url", $"{baseUrl}/tiles/v3/tiles.json{key}");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteString("glyphs", $"{baseUrl}/fonts/{{fontstack}}/{{range}}.pbf{key}");
            json.WriteString("sprite", $"{baseUrl}/sprites/{Uri.EscapeDataString(mapId)}/sprite");
            WriteLayers(json, MapTheme.For(mapId));
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

    private static void WriteLayers(Utf8JsonWriter json, MapTheme theme)
    {
        json.WriteStartArray("layers");
        WriteLayer(json, "background", "background", null, () => json.WriteString("background-color", Css(theme.Sea)));
        WriteLayer(json, "water", "fill", PlanetTileset.WaterLayer, () => json.WriteString("fill-color", Css(theme.Sea)));
        WriteLayer(json, "land", "fill", PlanetTileset.LandLayer, () =>
        {
            json.WriteString("fill-color", Css(theme.Land[0]));
            json.WriteString("fill-outline-color", Css(theme.Border));
        });
        WriteLayer(json, "place", "symbol", PlanetTileset.PlaceLayer, () => json.WriteString("text-color", Css(theme.Place)), () => WriteLabel(json));
        json.WriteEndArray();
    }

    private static void WriteLabel(Utf8JsonWriter json)
    {
        json.WriteString("icon-image", SpriteSheet.Dot);
        json.WriteNumber("icon-size", 0.4);
        json.WriteString("text-field", "{name}");
        json.WriteStartArray("text-font");
        json.WriteStringValue("Noto Sans Regular");
        json.WriteEndArray();
        json.WriteBoolean("text-optional", true);
        json.WriteString("text-anchor", "top");
    }

    private static void WriteLayer(
        Utf8JsonWriter json, string id, string type, string? sourceLayer, Action writePaint, Action? writeLayout = null)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("type", type);
        if (sourceLayer is not null)
        {
            json.WriteString("source", Source);
            json.WriteString("source-layer", sourceLayer);
        }

        if (writeLayout is not null)
        {
            json.WriteStartObject("layout");
            writeLayout();
            json.WriteEndObject();
        }

        json.WriteStartObject("paint");
        writePaint();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Css(SKColor colour) => $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}";
}

using System.Text.Json;

namespace MapTiler.Emulator;

/// <summary>Links as OGC's documents have them.</summary>
internal static class OgcLink
{
    public static void Write(Utf8JsonWriter json, string href, string relation, string type, bool templated = false)
    {
        json.WriteStartObject();
        json.WriteString("href", href);
        json.WriteString("rel", relation);
        json.WriteString("type", type);
        if (templated)
            json.WriteBoolean("templated", true);
        json.WriteEndObject();
    }
}

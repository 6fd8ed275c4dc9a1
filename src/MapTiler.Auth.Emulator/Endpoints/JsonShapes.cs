using System.Text.Json;

namespace MapTiler.Emulator;

/// <summary>Coordinates in JSON: longitude before latitude, seven decimals.</summary>
internal static class JsonShapes
{
    public static void WriteBox(Utf8JsonWriter json, string name, GeoBox box)
    {
        json.WriteStartArray(name);
        WriteNumbers(json, box.West, box.South, box.East, box.North);
        json.WriteEndArray();
    }

    public static void WritePosition(Utf8JsonWriter json, string name, double longitude, double latitude)
    {
        json.WriteStartArray(name);
        WriteNumbers(json, longitude, latitude);
        json.WriteEndArray();
    }

    public static void WritePoint(Utf8JsonWriter json, string name, double longitude, double latitude)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "Point");
        WritePosition(json, "coordinates", longitude, latitude);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, params ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
            json.WriteNumberValue(Math.Round(number, 7));
    }
}

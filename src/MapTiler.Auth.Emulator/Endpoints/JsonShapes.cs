using System.Text.Json;

namespace MapTiler.Emulator;

/// <summary>Coordinates in JSON: longitude before latitude, seven decimals.</summary>
internal static class JsonShapes
{
    public static void WriteBoundingBox(Utf8JsonWriter json, string name, BoundingBox bounds)
    {
        json.WriteStartArray(name);
        WriteNumbers(json, bounds.West, bounds.South, bounds.East, bounds.North);
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

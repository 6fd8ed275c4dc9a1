using System.Text.Json;
using System.Text.Json.Nodes;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Http;

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

    public static JsonArray ToArray(BoundingBox bounds) =>
        [Math.Round(bounds.West, 7), Math.Round(bounds.South, 7), Math.Round(bounds.East, 7), Math.Round(bounds.North, 7)];

    private static void WriteNumbers(Utf8JsonWriter json, params ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
            json.WriteNumberValue(Math.Round(number, 7));
    }
}

/// <summary>Writes polygons as GeoJSON: outer rings counterclockwise, holes clockwise, with the first point again at the end.</summary>
internal static class ShapeWriter
{
    public static void Write(Utf8JsonWriter json, string name, IReadOnlyList<GeoPoint[][]> polygons)
    {
        json.WriteStartObject(name);
        json.WriteString("type", polygons.Count == 1 ? "Polygon" : "MultiPolygon");
        json.WritePropertyName("coordinates");
        if (polygons.Count > 1)
            json.WriteStartArray();
        foreach (var polygon in polygons)
            WritePolygon(json, polygon);
        if (polygons.Count > 1)
            json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePolygon(Utf8JsonWriter json, GeoPoint[][] rings)
    {
        json.WriteStartArray();
        for (var i = 0; i < rings.Length; i++)
        {
            json.WriteStartArray();
            var ring = rings[i];
            var asItIs = IsCounterclockwise(ring) == (i == 0);
            for (var j = 0; j <= ring.Length; j++)
            {
                var (longitude, latitude) = ring[(asItIs ? j : ring.Length - j) % ring.Length];
                json.WriteStartArray();
                json.WriteNumberValue(longitude);
                json.WriteNumberValue(latitude);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static bool IsCounterclockwise(GeoPoint[] ring)
    {
        var doubled = 0.0;
        for (int i = 0, before = ring.Length - 1; i < ring.Length; before = i++)
            doubled += (ring[before].Longitude * ring[i].Latitude) - (ring[i].Longitude * ring[before].Latitude);
        return doubled > 0;
    }
}

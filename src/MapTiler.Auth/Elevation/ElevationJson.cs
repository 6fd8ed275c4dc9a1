using System.Globalization;
using System.Text.Json;

namespace MapTiler.Elevation;

/// <summary>Reads <c>[[longitude, latitude, elevation], ...]</c>; the response for one location may lack the outer array.</summary>
internal static class ElevationJson
{
    public static IReadOnlyList<double?>? Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            return null;

        var elevations = new List<double?>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            elevations.Add(ReadElevation(ref reader));
        if (reader.TokenType == JsonTokenType.EndArray)
            return elevations;

        reader = new Utf8JsonReader(body);
        reader.Read();
        return [ReadElevation(ref reader)];
    }

    private static double? ReadElevation(ref Utf8JsonReader reader)
    {
        double? last = null;
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            count++;
            last = reader.TokenType switch
            {
                JsonTokenType.Number or JsonTokenType.String when double.TryParse(JsonScalar.ReadText(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number) && !double.IsNaN(number) => number,
                JsonTokenType.Null => null,
                _ => throw new JsonException("Expected [longitude, latitude, elevation]."),
            };
        }

        return count >= 2 ? count == 2 ? null : last : throw new JsonException("Expected [longitude, latitude, elevation].");
    }
}

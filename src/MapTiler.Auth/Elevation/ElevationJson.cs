using System.Globalization;
using System.Text.Json;

namespace MapTiler.Elevation;

/// <summary>Reads <c>[[longitude, latitude, height], ...]</c>; a single place may come without the outer array.</summary>
internal static class ElevationJson
{
    public static IReadOnlyList<double?>? Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            return null;

        var heights = new List<double?>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            heights.Add(ReadHeight(ref reader));
        if (reader.TokenType == JsonTokenType.EndArray)
            return heights;

        reader = new Utf8JsonReader(body);
        reader.Read();
        return [ReadHeight(ref reader)];
    }

    private static double? ReadHeight(ref Utf8JsonReader reader)
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
                _ => throw new JsonException("Expected [longitude, latitude, height]."),
            };
        }

        return count >= 2 ? count == 2 ? null : last : throw new JsonException("Expected [longitude, latitude, height].");
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Json;

/// <summary>Reads and writes <c>[longitude, latitude]</c>; a third number is skipped.</summary>
internal sealed class LngLatJsonConverter : JsonConverter<LngLat>
{
    public override LngLat Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadLocation(ref reader);

    public override void Write(Utf8JsonWriter writer, LngLat value, JsonSerializerOptions options) => WriteLocation(writer, value);

    internal static LngLat ReadLocation(ref Utf8JsonReader reader)
    {
        Span<double> numbers = stackalloc double[3];
        return NumberArray.Read(ref reader, numbers) >= 2 && !double.IsInfinity(numbers[0]) && numbers[1] is >= -90 and <= 90
            ? new LngLat(numbers[0], numbers[1])
            : throw new JsonException("Expected [longitude, latitude].");
    }

    internal static void WriteLocation(Utf8JsonWriter writer, LngLat value) => NumberArray.Write(writer, value.Longitude, value.Latitude);
}

/// <summary>Reads and writes <c>[west, south, east, north]</c>; of six numbers the two altitudes are skipped.</summary>
internal sealed class BoundingBoxJsonConverter : JsonConverter<BoundingBox>
{
    public override BoundingBox Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadBox(ref reader);

    public override void Write(Utf8JsonWriter writer, BoundingBox value, JsonSerializerOptions options) => WriteBox(writer, value);

    internal static BoundingBox ReadBox(ref Utf8JsonReader reader, bool allowQuotes = false)
    {
        Span<double> n = stackalloc double[6];
        try
        {
            return NumberArray.Read(ref reader, n, allowQuotes) switch
            {
                4 => new BoundingBox(n[0], n[1], n[2], n[3]),
                6 => new BoundingBox(n[0], n[1], n[3], n[4]),
                _ => throw new JsonException("Expected [west, south, east, north]."),
            };
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new JsonException("Expected [west, south, east, north]: " + e.Message, e);
        }
    }

    internal static void WriteBox(Utf8JsonWriter writer, BoundingBox value) => NumberArray.Write(writer, value.West, value.South, value.East, value.North);
}

/// <summary>Reads and writes <c>[longitude, latitude, zoom]</c>, as TileJSON documents do.</summary>
internal sealed class MapViewJsonConverter : JsonConverter<MapView>
{
    public override MapView Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadView(ref reader);

    public override void Write(Utf8JsonWriter writer, MapView value, JsonSerializerOptions options) => WriteView(writer, value);

    internal static MapView ReadView(ref Utf8JsonReader reader)
    {
        Span<double> n = stackalloc double[3];
        try
        {
            return NumberArray.Read(ref reader, n) == 3 ? new MapView(new(n[0], n[1]), n[2]) : throw new JsonException("Expected [longitude, latitude, zoom].");
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new JsonException("Expected [longitude, latitude, zoom]: " + e.Message, e);
        }
    }

    internal static void WriteView(Utf8JsonWriter writer, MapView value) => NumberArray.Write(writer, value.Center.Longitude, value.Center.Latitude, value.Zoom);
}

/// <summary>Reads a flat JSON array of numbers without allocating, and writes one.</summary>
internal static class NumberArray
{
    /// <summary>Reads the current array.</summary>
    /// <returns>The number of elements; those beyond the length of <paramref name="numbers"/> are skipped.</returns>
    public static int Read(ref Utf8JsonReader reader, scoped Span<double> numbers, bool allowQuotes = false)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("Expected an array of numbers.");

        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number && !(allowQuotes && reader.TokenType == JsonTokenType.String))
                throw new JsonException("Expected a number.");
            if (count < numbers.Length)
                numbers[count] = reader.TokenType == JsonTokenType.Number ? Finite(reader.GetDouble()) : ReadText(ref reader);
            count++;
        }

        return count;
    }

    public static void Write(Utf8JsonWriter writer, params ReadOnlySpan<double> numbers)
    {
        writer.WriteStartArray();
        foreach (var number in numbers)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }

    private static double ReadText(ref Utf8JsonReader reader) =>
        double.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Finite(number) : throw new JsonException("Expected a number.");

    private static double Finite(double number) =>
        double.IsNaN(number) || double.IsInfinity(number) ? throw new JsonException("Expected a number in the range of a double.") : number;
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>Reads and writes <c>[longitude, latitude]</c>; a third number is skipped.</summary>
internal sealed class LngLatJsonConverter : JsonConverter<LngLat>
{
    public override LngLat Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadLocation(ref reader);

    public override void Write(Utf8JsonWriter writer, LngLat value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Longitude);
        writer.WriteNumberValue(value.Latitude);
        writer.WriteEndArray();
    }

    internal static LngLat ReadLocation(ref Utf8JsonReader reader)
    {
        Span<double> numbers = stackalloc double[3];
        return NumberArray.Read(ref reader, numbers) >= 2 && !double.IsInfinity(numbers[0]) && numbers[1] is >= -90 and <= 90
            ? new LngLat(numbers[0], numbers[1])
            : throw new JsonException("Expected [longitude, latitude].");
    }
}

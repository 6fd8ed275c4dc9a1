using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler;

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

    internal static void WriteBox(Utf8JsonWriter writer, BoundingBox value)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.West);
        writer.WriteNumberValue(value.South);
        writer.WriteNumberValue(value.East);
        writer.WriteNumberValue(value.North);
        writer.WriteEndArray();
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>Reads a list of numbers; a value of another type is an empty list.</summary>
internal sealed class NumberListJsonConverter : JsonConverter<IReadOnlyList<double>>
{
    public override IReadOnlyList<double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        return json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number) ? [.. json.EnumerateArray().Select(item => item.GetDouble())] : [];
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<double> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var number in value)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }
}

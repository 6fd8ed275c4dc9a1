using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>Reads a map of strings that can be numbers or booleans in the response.</summary>
internal sealed class TextMapJsonConverter : JsonConverter<IReadOnlyDictionary<string, string>>
{
    internal static readonly IReadOnlyDictionary<string, string> Empty = new Dictionary<string, string>();

    public override IReadOnlyDictionary<string, string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadTexts(ref reader);

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var pair in value)
            writer.WriteString(pair.Key, pair.Value);
        writer.WriteEndObject();
    }

    internal static IReadOnlyDictionary<string, string> ReadTexts(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Expected an object of strings.");

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            texts[name] = JsonScalar.ReadText(ref reader);
        }

        return texts;
    }
}

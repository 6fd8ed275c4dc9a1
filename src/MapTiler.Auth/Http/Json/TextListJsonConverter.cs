using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>Reads a list of strings that can be numbers in the response.</summary>
internal sealed class TextListJsonConverter : JsonConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadTexts(ref reader);

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var text in value)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    internal static IReadOnlyList<string> ReadTexts(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.StartArray ? JsonList.Read(ref reader, JsonScalar.ReadText) : [JsonScalar.ReadText(ref reader)];
}

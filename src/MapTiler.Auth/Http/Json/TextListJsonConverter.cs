using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>A list of texts in which the service may put numbers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)] // public for the generated JSON code of applications
public sealed class TextListJsonConverter : JsonConverter<IReadOnlyList<string>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return [JsonScalar.ReadText(ref reader)];

        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            texts.Add(JsonScalar.ReadText(ref reader));
        return texts;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var text in value)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}

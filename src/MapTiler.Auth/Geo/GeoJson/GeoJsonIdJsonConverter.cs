using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.GeoJson;

/// <summary>Reads and writes a text or a number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)] // public for the generated JSON code of applications
public sealed class GeoJsonIdJsonConverter : JsonConverter<GeoJsonId>
{
    /// <inheritdoc/>
    public override GeoJsonId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadId(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, GeoJsonId value, JsonSerializerOptions options) => WriteId(writer, value);

    internal static GeoJsonId ReadId(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => new GeoJsonId(reader.GetString()!),
        JsonTokenType.Number => new GeoJsonId(JsonElement.ParseValue(ref reader).GetRawText(), isNumber: true),
        _ => throw new JsonException("The id of a GeoJSON feature is a text or a number."),
    };

    internal static void WriteId(Utf8JsonWriter writer, GeoJsonId value)
    {
        if (value.IsNumber)
            writer.WriteRawValue(value.ToString());
        else
            writer.WriteStringValue(value.ToString());
    }
}

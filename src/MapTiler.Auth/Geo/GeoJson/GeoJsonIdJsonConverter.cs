using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.GeoJson;

/// <summary>Reads and writes a text or a number.</summary>
internal sealed class GeoJsonIdJsonConverter : JsonConverter<GeoJsonId>
{
    public override GeoJsonId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadId(ref reader);

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

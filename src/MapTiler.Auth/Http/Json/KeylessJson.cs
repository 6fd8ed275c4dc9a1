using System.Text.Json;
using MapTiler.Authentication;

namespace MapTiler;

/// <summary>
/// Styles and TileJSONs name further addresses together with the key they were asked by. What is handed out names them without:
/// the clients add the credential of their own again.
/// </summary>
internal static class KeylessJson
{
    /// <summary>The same JSON with credentials taken out of its texts; the same bytes if there can be none.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json) => MayHold(json) || json.IndexOf("\\u"u8) >= 0 ? Rewrite(json) : json;

    private static ReadOnlySpan<byte> Rewrite(ReadOnlySpan<byte> json)
    {
        var output = new MemoryStream(json.Length);
        var reader = new Utf8JsonReader(json);
        using (var writer = new Utf8JsonWriter(output))
        {
            while (reader.Read())
                Copy(json, ref reader, writer);
        }

        return output.GetBuffer().AsSpan(0, (int)output.Length);
    }

    private static void Copy(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: writer.WriteStartObject(); break;
            case JsonTokenType.EndObject: writer.WriteEndObject(); break;
            case JsonTokenType.StartArray: writer.WriteStartArray(); break;
            case JsonTokenType.EndArray: writer.WriteEndArray(); break;
            case JsonTokenType.PropertyName: writer.WritePropertyName(CredentialText.Remove(reader.GetString()!)); break;
            case JsonTokenType.String when MayHold(reader.ValueSpan) || reader.ValueIsEscaped: writer.WriteStringValue(CredentialText.Remove(reader.GetString()!)); break;
            default: writer.WriteRawValue(json.Slice((int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex)), skipInputValidation: true); break;
        }
    }

    private static bool MayHold(ReadOnlySpan<byte> text) => text.IndexOf("key"u8) >= 0 || text.IndexOf("signature"u8) >= 0;
}

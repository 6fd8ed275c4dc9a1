using System.Text.Json;
using MapTiler.Authentication;

namespace MapTiler.Json;

/// <summary>
/// Removes credentials from JSON. Styles and TileJSON documents contain URLs with the key of the request; the clients return them without it
/// and add the credential again to their own requests.
/// </summary>
internal static class KeylessJson
{
    /// <summary>Returns the JSON with credentials removed from its strings; the same bytes if it contains none.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json) => MayContain(json) || json.IndexOf("\\u"u8) >= 0 ? Rewrite(json) : json;

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
            case JsonTokenType.String when MayContain(reader.ValueSpan) || reader.ValueIsEscaped: writer.WriteStringValue(CredentialText.Remove(reader.GetString()!)); break;
            default: writer.WriteRawValue(json.Slice((int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex)), skipInputValidation: true); break;
        }
    }

    private static bool MayContain(ReadOnlySpan<byte> text) => text.IndexOf("key"u8) >= 0 || text.IndexOf("signature"u8) >= 0;
}

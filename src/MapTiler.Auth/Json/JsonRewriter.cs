using System.Text.Encodings.Web;
using System.Text.Json;
using MapTiler.Authentication;

namespace MapTiler.Json;

/// <summary>Copies JSON and rewrites its strings. Everything else is copied byte by byte.</summary>
internal static class JsonRewriter
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = ResponseJson.MaxDepth, SkipValidation = true };

    /// <summary>
    /// Removes credentials from JSON, or returns the same bytes if it contains none. Styles and TileJSON documents contain URLs with the key of the request;
    /// the clients return them without it and add the credential again to their own requests.
    /// </summary>
    public static ReadOnlySpan<byte> RemoveCredentials(ReadOnlySpan<byte> json) =>
        json.IndexOf("key"u8) >= 0 || json.IndexOf("signature"u8) >= 0 || json.IndexOf("\\u"u8) >= 0 ? Rewrite(json, Redaction.RemoveFromText).Span : json;

    /// <param name="json">The JSON.</param>
    /// <param name="rewrite">Returns the new value of a string; the same object if it does not change.</param>
    /// <exception cref="JsonException">The JSON is not valid.</exception>
    public static ReadOnlyMemory<byte> Rewrite(ReadOnlySpan<byte> json, Func<string, string> rewrite)
    {
        if (json.StartsWith("\uFEFF"u8))
            json = json.Slice("\uFEFF"u8.Length);
        var output = new MemoryStream(json.Length);
        json = ValidUnicode.Of(json);
        var reader = new Utf8JsonReader(json, ResponseJson.ReaderOptions);
        using (var writer = new Utf8JsonWriter(output, WriterOptions))
        {
            while (reader.Read())
                Copy(json, ref reader, writer, rewrite);
        }

        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }

    private static void Copy(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, Utf8JsonWriter writer, Func<string, string> rewrite)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: writer.WriteStartObject(); break;
            case JsonTokenType.EndObject: writer.WriteEndObject(); break;
            case JsonTokenType.StartArray: writer.WriteStartArray(); break;
            case JsonTokenType.EndArray: writer.WriteEndArray(); break;
            case JsonTokenType.PropertyName: writer.WritePropertyName(rewrite(reader.GetString()!)); break;
            case JsonTokenType.String when reader.GetString() is { } value && rewrite(value) is var rewritten && !ReferenceEquals(rewritten, value): writer.WriteStringValue(rewritten); break;
            default: writer.WriteRawValue(json.Slice((int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex)), skipInputValidation: true); break;
        }
    }
}

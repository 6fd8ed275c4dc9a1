using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MapTiler.AspNetCore.Documents;

/// <summary>Copies JSON and rewrites each of its strings. Everything else is copied byte by byte.</summary>
internal static class JsonRewriter
{
    public static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = 256 };
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256, SkipValidation = true };

    /// <exception cref="JsonException">The input is not valid JSON.</exception>
    public static ReadOnlyMemory<byte> Rewrite(ReadOnlyMemory<byte> json, UrlRewriter urls)
    {
        var source = json.Span;
        if (source.StartsWith("\uFEFF"u8))
            source = source[3..];

        var output = new ArrayBufferWriter<byte>(source.Length + 1024);
        var reader = new Utf8JsonReader(source, ReaderOptions);
        using (var writer = new Utf8JsonWriter(output, WriterOptions))
        {
            while (reader.Read())
                Copy(source, ref reader, writer, urls);
        }

        return output.WrittenMemory;
    }

    private static void Copy(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, Utf8JsonWriter writer, UrlRewriter urls)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: writer.WriteStartObject(); break;
            case JsonTokenType.EndObject: writer.WriteEndObject(); break;
            case JsonTokenType.StartArray: writer.WriteStartArray(); break;
            case JsonTokenType.EndArray: writer.WriteEndArray(); break;
            case JsonTokenType.PropertyName: writer.WritePropertyName(ReadString(ref reader, urls, out _)); break;
            case JsonTokenType.String when ReadString(ref reader, urls, out var isChanged) is var value && isChanged: writer.WriteStringValue(value); break;
            default: writer.WriteRawValue(json.Slice((int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex)), skipInputValidation: true); break;
        }
    }

    private static string ReadString(ref Utf8JsonReader reader, UrlRewriter urls, out bool isChanged)
    {
        try
        {
            var value = reader.GetString()!;
            var rewritten = urls.Rewrite(value);
            isChanged = !ReferenceEquals(rewritten, value);
            return rewritten;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A string contains an incomplete surrogate pair.", e);
        }
    }
}

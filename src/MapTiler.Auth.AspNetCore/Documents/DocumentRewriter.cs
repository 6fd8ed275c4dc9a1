using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MapTiler.AspNetCore;

/// <summary>Copies JSON with each of its texts rewritten. Everything else stays byte for byte.</summary>
internal static class DocumentRewriter
{
    public static readonly JsonReaderOptions Reading = new() { MaxDepth = 256 };
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256, SkipValidation = true };

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static ReadOnlyMemory<byte> Rewrite(ReadOnlyMemory<byte> json, AddressRewriter addresses)
    {
        var source = json.Span;
        if (source.StartsWith("\uFEFF"u8))
            source = source[3..];

        var output = new ArrayBufferWriter<byte>(source.Length + 1024);
        var reader = new Utf8JsonReader(source, Reading);
        using (var writer = new Utf8JsonWriter(output, Writing))
        {
            while (reader.Read())
                Copy(source, ref reader, writer, addresses);
        }

        return output.WrittenMemory;
    }

    private static void Copy(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, Utf8JsonWriter writer, AddressRewriter addresses)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: writer.WriteStartObject(); break;
            case JsonTokenType.EndObject: writer.WriteEndObject(); break;
            case JsonTokenType.StartArray: writer.WriteStartArray(); break;
            case JsonTokenType.EndArray: writer.WriteEndArray(); break;
            case JsonTokenType.PropertyName: writer.WritePropertyName(Text(ref reader, addresses, out _)); break;
            case JsonTokenType.String when Text(ref reader, addresses, out var changes) is var text && changes: writer.WriteStringValue(text); break;
            default: writer.WriteRawValue(json.Slice((int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex)), skipInputValidation: true); break;
        }
    }

    private static string Text(ref Utf8JsonReader reader, AddressRewriter addresses, out bool changes)
    {
        try
        {
            var text = reader.GetString()!;
            var rewritten = addresses.Rewrite(text);
            changes = !ReferenceEquals(rewritten, text);
            return rewritten;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A text has half of a surrogate pair.", e);
        }
    }
}

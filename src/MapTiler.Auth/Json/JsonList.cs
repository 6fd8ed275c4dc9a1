using System.Text;
using System.Text.Json;

namespace MapTiler.Json;

/// <summary>Reads JSON arrays.</summary>
internal static class JsonList
{
    public delegate T Element<T>(ref Utf8JsonReader reader);

    /// <summary>Reads the current array.</summary>
    /// <exception cref="JsonException">The current value is not an array.</exception>
    public static List<T> Read<T>(ref Utf8JsonReader reader, Element<T> element)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("Expected an array.");

        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            list.Add(element(ref reader));
        return list;
    }

    /// <summary>Reads the current array, or null.</summary>
    /// <inheritdoc cref="Read"/>
    public static List<T>? ReadOptional<T>(ref Utf8JsonReader reader, Element<T> element) =>
        reader.TokenType == JsonTokenType.Null ? null : Read(ref reader, element);
}

/// <summary>Reads any JSON value as a string.</summary>
internal static class JsonScalar
{
    public static string ReadText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString()!;
        if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.GetRawText();
        }

        return reader.TokenType == JsonTokenType.Null ? "" : Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
    }
}

/// <summary>Converts lists of a response to lists for the caller, which are never null and contain no null elements.</summary>
internal static class Lists
{
    public static IReadOnlyList<T> Known<T>(IReadOnlyList<T>? list)
        where T : class =>
        list is null ? [] : list.Contains(null!) ? [.. list.Where(item => item is not null)] : list;
}

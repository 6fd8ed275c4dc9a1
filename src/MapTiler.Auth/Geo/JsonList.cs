using System.Text.Json;

namespace MapTiler;

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

using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MapTiler.Json;

/// <summary>
/// Reads the current value as the type of an optional member. A value that cannot be read as that type is skipped. See <see cref="ResponseJson"/>.
/// </summary>
internal static class JsonValue
{
    public delegate T Reader<T>(ref Utf8JsonReader reader);

    /// <summary>Reads a string, a number or a boolean as a string.</summary>
    public static string? Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray()),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => Skip<string>(ref reader),
    };

    /// <summary>Reads a finite number, also in a string.</summary>
    public static double? Number(ref Utf8JsonReader reader) =>
        (reader.TokenType == JsonTokenType.Number ? reader.TryGetDouble(out var number) : double.TryParse(String(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        && !double.IsNaN(number) && !double.IsInfinity(number) ? number : null;

    /// <summary>Reads an integer, also as <c>14.0</c> or in a string.</summary>
    public static int? Integer(ref Utf8JsonReader reader) =>
        Number(ref reader) is { } number && number is >= int.MinValue and <= int.MaxValue && Math.Floor(number) == number ? (int)number : null;

    /// <summary>Reads an integer of 64 bits, also as <c>14.0</c> or in a string.</summary>
    public static long? Long(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var integer))
            return integer;
        return Number(ref reader) is { } number && number is >= long.MinValue and < long.MaxValue && Math.Floor(number) == number ? (long)number : null;
    }

    public static bool? Boolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => Skip<bool?>(ref reader),
    };

    /// <summary>Reads a time in any format. A time without an offset is UTC.</summary>
    public static DateTimeOffset? Time(ref Utf8JsonReader reader) =>
        DateTimeOffset.TryParse(String(ref reader), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>Reads a date.</summary>
    public static DateTime? Date(ref Utf8JsonReader reader) =>
        DateTime.TryParse(String(ref reader), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date) ? date : null;

    public static Guid? Guid(ref Utf8JsonReader reader) => System.Guid.TryParse(String(ref reader), out var guid) ? guid : null;

    public static LngLat? Location(ref Utf8JsonReader reader) => Try<LngLat?>(ref reader, static (ref r) => LngLatJsonConverter.ReadLocation(ref r));

    public static MapView? View(ref Utf8JsonReader reader) => Try<MapView?>(ref reader, static (ref r) => MapViewJsonConverter.ReadView(ref r));

    public static BoundingBox? BoundingBox(ref Utf8JsonReader reader) => Try<BoundingBox?>(ref reader, static (ref r) => BoundingBoxJsonConverter.ReadBox(ref r));

    /// <summary>Reads numbers whose positions have a meaning. If one of them is not a number, the list is empty.</summary>
    public static IReadOnlyList<double> Numbers(ref Utf8JsonReader reader)
    {
        var numbers = List<double?>(ref reader, Number, keepNulls: true);
        return numbers.Contains(null) ? [] : [.. numbers.Select(number => number!.Value)];
    }

    /// <summary>Reads strings. A single string is a list of one.</summary>
    public static IReadOnlyList<string> Texts(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.StartArray ? List<string>(ref reader, Text) : Text(ref reader) is { } text ? [text] : [];

    /// <summary>Reads an object of strings. Objects and arrays in it are read as JSON.</summary>
    public static IReadOnlyDictionary<string, string> TextMap(ref Utf8JsonReader reader)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return texts;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                using var document = JsonDocument.ParseValue(ref reader);
                texts[name] = document.RootElement.GetRawText();
            }
            else if (Text(ref reader) is { } text)
            {
                texts[name] = text;
            }
        }

        return texts;
    }

    /// <summary>Reads the items of a list that can be read; none if it is not a list.</summary>
    public static List<T> List<T>(ref Utf8JsonReader reader, Reader<T?> item, bool keepNulls = false)
    {
        var list = new List<T>();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return list;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (item(ref reader) is { } value)
                list.Add(value);
            else if (keepNulls)
                list.Add(default!);
        }

        return list;
    }

    /// <summary>Reads a value with a reader that throws if it is another one.</summary>
    public static T? Try<T>(ref Utf8JsonReader reader, Reader<T> read)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return default;

        var attempt = reader;
        try
        {
            var value = read(ref attempt);
            reader = attempt;
            return value;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            reader.Skip();
            return default;
        }
    }

    private static string? String(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String ? reader.GetString() : Skip<string>(ref reader);

    private static T? Skip<T>(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return default;
    }
}

/// <summary>Reads lists of which each item counts.</summary>
internal static class JsonList
{
    /// <summary>Reads the current array.</summary>
    /// <exception cref="JsonException">The current value is not an array.</exception>
    public static T[] Read<T>(ref Utf8JsonReader reader, JsonValue.Reader<T> item)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("Expected an array.");

        var items = new PooledList<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(item(ref reader));
        return items.ToArray();
    }
}

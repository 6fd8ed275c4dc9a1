using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Json;

/// <summary>Reads a string that can be a number in the response.</summary>
internal sealed class TextJsonConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonScalar.ReadText(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Reads a list of strings that can be numbers in the response.</summary>
internal sealed class TextListJsonConverter : JsonConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadTexts(ref reader);

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var text in value)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    internal static IReadOnlyList<string> ReadTexts(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.StartArray ? JsonList.Read(ref reader, JsonScalar.ReadText) : [JsonScalar.ReadText(ref reader)];
}

/// <summary>Reads a map of strings that can be numbers or booleans in the response.</summary>
internal sealed class TextMapJsonConverter : JsonConverter<IReadOnlyDictionary<string, string>>
{
    internal static readonly IReadOnlyDictionary<string, string> Empty = new Dictionary<string, string>();

    public override IReadOnlyDictionary<string, string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadTexts(ref reader);

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var pair in value)
            writer.WriteString(pair.Key, pair.Value);
        writer.WriteEndObject();
    }

    internal static IReadOnlyDictionary<string, string> ReadTexts(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Expected an object of strings.");

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            texts[name] = JsonScalar.ReadText(ref reader);
        }

        return texts;
    }
}

/// <summary>Reads a list of numbers; a value of another type is an empty list.</summary>
internal sealed class NumberListJsonConverter : JsonConverter<IReadOnlyList<double>>
{
    public override IReadOnlyList<double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        return json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number) ? [.. json.EnumerateArray().Select(item => item.GetDouble())] : [];
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<double> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var number in value)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }
}

/// <summary>Reads an integer that can be written as <c>14.0</c> or as a string; another value is null.</summary>
internal sealed class OptionalInt32JsonConverter : JsonConverter<int?>
{
    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.Number or JsonTokenType.String
            && double.TryParse(JsonScalar.ReadText(ref reader), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return number is >= int.MinValue and <= int.MaxValue && Math.Floor(number) == number ? (int)number : null;
        }

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options)
    {
        if (value is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteNullValue();
    }
}

/// <summary>Reads a time in any format; another value is null. A time without an offset is UTC.</summary>
internal sealed class OptionalTimeJsonConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        reader.Skip();
        return DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } time)
            writer.WriteStringValue(time);
        else
            writer.WriteNullValue();
    }
}

/// <summary>Reads a bounding box; a value that is not one, such as that of an image without a location on Earth, is null.</summary>
internal sealed class OptionalBoundingBoxJsonConverter : JsonConverter<BoundingBox?>
{
    private static readonly BoundingBoxJsonConverter Strict = new();

    public override BoundingBox? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var whole = reader;
        reader.Skip();
        try
        {
            return whole.TokenType == JsonTokenType.StartArray ? Strict.Read(ref whole, typeof(BoundingBox), options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, BoundingBox? value, JsonSerializerOptions options)
    {
        if (value is { } bounds)
            Strict.Write(writer, bounds, options);
        else
            writer.WriteNullValue();
    }
}

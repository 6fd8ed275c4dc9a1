using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.GeoJson;

/// <summary>
/// The id of a GeoJSON feature, a string or a number. It is written in the form in which it was read: <c>7</c> and <c>"7"</c> are different ids.
/// </summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct GeoJsonId
{
    private readonly string? _text;

    /// <summary>Creates an id that is a string.</summary>
    /// <param name="value">The id.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    public GeoJsonId(string value)
        : this(value ?? throw new ArgumentNullException(nameof(value)), isNumber: false) { }

    /// <summary>Creates an id that is an integer.</summary>
    /// <param name="value">The id.</param>
    public GeoJsonId(long value)
        : this(value.ToString(CultureInfo.InvariantCulture), isNumber: true) { }

    internal GeoJsonId(string text, bool isNumber) => (_text, IsNumber) = (text.Length == 0 ? null : text, isNumber);

    /// <summary>Indicates whether the id is a number in JSON. A number of any size keeps all its digits.</summary>
    public bool IsNumber { get; }

    /// <summary>Converts a string to an id.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    public static implicit operator GeoJsonId(string value) => new(value);

    /// <summary>Converts an integer to an id that is a number.</summary>
    public static implicit operator GeoJsonId(long value) => new(value);

    /// <summary>Returns the string, or the number as it is written in JSON.</summary>
    public override string ToString() => _text ?? "";
}

/// <summary>Reads and writes an id that is a string or a number.</summary>
internal sealed class GeoJsonIdJsonConverter : JsonConverter<GeoJsonId>
{
    public override GeoJsonId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadId(ref reader);

    public override void Write(Utf8JsonWriter writer, GeoJsonId value, JsonSerializerOptions options) => WriteId(writer, value);

    internal static GeoJsonId ReadId(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => new GeoJsonId(reader.GetString()!),
        JsonTokenType.Number => new GeoJsonId(JsonValue.Text(ref reader)!, isNumber: true),
        _ => throw new JsonException("The id of a GeoJSON feature must be a string or a number."),
    };

    internal static void WriteId(Utf8JsonWriter writer, GeoJsonId value)
    {
        if (value.IsNumber)
            writer.WriteRawValue(value.ToString());
        else
            writer.WriteStringValue(value.ToString());
    }
}

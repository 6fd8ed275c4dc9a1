using System.Globalization;
using System.Text.Json.Serialization;

namespace MapTiler.GeoJson;

/// <summary>
/// The id of a feature: a text or a number. It is written as it was read, so <c>7</c> and <c>"7"</c> are two ids.
/// </summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct GeoJsonId
{
    private readonly string? _text;

    /// <summary>An id that is a text.</summary>
    /// <param name="text">Any text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public GeoJsonId(string text)
        : this(text ?? throw new ArgumentNullException(nameof(text)), isNumber: false) { }

    /// <summary>An id that is a number.</summary>
    /// <param name="number">Any whole number.</param>
    public GeoJsonId(long number)
        : this(number.ToString(CultureInfo.InvariantCulture), isNumber: true) { }

    internal GeoJsonId(string text, bool isNumber) => (_text, IsNumber) = (text, isNumber);

    /// <summary>Whether the id is a number in JSON; a number of any size keeps all its digits.</summary>
    public bool IsNumber { get; }

    /// <summary>The id that is this text.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static implicit operator GeoJsonId(string text) => new(text);

    /// <summary>The id that is this number.</summary>
    public static implicit operator GeoJsonId(long number) => new(number);

    /// <summary>The text, or the number as it stands in JSON.</summary>
    public override string ToString() => _text ?? "";
}

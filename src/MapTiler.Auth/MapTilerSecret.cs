using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>
/// A secret option, such as an API key. A string converts implicitly. Debuggers, serializers and loggers that read public properties do not show it: only
/// <see cref="Reveal"/> returns it.
/// </summary>
[DebuggerDisplay("***")]
[JsonConverter(typeof(MapTilerJsonConverter))]
[TypeConverter(typeof(MapTilerSecretTypeConverter))]
public sealed class MapTilerSecret : IEquatable<MapTilerSecret>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    /// <summary>Creates a secret from a string.</summary>
    /// <param name="value">The secret.</param>
    public MapTilerSecret(string value)
    {
        Guard.NotNull(value, nameof(value));
        _value = value;
    }

    /// <summary>Converts a string to a secret; <see langword="null"/> remains <see langword="null"/>.</summary>
    /// <param name="value">The secret.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator MapTilerSecret?(string? value) => value is null ? null : new(value);

    /// <summary>Returns whether two secrets are the same string, or both are <see langword="null"/>.</summary>
    public static bool operator ==(MapTilerSecret? left, MapTilerSecret? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Returns whether two secrets are different strings, or only one of them is <see langword="null"/>.</summary>
    public static bool operator !=(MapTilerSecret? left, MapTilerSecret? right) => !(left == right);

    /// <summary>Returns the secret itself. Do not log it.</summary>
    public string Reveal() => _value;

    /// <inheritdoc/>
    public bool Equals(MapTilerSecret? other) => other is not null && other._value == _value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MapTilerSecret);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>Returns <c>***</c>.</summary>
    public override string ToString() => "***";
}

/// <summary>Converts a string of a configuration to a secret.</summary>
internal sealed class MapTilerSecretTypeConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) => (MapTilerSecret?)(value as string);
}

/// <summary>Reads a secret from a string; writes <c>***</c> instead of it.</summary>
internal sealed class MapTilerSecretJsonConverter : JsonConverter<MapTilerSecret>
{
    public override MapTilerSecret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException("The value is not a string.");

    public override void Write(Utf8JsonWriter writer, MapTilerSecret value, JsonSerializerOptions options) => writer.WriteStringValue("***");
}

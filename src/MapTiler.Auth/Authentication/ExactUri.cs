using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Authentication;

/// <summary>
/// A URL whose string is what is sent. <see cref="Uri.ToString"/> unescapes characters, which changes what was signed, so that the service would reject the string.
/// </summary>
[JsonConverter(typeof(ExactUriJsonConverter))]
internal sealed class ExactUri(string url) : Uri(url, UriKind.Absolute)
#if NET
    , ISpanFormattable
#endif
{
    public static Uri Create(string url) => new ExactUri(url);

    public override string ToString() => AbsoluteUri;

#if NET
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => AbsoluteUri;

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var isWritten = AbsoluteUri.TryCopyTo(destination);
        charsWritten = isWritten ? AbsoluteUri.Length : 0;
        return isWritten;
    }
#endif
}

/// <summary>Writes a URL as a string, also where the serializer uses its exact type.</summary>
internal sealed class ExactUriJsonConverter : JsonConverter<ExactUri>
{
    public override ExactUri Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, ExactUri value, JsonSerializerOptions options) => writer.WriteStringValue(value.AbsoluteUri);
}

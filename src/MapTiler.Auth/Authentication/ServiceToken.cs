using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Authentication;

/// <summary>
/// A <see href="https://docs.maptiler.com/cloud/api/authentication-token">service token</see>, which signs URLs of api.maptiler.com and
/// authenticates requests to service.maptiler.com. Use it only on servers, never in a web page or an app that others can read.
/// </summary>
/// <remarks><see cref="ToString"/>, the debugger and JSON serialization mask the secret.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(MapTilerJsonConverter))]
public sealed class ServiceToken
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _text;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly UriSignature _signature;

    private ServiceToken(string text, string keyId, byte[] secret)
    {
        _text = text;
        KeyId = keyId;
        _signature = new(keyId, secret);
    }

    /// <summary>The part before the underscore. It is not secret: it is the <c>key</c> parameter of every signed URL.</summary>
    public string KeyId { get; }

    /// <summary>The value of the <c>Authorization</c> header of the Service API, without its scheme.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string HeaderValue => _text;

    /// <summary>Parses a token in the format <c>keyid_secret</c>, with the secret in hexadecimal digits.</summary>
    /// <param name="token">The token from Account &gt; Credentials. Leading and trailing white space is ignored.</param>
    /// <returns>The parsed token.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="token"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="token"/> is not a service token. The message does not contain it.</exception>
    public static ServiceToken Parse(string token)
    {
        Guard.NotNull(token, nameof(token));
        return TryParse(token, out var parsed)
            ? parsed
            : throw new FormatException(
                "The string is not a service token. A token consists of a key id, one underscore, and an even number of hexadecimal digits. Copy the complete token from Account > Credentials.");
    }

    /// <summary>Tries to parse a token in the format <c>keyid_secret</c>, with the secret in hexadecimal digits.</summary>
    /// <param name="token">The token. Leading and trailing white space is ignored.</param>
    /// <param name="result">The parsed token; <see langword="null"/> if <paramref name="token"/> is not valid.</param>
    /// <returns><see langword="true"/> if <paramref name="token"/> is a service token.</returns>
    public static bool TryParse([NotNullWhen(true)] string? token, [NotNullWhen(true)] out ServiceToken? result)
    {
        result = null;
        var text = token?.Trim() ?? "";
        var underscore = text.IndexOf('_');
        if (underscore <= 0 || text.IndexOf('_', underscore + 1) >= 0)
            return false;

        var keyId = text.Substring(0, underscore);
        if (!keyId.All(c => c is >= '0' and <= '9' or >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '-'))
            return false;
        if (!HexText.TryDecode(text.AsSpan(underscore + 1), out var secret))
            return false;

        result = new ServiceToken(text, keyId, secret);
        return true;
    }

    /// <summary>
    /// Signs a URL: adds the <c>key</c> and <c>signature</c> of this token as the last query parameters. Existing ones and the fragment are
    /// removed.
    /// </summary>
    /// <remarks>
    /// A signature is valid for exactly this URL and does not expire: everyone who has the URL can use it until the token is deleted.
    /// The URL is signed in the normalized form of <see cref="Uri.AbsoluteUri"/>, which is what <see cref="HttpClient"/> sends.
    /// See <see href="https://docs.maptiler.com/guides/maps-apis/maps-platform/how-to-use-credentials-to-securely-sign-requests-to-maptiler-cloud-api">how MapTiler signs</see>.
    /// </remarks>
    /// <param name="uri">An absolute URL with http or https.</param>
    /// <returns>
    /// The signed URL. Its <see cref="object.ToString"/> returns exactly what was signed, unlike that of other URLs. In an interpolated string on .NET 8 and 9 use
    /// <see cref="Uri.AbsoluteUri"/>.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="uri"/> is not absolute, or neither http nor https.</exception>
    /// <exception cref="PlatformNotSupportedException">The code runs in a browser, where everyone could read the token.</exception>
    public Uri Sign(Uri uri)
    {
        Guard.NotNull(uri, nameof(uri));
        if (!uri.IsAbsoluteUri || (uri.Scheme != "https" && uri.Scheme != "http"))
            throw new ArgumentException("Only absolute http and https URLs can be signed.", nameof(uri));

        return ExactUri.Create(Sign(Redaction.RemoveFromUrl(TrustedBaseAddress.WithAsciiHost(uri).AbsoluteUri)));
    }

    /// <summary>Signs a normalized URL without fragment and credentials.</summary>
    internal string Sign(string absoluteUri)
    {
        Platform.RejectInBrowser("Signing with a service token");
        return _signature.Append(absoluteUri);
    }

    /// <summary>Returns the key id, with the secret masked as <c>***</c>.</summary>
    public override string ToString() => KeyId + "_***";
}

/// <summary>Reads a token from a string; writes <c>***</c> instead of a token.</summary>
internal sealed class ServiceTokenJsonConverter : JsonConverter<ServiceToken>
{
    public override ServiceToken Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ServiceToken.TryParse(reader.GetString(), out var token)
            ? token
            : throw new JsonException("The value is not a service token.");

    public override void Write(Utf8JsonWriter writer, ServiceToken value, JsonSerializerOptions options) => writer.WriteStringValue("***");
}

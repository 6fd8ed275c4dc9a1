using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace MapTiler.Authentication;

/// <summary>
/// A <see href="https://docs.maptiler.com/cloud/api/authentication-token">service token</see>: signs addresses of api.maptiler.com
/// and identifies calls to service.maptiler.com. It belongs on servers, never into a page or an app that others can read.
/// </summary>
/// <remarks>The secret is never printed: neither by <see cref="ToString"/> nor by a debugger nor as JSON.</remarks>
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

    /// <summary>The part before the underscore: public, it is the <c>key</c> of every signed address.</summary>
    public string KeyId { get; }

    /// <summary>The value of the <c>Authorization</c> header of the Service API, without its scheme.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string HeaderValue => _text;

    /// <summary>Reads a token of the form <c>keyid_secret</c>, the secret in hexadecimal digits. Surrounding white space is ignored.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="token"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is not a service token. The message does not repeat it.</exception>
    public static ServiceToken Parse(string token)
    {
        Guard.NotNull(token, nameof(token));
        return TryParse(token, out var parsed)
            ? parsed
            : throw new FormatException(
                "Not a service token: expected its key id, one underscore, and an even number of hexadecimal digits. Copy it whole from Account > Credentials.");
    }

    /// <summary>Reads a token of the form <c>keyid_secret</c>, or answers <see langword="false"/>.</summary>
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
    /// Signs an address: a <c>key</c> or <c>signature</c> in it is replaced by this token's, as the last parameters, and the fragment is dropped.
    /// </summary>
    /// <remarks>
    /// A signature holds for exactly this address and does not expire; whoever has the address can use it until the token is deleted.
    /// The address is signed in the normal form of <see cref="Uri.AbsoluteUri"/>, which is what <see cref="HttpClient"/> sends.
    /// See <see href="https://docs.maptiler.com/guides/maps-apis/maps-platform/how-to-use-credentials-to-securely-sign-requests-to-maptiler-cloud-api">how MapTiler signs</see>.
    /// </remarks>
    /// <param name="uri">An absolute address with http or https.</param>
    /// <exception cref="ArgumentException">The address is not absolute, or neither http nor https.</exception>
    /// <exception cref="PlatformNotSupportedException">The code runs in a browser, where everybody could read the token.</exception>
    public Uri Sign(Uri uri)
    {
        Guard.NotNull(uri, nameof(uri));
        if (!uri.IsAbsoluteUri || (uri.Scheme != "https" && uri.Scheme != "http"))
            throw new ArgumentException("Only absolute http and https addresses can be signed.", nameof(uri));

        return new Uri(Sign(CredentialQuery.Remove(TrustedBaseAddress.WithAsciiHost(uri).AbsoluteUri)), UriKind.Absolute);
    }

    /// <summary>Signs an address without fragment and credentials, in its normal form.</summary>
    internal string Sign(string absoluteUri)
    {
        Platform.RejectInBrowser("Signing with a service token");
        return _signature.Append(absoluteUri);
    }

    /// <summary>The key id; the secret is <c>***</c>.</summary>
    public override string ToString() => KeyId + "_***";
}

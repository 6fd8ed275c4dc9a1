namespace MapTiler.Authentication;

/// <summary>
/// Puts an <see href="https://docs.maptiler.com/cloud/api/authentication-key">API key</see> on every request to MapTiler: for a tile
/// control, a Refit interface, or any <see cref="HttpClient"/>. Requests to other origins pass untouched.
/// </summary>
/// <remarks>
/// <code>
/// using var http = new HttpClient(new ApiKeyHandler(apiKey));
/// var style = await http.GetStringAsync("https://api.maptiler.com/maps/streets-v4/style.json");
/// </code>
/// Without an inner handler it makes its own, which does not follow redirects.
/// </remarks>
public sealed class ApiKeyHandler : CredentialHandler
{
    /// <summary>Sends one key.</summary>
    /// <param name="apiKey">The key.</param>
    /// <param name="baseAddress">The origin to which it goes: https, or http on this machine. The default is <c>https://api.maptiler.com/</c>.</param>
    /// <param name="origin">The Origin header to send, for a key that is restricted to origins, such as <c>https://example.com</c>.</param>
    /// <exception cref="ArgumentException">The key is blank, a placeholder, or holds white space; or another argument has the wrong form.</exception>
    public ApiKeyHandler(string apiKey, Uri? baseAddress = null, string? origin = null)
        : this(new FixedApiKeyProvider(Checked(apiKey)), baseAddress, origin)
    {
    }

    /// <summary>Sends the keys of a provider, which is asked for each request.</summary>
    /// <param name="provider">Where the keys come from.</param>
    /// <param name="baseAddress">The origin to which they go: https, or http on this machine. The default is <c>https://api.maptiler.com/</c>.</param>
    /// <param name="origin">The Origin header to send, for a key that is restricted to origins, such as <c>https://example.com</c>.</param>
    /// <exception cref="ArgumentException">The base address or the origin has the wrong form.</exception>
    public ApiKeyHandler(ApiKeyProvider provider, Uri? baseAddress = null, string? origin = null)
        : base(Scope(provider, baseAddress, origin))
    {
    }

    private static Func<CredentialScope> Scope(ApiKeyProvider provider, Uri? baseAddress, string? origin)
    {
        Guard.NotNull(provider, nameof(provider));
        if (origin is not null && OriginText.Check(origin) is { } error)
            throw new ArgumentException($"The origin {error}.", nameof(origin));

        var scope = new CredentialScope(
            new TrustedOrigin(baseAddress ?? MapTilerAddresses.PublicApi, allowInsecure: false, nameof(baseAddress)),
            new ApiKeyCredential(provider, name: "", origin));
        return () => scope;
    }

    private static string Checked(string apiKey)
    {
        Guard.NotNull(apiKey, nameof(apiKey));
        return ApiKeyText.Check(apiKey.Trim()) is { } error
            ? throw new ArgumentException($"The API key {error}.", nameof(apiKey))
            : apiKey;
    }
}

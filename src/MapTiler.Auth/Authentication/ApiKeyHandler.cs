namespace MapTiler.Authentication;

/// <summary>
/// Adds an <see href="https://docs.maptiler.com/cloud/api/authentication-key">API key</see> to every request to MapTiler: for a map
/// control, a Refit interface, or any other <see cref="HttpClient"/>. Requests to other origins are not changed.
/// </summary>
/// <remarks>Without an inner handler it creates one that does not follow redirects. Only asynchronous requests are supported.</remarks>
/// <example>
/// <code>
/// using var http = new HttpClient(new ApiKeyHandler(apiKey));
/// var style = await http.GetStringAsync("https://api.maptiler.com/maps/streets-v4/style.json");
/// </code>
/// </example>
public sealed class ApiKeyHandler : CredentialHandler
{
    /// <summary>Creates a handler that sends one key with all requests.</summary>
    /// <param name="apiKey">The API key. Leading and trailing white space is ignored.</param>
    /// <param name="baseAddress">The base address to which the key goes: https, or http on the loopback. The default is <c>https://api.maptiler.com/</c>.</param>
    /// <param name="origin">The Origin header to send, for a key that is restricted to origins, such as <c>https://example.com</c>; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">The key is blank, is a placeholder, or has white space between its characters; or another argument is not valid.</exception>
    public ApiKeyHandler(string apiKey, Uri? baseAddress = null, string? origin = null)
        : this(new ApiKeyProvider.Fixed(ApiKeyText.Require(apiKey, nameof(apiKey))), baseAddress, origin)
    {
    }

    /// <summary>Creates a handler that calls a provider for the key of each request.</summary>
    /// <param name="provider">The provider of the keys.</param>
    /// <param name="baseAddress">The base address to which the keys go: https, or http on the loopback. The default is <c>https://api.maptiler.com/</c>.</param>
    /// <param name="origin">The Origin header to send, for a key that is restricted to origins, such as <c>https://example.com</c>; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">The base address or the origin is not valid.</exception>
    public ApiKeyHandler(ApiKeyProvider provider, Uri? baseAddress = null, string? origin = null)
        : base(Create(provider, baseAddress, origin))
    {
    }

    private static Func<Credential> Create(ApiKeyProvider provider, Uri? baseAddress, string? origin)
    {
        Guard.NotNull(provider, nameof(provider));
        if (origin is not null && OriginText.Check(origin) is { } error)
            throw new ArgumentException($"The origin {error}.", nameof(origin));

        var credential = new ApiKeyCredential(new TrustedBaseAddress(baseAddress ?? MapTilerAddresses.PublicApi, allowInsecure: false, nameof(baseAddress)), provider, origin: origin);
        return () => credential;
    }
}

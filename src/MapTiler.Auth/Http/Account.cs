using System.Reflection;
using MapTiler.Authentication;

namespace MapTiler.Http;

/// <summary>
/// One state of an account: the options and everything that calls derive from them. Immutable, so that a call that takes it once
/// cannot mix two states.
/// </summary>
internal sealed class Account
{
    /// <param name="options">Valid options.</param>
    /// <param name="account">The name of the account.</param>
    /// <param name="keys">The provider of the application, if it has one; it is preferred to the keys of the options.</param>
    /// <param name="tokens">The provider of the application, if it has one; it is preferred to the token of the options.</param>
    public Account(MapTilerOptions options, string account = "", ApiKeyProvider? keys = null, ServiceTokenProvider? tokens = null)
    {
        Options = options;
        Token = options.ServiceToken is { } token ? ServiceToken.Parse(token.Reveal()) : null;
        var userAgent = new UserAgentHeader(options.UserAgent ?? UserAgentText.Default(Assembly.GetEntryAssembly()), options.ReplaceUserAgent);
        var tokenProvider = tokens ?? new ServiceTokenProvider.Fixed(Token);
        var baseAddress = new TrustedBaseAddress(options.BaseAddress, options.AllowInsecureBaseAddress, nameof(options.BaseAddress));
        HasTokenProvider = tokens is not null;
        Signing = new SigningCredential(baseAddress, tokenProvider, account, options.Origin, userAgent);
        PublicApi = new(new MapTilerUrlBuilder(options.BaseAddress), options.Authentication switch
        {
            MapTilerAuthentication.None => new NoCredential(baseAddress, options.Origin, userAgent),
            // An application with a provider of its own has a key, even if the options have none.
            MapTilerAuthentication.Automatic when keys is null && options.ApiKey is null && (tokens is not null || Token is not null) => Signing,
            MapTilerAuthentication.Signed => Signing,
            _ => new ApiKeyCredential(baseAddress, keys ?? new ApiKeyProvider.OfOptions(options), account, options.Origin, userAgent),
        });
        ServiceApi = new(
            new MapTilerUrlBuilder(options.ServiceBaseAddress),
            new ServiceTokenCredential(new TrustedBaseAddress(options.ServiceBaseAddress, options.AllowInsecureBaseAddress, nameof(options.ServiceBaseAddress)), tokenProvider, account, userAgent));
        HasOneCredential = keys is null && tokens is null;
    }

    public MapTilerOptions Options { get; }

    /// <summary>The token of the options.</summary>
    public ServiceToken? Token { get; }

    /// <summary>Whether a provider of the application returns the token of each request, in place of <see cref="Token"/>.</summary>
    public bool HasTokenProvider { get; }

    /// <summary>Signs URLs of api.maptiler.com, also if requests to it have a key.</summary>
    public SigningCredential Signing { get; }

    /// <summary>api.maptiler.com, with a key or a signature.</summary>
    public AccountApi PublicApi { get; }

    /// <summary>service.maptiler.com, with the service token in a header.</summary>
    public AccountApi ServiceApi { get; }

    /// <summary>Whether all calls have the same credential: no provider of the application may return another one for each.</summary>
    public bool HasOneCredential { get; }

    /// <summary>Creates a builder of URLs that a browser may see: with the browser's key or signed, never with the key of the server.</summary>
    /// <exception cref="InvalidOperationException">The account has neither a key for browsers nor a token.</exception>
    public MapTilerUrlBuilder CreateBrowserUrls() => Options switch
    {
        { BrowserApiKey: { } key } => new(key.Reveal(), Options.BaseAddress),
        { Authentication: MapTilerAuthentication.None } => new(Options.BaseAddress),
        _ when Token is { } token => new(token, Options.BaseAddress),
        _ => throw new InvalidOperationException(
            "A MapTilerUrlBuilder from dependency injection creates URLs for browsers, which never contain MapTiler:ApiKey. Set MapTiler:BrowserApiKey to a key that is " +
            "restricted to your origins, or MapTiler:ServiceToken to sign URLs; or create a builder with new MapTilerUrlBuilder(key)."),
    };
}

/// <summary>One API of an account.</summary>
/// <param name="Urls">Builds URLs of the API without credentials.</param>
/// <param name="Credential">Authenticates requests to those URLs.</param>
internal sealed record AccountApi(MapTilerUrlBuilder Urls, Credential Credential);

namespace MapTiler.Authentication;

/// <summary>
/// Sends a service token as <c>Authorization: Token ...</c> to the <see href="https://docs.maptiler.com/cloud/admin-api/">Service API</see>, which manages
/// keys, tilesets, datasets and analytics. Requests to other origins are not changed: for api.maptiler.com use <see cref="RequestSigningHandler"/>.
/// </summary>
/// <remarks>Without an inner handler it creates one that does not follow redirects. Only asynchronous requests are supported.</remarks>
public sealed class ServiceApiHandler : CredentialHandler
{
    /// <summary>Creates a handler that sends one token with all requests.</summary>
    /// <param name="token">The service token.</param>
    /// <param name="baseAddress">The base address to which the token goes: https, or http on the loopback. The default is <c>https://service.maptiler.com/</c>.</param>
    /// <exception cref="ArgumentException">The base address is not valid or not secure.</exception>
    public ServiceApiHandler(ServiceToken token, Uri? baseAddress = null)
        : this(Fixed(token), baseAddress)
    {
    }

    /// <summary>Creates a handler that calls a provider for the token of each request.</summary>
    /// <param name="provider">The provider of the tokens.</param>
    /// <param name="baseAddress">The base address to which the tokens go: https, or http on the loopback. The default is <c>https://service.maptiler.com/</c>.</param>
    /// <exception cref="ArgumentException">The base address is not valid or not secure.</exception>
    public ServiceApiHandler(ServiceTokenProvider provider, Uri? baseAddress = null)
        : base(Create(provider, baseAddress))
    {
    }

    internal static ServiceTokenProvider Fixed(ServiceToken token)
    {
        Guard.NotNull(token, nameof(token));
        return new ServiceTokenProvider.Fixed(token);
    }

    private static Func<Credential> Create(ServiceTokenProvider provider, Uri? baseAddress)
    {
        Guard.NotNull(provider, nameof(provider));
        var credential = new ServiceTokenCredential(new TrustedBaseAddress(baseAddress ?? MapTilerAddresses.ServiceApi, allowInsecure: false, nameof(baseAddress)), provider);
        return () => credential;
    }
}

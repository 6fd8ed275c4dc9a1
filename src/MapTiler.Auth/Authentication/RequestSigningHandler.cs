namespace MapTiler.Authentication;

/// <summary>
/// Signs every request to MapTiler with a <see cref="ServiceToken"/>. The secret of the token is never sent. Requests to other origins
/// are not changed.
/// </summary>
/// <remarks>Without an inner handler it creates one that does not follow redirects. Only asynchronous requests are supported.</remarks>
public sealed class RequestSigningHandler : CredentialHandler
{
    /// <summary>Creates a handler that signs all requests with one token.</summary>
    /// <param name="token">The service token.</param>
    /// <param name="baseAddress">The base address whose requests are signed: https, or http on the loopback. The default is <c>https://api.maptiler.com/</c>.</param>
    /// <exception cref="ArgumentException">The base address is not valid or not secure.</exception>
    public RequestSigningHandler(ServiceToken token, Uri? baseAddress = null)
        : this(ServiceApiHandler.Fixed(token), baseAddress)
    {
    }

    /// <summary>Creates a handler that calls a provider for the token of each request.</summary>
    /// <param name="provider">The provider of the tokens.</param>
    /// <param name="baseAddress">The base address whose requests are signed: https, or http on the loopback. The default is <c>https://api.maptiler.com/</c>.</param>
    /// <exception cref="ArgumentException">The base address is not valid or not secure.</exception>
    public RequestSigningHandler(ServiceTokenProvider provider, Uri? baseAddress = null)
        : base(Create(provider, baseAddress))
    {
    }

    private static Func<Credential> Create(ServiceTokenProvider provider, Uri? baseAddress)
    {
        Guard.NotNull(provider, nameof(provider));
        var credential = new SigningCredential(new TrustedBaseAddress(baseAddress ?? MapTilerAddresses.PublicApi, allowInsecure: false, nameof(baseAddress)), provider);
        return () => credential;
    }
}

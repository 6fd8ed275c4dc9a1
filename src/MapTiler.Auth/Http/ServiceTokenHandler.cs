namespace MapTiler.Authentication;

/// <summary>
/// Sends <c>Authorization: Token ...</c> to the <see href="https://docs.maptiler.com/cloud/admin-api/">Service API</see>. Requests to
/// other origins, api.maptiler.com among them, pass untouched.
/// </summary>
/// <remarks>Without an inner handler it makes its own, which does not follow redirects.</remarks>
public sealed class ServiceTokenHandler : CredentialHandler
{
    /// <summary>Sends one token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="baseAddress">The origin to which it goes: https, or http on this machine. The default is <c>https://service.maptiler.com/</c>.</param>
    /// <exception cref="ArgumentException">The base address has a path or is not secure.</exception>
    public ServiceTokenHandler(ServiceToken token, Uri? baseAddress = null)
        : base(Scope(token, baseAddress))
    {
    }

    private static Func<CredentialScope> Scope(ServiceToken token, Uri? baseAddress)
    {
        Guard.NotNull(token, nameof(token));
        var scope = new CredentialScope(
            new TrustedOrigin(baseAddress ?? MapTilerAddresses.ServiceApi, allowInsecure: false, nameof(baseAddress)),
            new HeaderCredential(token));
        return () => scope;
    }
}

namespace MapTiler.Authentication;

/// <summary>
/// Signs every request to MapTiler with a <see cref="ServiceToken"/>: the secret never leaves the process. Requests to other origins
/// pass untouched.
/// </summary>
/// <remarks>Without an inner handler it makes its own, which does not follow redirects.</remarks>
public sealed class RequestSigningHandler : CredentialHandler
{
    /// <summary>Signs with one token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="baseAddress">The origin for which it signs: https, or http on this machine. The default is <c>https://api.maptiler.com/</c>.</param>
    /// <exception cref="ArgumentException">The base address has a path or is not secure.</exception>
    public RequestSigningHandler(ServiceToken token, Uri? baseAddress = null)
        : base(Scope(token, baseAddress))
    {
    }

    private static Func<CredentialScope> Scope(ServiceToken token, Uri? baseAddress)
    {
        Guard.NotNull(token, nameof(token));
        var scope = new CredentialScope(
            new TrustedOrigin(baseAddress ?? MapTilerAddresses.PublicApi, allowInsecure: false, nameof(baseAddress)),
            new SignatureCredential(token));
        return () => scope;
    }
}

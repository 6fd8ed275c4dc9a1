namespace MapTiler.Authentication;

/// <summary>
/// Returns the service token of each request. Derive from it to read tokens from a vault, or to use a token per tenant, and register it
/// with <c>builder.UseServiceTokenProvider&lt;T&gt;()</c>.
/// </summary>
/// <remarks>
/// It is called for every attempt, so a changed token is used from the next request on; cache a token that is slow to read. If it
/// throws, the request is not sent and not retried: the call fails with <see cref="MapTilerErrorReason.KeyMissing"/>, and the exception
/// of the provider is the inner exception.
/// </remarks>
public abstract class ServiceTokenProvider
{
    /// <summary>Returns the token of one request, which <see cref="ServiceToken.Parse"/> makes of a string.</summary>
    /// <param name="context">The request that needs the token.</param>
    /// <param name="cancellationToken">Canceled with the request.</param>
    public abstract ValueTask<ServiceToken> GetServiceTokenAsync(CredentialContext context, CancellationToken cancellationToken);

    /// <summary>Returns the same token for every request.</summary>
    internal sealed class Fixed(ServiceToken? token) : ServiceTokenProvider
    {
        public override ValueTask<ServiceToken> GetServiceTokenAsync(CredentialContext context, CancellationToken cancellationToken) => new(token!);
    }
}

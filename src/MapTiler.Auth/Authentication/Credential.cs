namespace MapTiler.Authentication;

/// <summary>Identifies requests to one API of an account: the credential, the only base address to which it goes, and the User-Agent that its key may be restricted to.</summary>
internal abstract class Credential(TrustedBaseAddress baseAddress, string? userAgent)
{
    public TrustedBaseAddress BaseAddress { get; } = baseAddress;

    public string? UserAgent { get; } = userAgent;

    /// <summary>Whether the request proves a secret without containing it.</summary>
    public virtual bool IsSignature => false;

    /// <summary>Adds the credential to a request just before it is sent.</summary>
    /// <param name="request">The request; headers are set on it.</param>
    /// <param name="uri">The URL of the request without credentials.</param>
    /// <param name="cancellationToken">Canceled with the request.</param>
    /// <returns>The URL to send to.</returns>
    public abstract ValueTask<Uri> ApplyAsync(HttpRequestMessage request, Uri uri, CancellationToken cancellationToken);

    /// <summary>Removes the headers that <see cref="ApplyAsync"/> set, so that no handler above sees them.</summary>
    public virtual void Remove(HttpRequestMessage request) { }

    /// <summary>Awaits what a provider of the application returns.</summary>
    /// <exception cref="RequestRejectedException">The provider failed. Retries above must not take that for a failure of the service.</exception>
    protected static async ValueTask<T> GetAsync<TProvider, T>(
        TProvider provider, Func<TProvider, CredentialContext, CancellationToken, ValueTask<T>> get, CredentialContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await get(provider, context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw new RequestRejectedException(MapTilerErrorReason.KeyMissing,
                $"The {typeof(TProvider).Name} failed with {e.GetType().Name}, so the request was not sent. The inner exception is the cause. The request is not retried; retry in the provider if that helps.", e);
        }
    }
}

/// <summary>Sends requests as they are, to a server that requires no credential.</summary>
internal sealed class NoCredential(TrustedBaseAddress baseAddress, string? userAgent) : Credential(baseAddress, userAgent)
{
    public override ValueTask<Uri> ApplyAsync(HttpRequestMessage request, Uri uri, CancellationToken cancellationToken) => new(uri);
}

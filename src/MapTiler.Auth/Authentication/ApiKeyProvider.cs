namespace MapTiler.Authentication;

/// <summary>
/// Where the key of a request comes from. Derive from it for a vault, a database or a key per tenant, and register it with
/// <c>builder.UseApiKeyProvider&lt;T&gt;()</c>.
/// </summary>
/// <remarks>
/// It is asked for every attempt, so a key that changes counts from the next request on; keep what is slow to get. When it throws,
/// nothing is sent and nothing repeated: the call fails with <see cref="MapTilerErrorReason.KeyMissing"/> and the cause as inner exception.
/// </remarks>
public abstract class ApiKeyProvider
{
    /// <summary>The key for one request. White space around it is ignored.</summary>
    /// <param name="context">What the request is for.</param>
    /// <param name="cancellationToken">Cancelled with the request.</param>
    public abstract ValueTask<string> GetApiKeyAsync(ApiKeyContext context, CancellationToken cancellationToken);
}

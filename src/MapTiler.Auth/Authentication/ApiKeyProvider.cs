namespace MapTiler.Authentication;

/// <summary>
/// Returns the API key of each request. Derive from it to read keys from a vault or a database, or to use a key per tenant, and
/// register it with <c>builder.UseApiKeyProvider&lt;T&gt;()</c>.
/// </summary>
/// <remarks>
/// It is called for every attempt, so a changed key is used from the next request on; cache a key that is slow to read. If it throws,
/// the request is not sent and not retried: the call fails with <see cref="MapTilerErrorReason.KeyMissing"/>, and the exception of the
/// provider is the inner exception.
/// </remarks>
public abstract class ApiKeyProvider
{
    /// <summary>Returns the API key of one request. Leading and trailing white space is ignored.</summary>
    /// <param name="context">The request that needs the key.</param>
    /// <param name="cancellationToken">Canceled with the request.</param>
    /// <returns>The key; an empty string if there is none, for example for an unknown tenant: the request is not sent, and the call fails with <see cref="MapTilerErrorReason.KeyMissing"/>.</returns>
    public abstract ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken);

    /// <summary>Returns the same key for every request.</summary>
    internal sealed class Fixed(string apiKey) : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) => new(apiKey);
    }

    /// <summary>Returns the key of the map, or else that of the application.</summary>
    internal sealed class OfOptions(MapTilerOptions options) : ApiKeyProvider
    {
        public override ValueTask<string> GetApiKeyAsync(CredentialContext context, CancellationToken cancellationToken) =>
            options.MapApiKeys.Count > 0 && context.MapId is { } mapId && options.MapApiKeys.TryGetValue(mapId, out var key)
                ? new(key.Reveal())
                : new(options.ApiKey?.Reveal() ?? "");
    }
}

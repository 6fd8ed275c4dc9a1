namespace MapTiler.Authentication;

/// <summary>One key for everything.</summary>
internal sealed class FixedApiKeyProvider(string apiKey) : ApiKeyProvider
{
    public override ValueTask<string> GetApiKeyAsync(ApiKeyContext context, CancellationToken cancellationToken) => new(apiKey);
}

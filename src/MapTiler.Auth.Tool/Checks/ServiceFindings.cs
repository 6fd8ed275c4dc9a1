using MapTiler.Service;

namespace MapTiler.Tool.Checks;

/// <summary>What the Service API reports about the credentials, if there is a service token.</summary>
/// <param name="Error">Why it rejected the token; <see langword="null"/> if it accepted it, or if there is no token.</param>
/// <param name="IsToken">Whether there is a service token.</param>
/// <param name="Key">The API key with its restrictions; <see langword="null"/> if the account does not have it.</param>
internal sealed record ServiceFindings(bool IsToken, MapTilerException? Error = null, ApiKey? Key = null)
{
    public bool AcceptsToken => IsToken && Error is null;

    public static async Task<ServiceFindings> GetAsync(MapTilerOptions options, Action<MapTilerBuilder> configure, CancellationToken cancellationToken)
    {
        if (options.ServiceToken is null)
            return new(IsToken: false);
        try
        {
            using var client = new MapTilerServiceClient(options, configure);
            await foreach (var key in client.ApiKeys.ListAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                if (key.Key == options.ApiKey?.Reveal().Trim())
                    return new(IsToken: true, Key: key);
            }

            return new(IsToken: true);
        }
        catch (MapTilerException e)
        {
            return new(IsToken: true, e);
        }
    }
}

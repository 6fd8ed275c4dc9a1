namespace MapTiler.Authentication;

/// <summary>Sets the API key of a single request.</summary>
public static class HttpRequestMessageExtensions
{
    /// <summary>Sets the API key for one request, which overrides the credential of the account, for example the key of a tenant.</summary>
    /// <param name="request">The request. Its headers, URL and options do not show the key.</param>
    /// <param name="apiKey">The API key. Leading and trailing white space is removed.</param>
    /// <returns>The same request.</returns>
    /// <exception cref="ArgumentException"><paramref name="apiKey"/> is blank, is a placeholder, or has white space between its characters. The message does not contain the key.</exception>
    public static HttpRequestMessage SetMapTilerApiKey(this HttpRequestMessage request, string apiKey)
    {
        Guard.NotNull(request, nameof(request));
        RequestState.GetOrAdd(request).RequestKey = ApiKeyText.Require(apiKey, nameof(apiKey));
        return request;
    }

    internal static string? GetMapTilerApiKey(this HttpRequestMessage request) => RequestState.Of(request)?.RequestKey;
}

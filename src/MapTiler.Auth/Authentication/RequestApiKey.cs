namespace MapTiler.Authentication;

/// <summary>The key of one request.</summary>
public static class RequestApiKey
{
    /// <summary>Uses this key for this request, before any other: for a tenant whose key is known only where the request is made.</summary>
    /// <param name="request">The request. The key is not visible on it.</param>
    /// <param name="apiKey">The key.</param>
    /// <returns>The same request.</returns>
    /// <exception cref="ArgumentException">The key is blank, a placeholder, or holds white space. The message does not repeat it.</exception>
    public static HttpRequestMessage SetMapTilerApiKey(this HttpRequestMessage request, string apiKey)
    {
        Guard.NotNull(request, nameof(request));
        Guard.NotNull(apiKey, nameof(apiKey));
        var key = apiKey.Trim();
        if (ApiKeyText.Check(key) is { } error)
            throw new ArgumentException($"The API key {error}.", nameof(apiKey));

        RequestState.GetOrAdd(request).OwnKey = key;
        return request;
    }

    internal static string? Get(HttpRequestMessage request) => RequestState.Of(request)?.OwnKey;
}

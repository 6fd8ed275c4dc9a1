using MapTiler.Authentication;

namespace MapTiler;

/// <summary>The builder of addresses that others get to see: with the key for browsers or signed, never with the key of the server.</summary>
internal static class BrowserUrls
{
    public static MapTilerUrlBuilder Create(OptionsSnapshot snapshot)
    {
        var options = snapshot.Options;
        if (options.BrowserApiKey is { } key)
            return new MapTilerUrlBuilder(key, options.BaseAddress);
        if (snapshot.Token is { } token)
            return new MapTilerUrlBuilder(token, options.BaseAddress);
        throw new InvalidOperationException(
            "A MapTilerUrlBuilder from the services makes addresses for a browser, which never hold MapTiler:ApiKey. Set MapTiler:BrowserApiKey to a key that is " +
            "restricted to your origins, or MapTiler:ServiceToken to sign; or create a builder yourself: new MapTilerUrlBuilder(key).");
    }
}

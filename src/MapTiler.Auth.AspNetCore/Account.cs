using MapTiler.Authentication;

namespace MapTiler.AspNetCore;

/// <summary>What one state of the options of an account means for the requests of browsers.</summary>
internal sealed class Account
{
    public Account(MapTilerOptions options)
    {
        Options = options;
        Urls = new MapTilerUrlBuilder(options.BaseAddress);
        Origin = options.BaseAddress.GetLeftPart(UriPartial.Authority);
        Token = options.ServiceToken is { } token ? ServiceToken.Parse(token) : null;
    }

    public MapTilerOptions Options { get; }

    /// <summary>Builds addresses without credentials.</summary>
    public MapTilerUrlBuilder Urls { get; }

    /// <summary>Scheme, host and port of the API.</summary>
    public string Origin { get; }

    public ServiceToken? Token { get; }
}

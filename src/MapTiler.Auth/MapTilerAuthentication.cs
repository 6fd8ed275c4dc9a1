namespace MapTiler;

/// <summary>The authentication of requests to api.maptiler.com.</summary>
public enum MapTilerAuthentication
{
    /// <summary>An API key if <see cref="MapTilerOptions.ApiKey"/> or a provider is set; otherwise a signature with <see cref="MapTilerOptions.ServiceToken"/>.</summary>
    Automatic,

    /// <summary>An API key in the query of the URL.</summary>
    ApiKey,

    /// <summary>The key id and a signature in the query of the URL, made with <see cref="MapTilerOptions.ServiceToken"/>. The secret is not sent.</summary>
    Signed,

    /// <summary>No credential, for a server that requires none, such as MapTiler Server on the local network.</summary>
    None,
}

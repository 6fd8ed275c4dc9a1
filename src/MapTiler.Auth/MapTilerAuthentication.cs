namespace MapTiler;

/// <summary>How calls to api.maptiler.com identify themselves.</summary>
public enum MapTilerAuthentication
{
    /// <summary>By <see cref="MapTilerOptions.ApiKey"/> where there is one, else signed with <see cref="MapTilerOptions.ServiceToken"/>.</summary>
    Automatic,

    /// <summary>By an API key in the query.</summary>
    ApiKey,

    /// <summary>By the key id and a signature, both made from <see cref="MapTilerOptions.ServiceToken"/>. The secret never leaves the process.</summary>
    Signed,

    /// <summary>Not at all: for a server that requires no credential, such as MapTiler Server on the local network.</summary>
    None,
}

namespace MapTiler.Authentication;

/// <summary>For what an <see cref="ApiKeyProvider"/> is asked for a key.</summary>
public readonly struct ApiKeyContext
{
    private const string MapsPath = "/maps/";

    /// <summary>Creates the context of one request.</summary>
    /// <param name="requestUri">The address of the request, without credentials.</param>
    /// <param name="name">The name of the account, as given to <c>AddMapTiler(name, ...)</c>; empty for the default one.</param>
    public ApiKeyContext(Uri requestUri, string name = "")
    {
        Guard.NotNull(requestUri, nameof(requestUri));
        RequestUri = requestUri;
        Name = name;
    }

    /// <summary>The address of the request, without credentials.</summary>
    public Uri RequestUri { get; }

    /// <summary>The name of the account, as given to <c>AddMapTiler(name, ...)</c>; empty for the default one.</summary>
    public string Name { get; }

    /// <summary>The id of the map that the request is about; <see langword="null"/> if it is about none.</summary>
    public string? MapId
    {
        get
        {
            var path = RequestUri.AbsolutePath;
            if (!path.StartsWith(MapsPath, StringComparison.Ordinal))
                return null;

            var end = path.IndexOf('/', MapsPath.Length);
            return end < 0 ? null : Uri.UnescapeDataString(path.Substring(MapsPath.Length, end - MapsPath.Length));
        }
    }
}

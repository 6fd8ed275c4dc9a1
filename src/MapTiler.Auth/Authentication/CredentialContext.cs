namespace MapTiler.Authentication;

/// <summary>The request for which an <see cref="ApiKeyProvider"/> or a <see cref="ServiceTokenProvider"/> returns a credential.</summary>
public readonly struct CredentialContext
{
    private const string MapsPath = "maps/";

    private readonly string? _basePath;

    /// <summary>Creates the context of one request.</summary>
    /// <param name="requestUri">The absolute URL of the request, without credentials.</param>
    /// <param name="account">The name of the account, as passed to <c>AddMapTiler(account, ...)</c>; empty for the default account.</param>
    /// <exception cref="ArgumentNullException"><paramref name="requestUri"/> is <see langword="null"/>.</exception>
    public CredentialContext(Uri requestUri, string account = "")
        : this(requestUri, account, "/")
    {
    }

    internal CredentialContext(Uri requestUri, string account, string basePath)
    {
        Guard.NotNull(requestUri, nameof(requestUri));
        RequestUri = requestUri;
        Account = account;
        _basePath = basePath;
    }

    /// <summary>The absolute URL of the request, without credentials.</summary>
    public Uri RequestUri { get; }

    /// <summary>The name of the account, as passed to <c>AddMapTiler(account, ...)</c>; empty for the default account.</summary>
    public string Account { get; }

    /// <summary>The id of the map in the path of the URL, such as <c>streets-v4</c>; <see langword="null"/> if the request is not about a map.</summary>
    public string? MapId
    {
        get
        {
            if (_basePath is null)
                return null; // the default of the struct

            var path = RequestUri.AbsolutePath;
            if (!path.StartsWith(_basePath, StringComparison.Ordinal) || string.CompareOrdinal(path, _basePath.Length, MapsPath, 0, MapsPath.Length) != 0)
                return null;

            var start = _basePath.Length + MapsPath.Length;
            var end = path.IndexOf('/', start);
            return end < 0 ? null : Uri.UnescapeDataString(path.Substring(start, end - start));
        }
    }
}

namespace MapTiler.Authentication;

/// <summary>The only scheme, host, port and path prefix to which a credential goes.</summary>
internal sealed class TrustedBaseAddress
{
    private readonly string _scheme;
    private readonly string _host;
    private readonly int _port;

    /// <exception cref="ArgumentException">The URL cannot be a base address, or it is insecure.</exception>
    public TrustedBaseAddress(Uri baseAddress, bool allowInsecure, string parameter)
    {
        if (Check(baseAddress, allowInsecure) is { } error)
            throw new ArgumentException(error, parameter);

        _scheme = baseAddress.Scheme;
        _host = baseAddress.IdnHost;
        _port = baseAddress.Port;
        Path = PathOf(baseAddress);
    }

    /// <summary>The path prefix, with a slash at both ends; <c>/</c> for a base address without a path.</summary>
    public string Path { get; }

    /// <summary>Returns the error of a base address; <see langword="null"/> if it is valid.</summary>
    public static string? Check(Uri? baseAddress, bool allowInsecure)
    {
        if (baseAddress is { IsAbsoluteUri: true } && baseAddress.Scheme.IndexOf('+') >= 0)
            return $"The base address has the scheme '{baseAddress.Scheme}' of service discovery, which is not supported. Set it to the resolved https URL, which the host passes in the configuration (services:<name>:https:0).";
        if (baseAddress is not { IsAbsoluteUri: true } || (baseAddress.Scheme != "https" && baseAddress.Scheme != "http"))
            return "The base address must be an absolute https URL.";
        if (baseAddress.HostNameType == UriHostNameType.IPv6 && baseAddress.DnsSafeHost.IndexOf('%') >= 0)
            return "The IPv6 address of the base address must not have a zone, because it is not part of a URL that is sent. Use a host name.";
        if (baseAddress.AbsolutePath.IndexOf("//", StringComparison.Ordinal) >= 0)
            return "The path of the base address must not contain empty segments ('//').";
        if (baseAddress.Query.Length > 0 || baseAddress.Fragment.Length > 0 || baseAddress.UserInfo.Length > 0)
            return "The base address consists of a scheme, a host, and optionally a port and a path. It must not have a query, a fragment or a user.";
        if (baseAddress.Scheme == "http" && !baseAddress.IsLoopback && !allowInsecure)
            return $"The base address must use https, because everyone on the network path can read a credential that is sent over http. Only loopback addresses are exempt, or any host with {nameof(MapTilerOptions.AllowInsecureBaseAddress)}. A name of service discovery must be resolved first.";
        return null;
    }

    /// <summary>The base address as it is sent: an international host in its ASCII form, which a signature covers, and a slash at the end.</summary>
    public static Uri Normalize(Uri baseAddress)
    {
        var uri = WithAsciiHost(baseAddress);
        return uri.AbsolutePath.EndsWith("/", StringComparison.Ordinal) ? uri : new UriBuilder(uri) { Path = uri.AbsolutePath + "/" }.Uri;
    }

    /// <summary>The URL with an international host in its ASCII form, since that is what <see cref="HttpClient"/> sends.</summary>
    public static Uri WithAsciiHost(Uri uri) =>
        uri.HostNameType == UriHostNameType.Dns && uri.IdnHost != uri.Host
            ? new UriBuilder(uri) { Host = uri.IdnHost }.Uri
            : uri;

    /// <summary>Indicates whether the credential may go to <paramref name="uri"/>.</summary>
    /// <exception cref="RequestRejectedException">The URL has the host of the service, but uses http instead of https.</exception>
    public bool Accepts(Uri uri)
    {
        if (!string.Equals(uri.IdnHost, _host, StringComparison.OrdinalIgnoreCase))
            return false;
        if (uri.Scheme == _scheme)
            return uri.Port == _port && uri.AbsolutePath.StartsWith(Path, StringComparison.Ordinal);
        return uri.Scheme == "http"
            ? throw new RequestRejectedException(MapTilerErrorReason.InvalidRequest,
                $"The request to {_host} uses http, so everyone on the network path could read the credential. It was not sent. Use https.")
            : false;
    }

    private static string PathOf(Uri baseAddress) =>
        baseAddress.AbsolutePath.EndsWith("/", StringComparison.Ordinal) ? baseAddress.AbsolutePath : baseAddress.AbsolutePath + "/";
}

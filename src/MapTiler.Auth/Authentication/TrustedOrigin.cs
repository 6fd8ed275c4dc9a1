namespace MapTiler.Authentication;

/// <summary>The only scheme, host and port to which a credential goes.</summary>
internal sealed class TrustedOrigin
{
    private readonly string _scheme;
    private readonly string _host;
    private readonly int _port;

    /// <exception cref="ArgumentException">The address is no origin, or it is insecure.</exception>
    public TrustedOrigin(Uri baseAddress, bool allowInsecure, string parameter)
    {
        if (Check(baseAddress, allowInsecure) is { } error)
            throw new ArgumentException(error, parameter);

        _scheme = baseAddress.Scheme;
        _host = baseAddress.IdnHost;
        _port = baseAddress.Port;
    }

    /// <summary>What is wrong with a base address; <see langword="null"/> if nothing is.</summary>
    public static string? Check(Uri? baseAddress, bool allowInsecure)
    {
        if (baseAddress is not { IsAbsoluteUri: true } || (baseAddress.Scheme != "https" && baseAddress.Scheme != "http"))
            return "The base address must be an absolute https address.";
        if (baseAddress.AbsolutePath != "/" || baseAddress.Query.Length > 0 || baseAddress.Fragment.Length > 0 || baseAddress.UserInfo.Length > 0)
            return "The base address is a scheme, a host and perhaps a port; it has no path, query, fragment or user.";
        if (baseAddress.Scheme == "http" && !baseAddress.IsLoopback && !allowInsecure)
            return $"The base address must use https: over http everybody on the way can read the credential. Only this machine is exempt, or any host with {nameof(MapTilerOptions.AllowInsecureBaseAddress)}.";
        return null;
    }

    /// <summary>Whether a credential may go to <paramref name="uri"/>; other addresses are none of our business.</summary>
    /// <exception cref="RequestRefusedException">The address is that of the service but with http.</exception>
    public bool Accepts(Uri uri)
    {
        if (!string.Equals(uri.IdnHost, _host, StringComparison.OrdinalIgnoreCase))
            return false;
        if (uri.Scheme == _scheme)
            return uri.Port == _port;
        return uri.Scheme == "http"
            ? throw new RequestRefusedException(MapTilerErrorReason.InvalidRequest,
                $"The request to {_host} uses http, so everybody on the way could read it. Nothing was sent. Use https.")
            : false;
    }
}

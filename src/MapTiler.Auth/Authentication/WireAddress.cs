namespace MapTiler.Authentication;

/// <summary>An address as it goes over the wire.</summary>
internal static class WireAddress
{
    /// <summary>The address with an international host in its ASCII form, since that is what <see cref="HttpClient"/> sends and a signature covers.</summary>
    public static Uri Of(Uri uri) =>
        uri.HostNameType == UriHostNameType.Dns && uri.IdnHost != uri.Host
            ? new UriBuilder(uri) { Host = uri.IdnHost }.Uri
            : uri;
}

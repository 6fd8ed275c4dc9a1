namespace MapTiler.Http;

/// <summary>
/// The HTTP version of requests: what the application configured, otherwise HTTP/2 over TLS where the server supports it, and HTTP/1.1 elsewhere.
/// </summary>
internal static class HttpVersions
{
    private static readonly Version Http2 = new(2, 0);

#if NET
    /// <summary>Sets the version that a client prefers. Must be the first change of the client, so that any setting of the application overrides it.</summary>
    public static void SetDefault(HttpClient client) => client.DefaultRequestVersion = Http2;

    /// <summary>Requests the version that the client is configured for; it applies that only to the requests that it creates.</summary>
    public static void Apply(HttpClient client, HttpRequestMessage request)
    {
        // A policy without a version is meant for the default version of HttpClient, which the request already has.
        if (!ReferenceEquals(client.DefaultRequestVersion, Http2) || client.DefaultVersionPolicy == HttpVersionPolicy.RequestVersionOrLower)
            request.Version = client.DefaultRequestVersion;
        request.VersionPolicy = client.DefaultVersionPolicy;
    }
#else
    // Not part of .NET Standard 2.0. .NET 8 and 9 have them, .NET Framework has not and rejects requests of other versions than HTTP/1.1.
    private static readonly System.Reflection.PropertyInfo? DefaultVersion = typeof(HttpClient).GetProperty("DefaultRequestVersion");
    private static readonly System.Reflection.PropertyInfo? DefaultPolicy = typeof(HttpClient).GetProperty("DefaultVersionPolicy");
    private static readonly System.Reflection.PropertyInfo? Policy = typeof(HttpRequestMessage).GetProperty("VersionPolicy");

    public static void SetDefault(HttpClient client) => DefaultVersion?.SetValue(client, Http2);

    public static void Apply(HttpClient client, HttpRequestMessage request)
    {
        if (DefaultVersion is null || DefaultPolicy is null || Policy is null)
            return;

        var (version, policy) = ((Version)DefaultVersion.GetValue(client), DefaultPolicy.GetValue(client));
        if (!ReferenceEquals(version, Http2) || Equals(policy, Policy.GetValue(request)))
            request.Version = version;
        Policy.SetValue(request, policy);
    }
#endif
}

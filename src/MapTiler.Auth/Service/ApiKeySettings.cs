namespace MapTiler.Service;

/// <summary>
/// The name and the restrictions of an API key.
/// See <see href="https://docs.maptiler.com/guides/maps-apis/maps-platform/how-to-protect-your-map-key">how to protect a key</see>.
/// </summary>
public sealed class ApiKeySettings
{
    private const int MaxDomainLength = 253;

    /// <summary>Gets or sets the name of the key.</summary>
    /// <value>The default is <see langword="null"/>: the service generates a name.</value>
    public string? Name { get; set; }

    /// <summary>Gets or sets the description of the key.</summary>
    /// <value>The default is <see langword="null"/>: no description.</value>
    public string? Description { get; set; }

    /// <summary>
    /// Gets or sets the string that the <c>User-Agent</c> header of each request must contain, such as <c>my-app</c>. It is case-sensitive
    /// and must consist of ASCII characters. Use it for desktop and mobile apps.
    /// </summary>
    /// <value>The default is <see langword="null"/>: any user agent is allowed.</value>
    public string? UserAgent { get; set; }

    /// <summary>
    /// Gets or sets the domains from whose pages the key may be used, without scheme, port and path: <c>example.com</c> for a domain,
    /// <c>*.example.com</c> for its subdomains but not itself, and <c>?</c> for requests without an origin, as servers and apps send them.
    /// </summary>
    /// <value>The default is empty: all origins are allowed.</value>
    public IReadOnlyList<string> Origins { get => field ?? []; set; }

    /// <summary>Gets or sets whether the service returned these settings, so that it accepts them whatever they are.</summary>
    internal bool IsFromService { get; set; }

    /// <exception cref="ArgumentException">A restriction is invalid.</exception>
    internal HttpContent ToContent(string parameter)
    {
        if (!IsFromService)
        {
            if (UserAgent is { } agent && (string.IsNullOrWhiteSpace(agent) || agent.Any(c => c is < ' ' or > '~')))
                throw new ArgumentException("The user agent of a key must consist of ASCII characters. Use null to allow any user agent.", parameter);
            foreach (var origin in Origins.Where(origin => !IsValidOrigin(origin)))
                throw new ArgumentException($"'{origin}' is not a valid origin of a key. Use a domain such as 'example.com' or '*.example.com' without scheme, port and path, or '?' for requests without an origin.", parameter);
        }

        return ServiceJson.Content(new ApiKeySettingsBody(Name, Description, UserAgent, Origins), ServiceJson.Default.ApiKeySettingsBody);
    }

    private static bool IsValidOrigin(string? origin)
    {
        if (origin == "?")
            return true;

        var domain = origin is null ? "" : origin.StartsWith("*.", StringComparison.Ordinal) ? origin.Substring(2) : origin;
        return domain.Length is > 0 and <= MaxDomainLength
            && Uri.CheckHostName(domain) is UriHostNameType.Dns or UriHostNameType.IPv4
            && domain.All(c => c is not ('/' or ':' or '*' or '?' or '@'));
    }
}

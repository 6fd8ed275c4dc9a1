namespace MapTiler.Service;

/// <summary>The name and the restrictions of a key. See <see href="https://docs.maptiler.com/guides/maps-apis/maps-platform/how-to-protect-your-map-key">how to protect a key</see>.</summary>
public sealed class ApiKeySettings
{
    /// <summary>The name.</summary>
    /// <value>The default is <see langword="null"/>: the service makes one.</value>
    public string? Name { get; set; }

    /// <summary>What it is for.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public string? Description { get; set; }

    /// <summary>A text that must stand in the User-Agent of every request, case-sensitively, such as <c>my-app</c>. For desktop and mobile apps.</summary>
    /// <value>The default is <see langword="null"/>: any User-Agent.</value>
    public string? UserAgent { get; set; }

    /// <summary>
    /// The domains from whose pages the key may be used: <c>example.com</c>, <c>*.example.com</c> for its subdomains (not itself), and
    /// <c>?</c> for requests that name no origin, as servers and apps send. Without scheme, port and path.
    /// </summary>
    /// <value>The default is empty: from anywhere.</value>
    public IReadOnlyList<string> Origins { get => field ?? []; set; }

    /// <summary>What the service holds already it will take again, whatever we think of it.</summary>
    internal bool IsFromService { get; set; }

    /// <exception cref="ArgumentException">A restriction is not one that the service understands.</exception>
    internal HttpContent ToContent(string parameter)
    {
        if (!IsFromService && UserAgent is { } agent && (string.IsNullOrWhiteSpace(agent) || agent.Any(c => c is < ' ' or > '~')))
            throw new ArgumentException("The user agent of a key is a text of ASCII characters; leave it out for any.", parameter);
        foreach (var origin in Origins)
        {
            if (!IsFromService && !OriginRule.IsValid(origin))
                throw new ArgumentException($"'{origin}' is no origin of a key: write a domain such as 'example.com' or '*.example.com' without scheme, port and path, or '?' for requests without an origin.", parameter);
        }

        return ServiceJson.Content(new ApiKeySettingsBody { Name = Name, Description = Description, UserAgent = UserAgent, Origins = Origins }, ServiceJson.Default.ApiKeySettingsBody);
    }
}

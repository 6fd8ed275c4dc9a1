namespace MapTiler.Authentication;

/// <summary>
/// Sends a User-Agent header, which a key that is restricted to a user agent requires: MapTiler searches for the restriction as a
/// case-sensitive part of the header. A User-Agent that the request already has is kept. In a browser no header is set.
/// </summary>
/// <remarks>
/// See <see href="https://docs.maptiler.com/guides/maps-apis/maps-platform/how-to-protect-your-map-key">how to protect your map key</see>.
/// Without an inner handler it creates one that does not follow redirects.
/// </remarks>
public sealed class UserAgentHandler : DelegatingHandler
{
    private const string Header = "User-Agent";

    private readonly string _userAgent;

    /// <summary>Creates a handler that sends one User-Agent.</summary>
    /// <param name="userAgent">Products and comments in ASCII, such as <c>my-app/1.2 (contact)</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="userAgent"/> is not a valid User-Agent.</exception>
    public UserAgentHandler(string userAgent)
    {
        Guard.NotNull(userAgent, nameof(userAgent));
        if (UserAgentText.Check(userAgent) is { } error)
            throw new ArgumentException($"The User-Agent {error}.", nameof(userAgent));
        _userAgent = userAgent;
    }

    /// <summary>Sets the header, unless the request has one or the code runs in a browser.</summary>
    internal static void SetUserAgent(HttpRequestMessage request, string? userAgent)
    {
        if (userAgent is not null && !Platform.IsBrowser && !request.Headers.Contains(Header))
            request.Headers.TryAddWithoutValidation(Header, userAgent);
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Guard.NotNull(request, nameof(request));
        if (InnerHandler is null)
        {
            lock (_userAgent)
                InnerHandler ??= PrimaryHandlers.Create();
        }

        SetUserAgent(request, _userAgent);
        return base.SendAsync(request, cancellationToken);
    }

#if NET
    /// <inheritdoc cref="CredentialHandler.Send"/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => throw CredentialHandler.NotSynchronous();
#endif
}

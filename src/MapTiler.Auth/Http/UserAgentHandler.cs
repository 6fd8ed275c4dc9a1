namespace MapTiler.Authentication;

/// <summary>
/// Sends a User-Agent, as a key that is restricted to one demands: MapTiler looks for the text of the restriction anywhere in it,
/// case-sensitively. A User-Agent that a request already has is kept; in a browser none is set.
/// </summary>
/// <remarks>
/// See <see href="https://docs.maptiler.com/guides/maps-apis/maps-platform/how-to-protect-your-map-key">how to protect a key</see>.
/// Without an inner handler it makes its own, which does not follow redirects.
/// </remarks>
public sealed class UserAgentHandler : DelegatingHandler
{
    private const string Header = "User-Agent";

    private readonly Func<HttpRequestMessage, string?> _userAgent;

    /// <summary>Sends one User-Agent.</summary>
    /// <param name="userAgent">Products and comments in ASCII, such as <c>my-app/1.2 (contact)</c>.</param>
    /// <exception cref="ArgumentException">The text is not a User-Agent; it would fail at the call or inject a header.</exception>
    public UserAgentHandler(string userAgent)
        : this(_ => userAgent)
    {
        Guard.NotNull(userAgent, nameof(userAgent));
        if (UserAgentText.Check(userAgent) is { } error)
            throw new ArgumentException($"The User-Agent {error}.", nameof(userAgent));
    }

    internal UserAgentHandler(Func<HttpRequestMessage, string?> userAgent) => _userAgent = userAgent;

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SetUserAgent(request);
        return base.SendAsync(request, cancellationToken);
    }

#if NET
    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SetUserAgent(request);
        return base.Send(request, cancellationToken);
    }
#endif

    private void SetUserAgent(HttpRequestMessage request)
    {
        Guard.NotNull(request, nameof(request));
        if (InnerHandler is null)
        {
            lock (_userAgent)
                InnerHandler ??= PrimaryHandlers.Create();
        }

        if (!Platform.IsBrowser && !request.Headers.Contains(Header) && _userAgent(request) is { } userAgent)
            request.Headers.TryAddWithoutValidation(Header, userAgent);
    }
}

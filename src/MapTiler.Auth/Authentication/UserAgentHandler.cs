namespace MapTiler.Authentication;

/// <summary>
/// Sends a User-Agent header, which a key that is restricted to a user agent requires: MapTiler searches for the restriction as a
/// case-sensitive part of the header. In a browser no header is set.
/// </summary>
/// <remarks>
/// See <see href="https://docs.maptiler.com/guides/maps-apis/maps-platform/how-to-protect-your-map-key">how to protect your map key</see>.
/// Without an inner handler it creates one that does not follow redirects.
/// </remarks>
public sealed class UserAgentHandler : DelegatingHandler
{
    private readonly UserAgentHeader _userAgent;

    /// <summary>Creates a handler that sends one User-Agent.</summary>
    /// <param name="userAgent">Products and comments in ASCII, such as <c>my-app/1.2 (contact)</c>.</param>
    /// <param name="replace">
    /// Whether to replace a User-Agent that the request already has. Some map controls and HTTP libraries, such as Mapsui and RestSharp, set one of their own. The default is
    /// <see langword="false"/>: it is kept.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="userAgent"/> is not a valid User-Agent.</exception>
    public UserAgentHandler(string userAgent, bool replace = false)
    {
        Guard.NotNull(userAgent, nameof(userAgent));
        if (UserAgentText.Check(userAgent) is { } error)
            throw new ArgumentException($"The User-Agent {error}.", nameof(userAgent));
        _userAgent = new(userAgent, replace);
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

        _userAgent.Set(request);
        return base.SendAsync(request, cancellationToken);
    }

#if NET
    /// <inheritdoc cref="CredentialHandler.Send"/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => throw CredentialHandler.NotSynchronous();
#endif
}

/// <summary>A User-Agent to send.</summary>
internal sealed class UserAgentHeader(string value, bool replaces)
{
    private const string Name = "User-Agent";

    /// <summary>Sets the header, except in a browser, or if the request has one that is kept.</summary>
    /// <returns>The values before, for <see cref="Restore"/>; <see langword="null"/> if the header was not set.</returns>
    public string[]? Set(HttpRequestMessage request)
    {
        if (Platform.IsBrowser)
            return null;

        string[] previous = request.Headers.TryGetValues(Name, out var values) ? [.. values] : [];
        if (previous.Length > 0 && (!replaces || RequestState.Of(request) is { KeepsUserAgent: true }))
            return null;

        request.Headers.Remove(Name);
        return request.Headers.TryAddWithoutValidation(Name, value) ? previous : null;
    }

    public static void Restore(HttpRequestMessage request, string[]? previous)
    {
        if (previous is null)
            return;

        request.Headers.Remove(Name);
        if (previous.Length > 0)
            request.Headers.TryAddWithoutValidation(Name, previous);
    }
}

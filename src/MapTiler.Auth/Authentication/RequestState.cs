namespace MapTiler.Authentication;

/// <summary>What the request pipeline and the handlers below it share about one call. It travels with the request and has no printable secrets.</summary>
internal sealed class RequestState
{
#if NET
    private static readonly HttpRequestOptionsKey<RequestState> Key = new("MapTiler.RequestState");
#else
    private const string Key = "MapTiler.RequestState";
#endif

    /// <summary>The template of the endpoint; <see langword="null"/> for requests that our own clients did not make.</summary>
    public string? EndpointTemplate { get; set; }

    /// <summary>Whether the response is read completely within each attempt.</summary>
    public bool IsBuffered { get; set; }

    /// <summary>The timestamp at which the resilience pipeline started.</summary>
    public long Started { get; set; }

    /// <summary>The number of times that the request was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>The credential that belongs to the URL of this call; <see langword="null"/> for requests that our own clients did not make.</summary>
    internal Credential? Credential { get; set; }

    /// <summary>The key that the application set for this request alone. Not public, so that code which enumerates the members of the request does not find it.</summary>
    internal string? RequestKey { get; set; }

    /// <summary>The secret that is redacted from error messages: the key or the token that was sent, or the token that signed the request.</summary>
    internal string? Secret { get; set; }

    /// <summary>The Origin header that was sent, to be compared with the restrictions of a key; <see langword="null"/> if none was sent.</summary>
    public string? SentOrigin { get; set; }

    /// <summary>The User-Agent header that was sent, to be compared with the restrictions of a key; <see langword="null"/> if none was sent.</summary>
    public string? SentUserAgent { get; set; }

    /// <summary>Whether the User-Agent of the request is kept even if the options replace it.</summary>
    public bool KeepsUserAgent { get; set; }

    /// <summary>Whether a credential set the Origin header, and has to remove it.</summary>
    public bool OwnsOrigin { get; set; }

    public static RequestState? Of(HttpRequestMessage request)
    {
#if NET
        return request.Options.TryGetValue(Key, out var state) ? state : null;
#else
        return request.Properties.TryGetValue(Key, out var state) ? (RequestState)state : null;
#endif
    }

    public static RequestState GetOrAdd(HttpRequestMessage request)
    {
        if (Of(request) is { } state)
            return state;

        state = new RequestState();
#if NET
        request.Options.Set(Key, state);
#else
        request.Properties[Key] = state;
#endif
        return state;
    }

    public override string ToString() => nameof(RequestState);
}

/// <summary>
/// A handler rejects a request before it is sent. Not an <see cref="HttpRequestException"/>, which retries would take for a connection failure. The clients of the SDK
/// throw a <see cref="MapTilerException"/> instead; the callers of another <see cref="HttpClient"/> catch it as <see cref="InvalidOperationException"/>.
/// </summary>
internal sealed class RequestRejectedException(MapTilerErrorReason reason, string message, Exception? cause = null) : InvalidOperationException(message, cause)
{
    public MapTilerErrorReason Reason { get; } = reason;
}

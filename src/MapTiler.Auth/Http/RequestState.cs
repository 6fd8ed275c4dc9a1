namespace MapTiler.Authentication;

/// <summary>What the send path and the handlers below it tell each other about one call. Travels with the request; prints nothing.</summary>
internal sealed class RequestState
{
#if NET
    private static readonly HttpRequestOptionsKey<RequestState> Key = new("MapTiler.RequestState");
#else
    private const string Key = "MapTiler.RequestState";
#endif

    public Endpoint? Endpoint { get; set; }

    /// <summary>The timestamp at which the resilience pipeline took the request.</summary>
    public long Started { get; set; }

    /// <summary>How often the request went to the wire.</summary>
    public int Attempts { get; set; }

    /// <summary>The credential that belongs to the address of this call, where our own clients made it.</summary>
    internal CredentialScope? Scope { get; set; }

    /// <summary>The key of this one request, where somebody set one. Not public: what walks over the request must not find it.</summary>
    internal string? OwnKey { get; set; }

    /// <summary>The credential that was sent, to be taken out of error texts.</summary>
    internal string? Secret { get; set; }

    /// <summary>The Origin header that was sent, to be compared with the restrictions of a key; <see langword="null"/> if none was sent.</summary>
    public string? SentOrigin { get; set; }

    /// <summary>The User-Agent header that was sent, to be compared with the restrictions of a key; <see langword="null"/> if none was sent.</summary>
    public string? SentUserAgent { get; set; }

    /// <summary>Whether the Origin header is ours to remove.</summary>
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

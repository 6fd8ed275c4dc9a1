using System.Net.Http.Headers;

namespace MapTiler.Authentication;

/// <summary>Authenticates requests to one API of an account: the credential, the only base address to which it goes, and the User-Agent that its key may be restricted to.</summary>
internal abstract class Credential(TrustedBaseAddress baseAddress, UserAgentHeader? userAgent)
{
    public TrustedBaseAddress BaseAddress { get; } = baseAddress;

    public UserAgentHeader? UserAgent { get; } = userAgent;

    /// <summary>Whether the request proves a secret without containing it.</summary>
    public virtual bool IsSignature => false;

    /// <summary>Adds the credential to a request just before it is sent.</summary>
    /// <param name="request">The request; headers are set on it.</param>
    /// <param name="uri">The URL of the request without credentials.</param>
    /// <param name="cancellationToken">Canceled with the request.</param>
    /// <returns>The URL to send to.</returns>
    public abstract ValueTask<Uri> ApplyAsync(HttpRequestMessage request, Uri uri, CancellationToken cancellationToken);

    /// <summary>Returns a credential that needs no provider, for a request that outlives its caller.</summary>
    /// <param name="uri">The URL of the request without credentials.</param>
    /// <param name="cancellationToken">Canceled with the caller.</param>
    public virtual ValueTask<Credential> ResolveAsync(Uri uri, CancellationToken cancellationToken) => new(this);

    /// <summary>Removes the headers that <see cref="ApplyAsync"/> set, so that no handler above sees them.</summary>
    public virtual void Remove(HttpRequestMessage request) { }

    /// <summary>Awaits what a provider of the application returns.</summary>
    /// <exception cref="RequestRejectedException">The provider failed. Retries above must not take that for a failure of the service.</exception>
    protected static async ValueTask<T> GetAsync<TProvider, T>(
        TProvider provider, Func<TProvider, CredentialContext, CancellationToken, ValueTask<T>> get, CredentialContext context, CancellationToken cancellationToken)
    {
        try
        {
            // A provider that does not observe its token must not delay the call beyond its timeout.
            var provided = get(provider, context, cancellationToken);
            return await (provided.IsCompleted ? provided : new(Timeouts.WaitAsync(provided.AsTask(), cancellationToken))).ConfigureAwait(false);
        }
        catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw new RequestRejectedException(MapTilerErrorReason.KeyMissing,
                $"The {typeof(TProvider).Name} failed with {e.GetType().Name}, so the request was not sent. The inner exception is the cause. The request is not retried; retry in the provider if that helps.", e);
        }
    }
}

/// <summary>Sends requests without a credential, to a server that requires none. A request for which the application set a key is sent with that key.</summary>
internal sealed class NoCredential(TrustedBaseAddress baseAddress, string? origin, UserAgentHeader? userAgent) : Credential(baseAddress, userAgent)
{
    private readonly ApiKeyCredential _requestKey = new(baseAddress, provider: null, origin: origin);

    public override ValueTask<Uri> ApplyAsync(HttpRequestMessage request, Uri uri, CancellationToken cancellationToken) =>
        request.GetMapTilerApiKey() is null ? new(uri) : _requestKey.ApplyAsync(request, uri, cancellationToken);

    public override void Remove(HttpRequestMessage request) => _requestKey.Remove(request);
}

/// <summary>Adds an API key as the last query parameter, and the Origin header where one is configured.</summary>
internal sealed class ApiKeyCredential(TrustedBaseAddress baseAddress, ApiKeyProvider? provider, string account = "", string? origin = null, UserAgentHeader? userAgent = null)
    : Credential(baseAddress, userAgent)
{
    private const string OriginHeader = "Origin";

    /// <summary>Returns the URL with the key as its last parameter.</summary>
    private static Uri AddKey(Uri uri, string key)
    {
        var text = Redaction.RemoveFromUrl(uri.AbsoluteUri);
        return new Uri(text + (text.IndexOf('?') < 0 ? "?key=" : "&key=") + Uri.EscapeDataString(key), UriKind.Absolute);
    }

    public override async ValueTask<Uri> ApplyAsync(HttpRequestMessage request, Uri uri, CancellationToken cancellationToken)
    {
        var provided = request.GetMapTilerApiKey() ?? (provider is null ? null : await GetAsync(
            provider, static (provider, context, token) => provider.GetApiKeyAsync(context, token), new CredentialContext(uri, account, BaseAddress.Path), cancellationToken).ConfigureAwait(false));
        var key = (provided ?? "").Trim();
        if (key.Length == 0)
        {
            throw new RequestRejectedException(MapTilerErrorReason.KeyMissing,
                "There is no MapTiler API key for this request, so it was not sent. Set MapTiler:ApiKey in the configuration or MAPTILER_API_KEY in the environment; keys are at https://cloud.maptiler.com/account/keys/");
        }

        if (ApiKeyText.Check(key) is { } error)
            throw new RequestRejectedException(MapTilerErrorReason.KeyInvalid, $"The MapTiler API key of this request {error}. The request was not sent.");

        var state = RequestState.GetOrAdd(request);
        state.Secret = key;
        if (origin is not null && !request.Headers.Contains(OriginHeader))
            state.OwnsOrigin = request.Headers.TryAddWithoutValidation(OriginHeader, origin);

        return AddKey(uri, key);
    }

    public override async ValueTask<Credential> ResolveAsync(Uri uri, CancellationToken cancellationToken)
    {
        if (provider is null or ApiKeyProvider.OfOptions)
            return this;

        var key = await GetAsync(
            provider, static (provider, context, token) => provider.GetApiKeyAsync(context, token), new CredentialContext(uri, account, BaseAddress.Path), cancellationToken).ConfigureAwait(false);
        return new ApiKeyCredential(BaseAddress, new ApiKeyProvider.Fixed(key), account, origin, UserAgent);
    }

    public override void Remove(HttpRequestMessage request)
    {
        if (origin is not null && RequestState.Of(request) is { OwnsOrigin: true } state)
        {
            request.Headers.Remove(OriginHeader);
            state.OwnsOrigin = false;
        }
    }
}

/// <summary>Adds the key id and the signature as the last query parameters.</summary>
internal sealed class SigningCredential(TrustedBaseAddress baseAddress, ServiceTokenProvider provider, string account = "", string? origin = null, UserAgentHeader? userAgent = null)
    : Credential(baseAddress, userAgent)
{
    private readonly ApiKeyCredential _requestKey = new(baseAddress, provider: null, account, origin);

    public override bool IsSignature => true;

    public override async ValueTask<Credential> ResolveAsync(Uri uri, CancellationToken cancellationToken)
    {
        if (provider is ServiceTokenProvider.Fixed)
            return this;

        var token = await GetAsync(
            provider, static (provider, context, token) => provider.GetServiceTokenAsync(context, token), new CredentialContext(uri, account, BaseAddress.Path), cancellationToken).ConfigureAwait(false);
        return new SigningCredential(BaseAddress, new ServiceTokenProvider.Fixed(token), account, origin, UserAgent);
    }

    public override void Remove(HttpRequestMessage request) => _requestKey.Remove(request);

    public override async ValueTask<Uri> ApplyAsync(HttpRequestMessage request, Uri uri, CancellationToken cancellationToken)
    {
        if (request.GetMapTilerApiKey() is not null)
            return await _requestKey.ApplyAsync(request, uri, cancellationToken).ConfigureAwait(false);

        var token = await GetAsync(
            provider, static (provider, context, token) => provider.GetServiceTokenAsync(context, token), new CredentialContext(uri, account, BaseAddress.Path), cancellationToken).ConfigureAwait(false)
            ?? throw new RequestRejectedException(MapTilerErrorReason.KeyMissing,
                "There is no MapTiler service token to sign this request, so it was not sent. Set MapTiler:ServiceToken in the configuration, or MAPTILER_SERVICE_TOKEN in the environment if no MapTiler:ApiKey is set; tokens are under Account > Credentials.");

        RequestState.GetOrAdd(request).Secret = token.HeaderValue;
        return token.Sign(uri);
    }
}

/// <summary>Adds the whole token in the header <c>Authorization: Token ...</c>.</summary>
internal sealed class ServiceTokenCredential(TrustedBaseAddress baseAddress, ServiceTokenProvider provider, string account = "", UserAgentHeader? userAgent = null)
    : Credential(baseAddress, userAgent)
{
    public override async ValueTask<Uri> ApplyAsync(HttpRequestMessage request, Uri uri, CancellationToken cancellationToken)
    {
        Platform.RejectInBrowser("The Service API");
        if (request.GetMapTilerApiKey() is not null)
        {
            throw new RequestRejectedException(MapTilerErrorReason.InvalidRequest,
                "The request has an API key of its own, but the Service API accepts only service tokens. It was not sent. Remove SetMapTilerApiKey from requests to the Service API.");
        }

        var token = await GetAsync(
            provider, static (provider, context, token) => provider.GetServiceTokenAsync(context, token), new CredentialContext(uri, account, BaseAddress.Path), cancellationToken).ConfigureAwait(false)
            ?? throw new RequestRejectedException(MapTilerErrorReason.KeyMissing,
                "There is no MapTiler service token for the Service API, so the request was not sent. Set MapTiler:ServiceToken in the configuration, or MAPTILER_SERVICE_TOKEN in the environment if no MapTiler:ApiKey is set; tokens are under Account > Credentials.");

        RequestState.GetOrAdd(request).Secret = token.HeaderValue;
        request.Headers.Authorization = new AuthenticationHeaderValue("Token", token.HeaderValue);
        return uri;
    }

    public override void Remove(HttpRequestMessage request) => request.Headers.Authorization = null;
}

namespace MapTiler.Authentication;

/// <summary>Adds an API key as the last query parameter, and the Origin header where one is configured.</summary>
internal sealed class ApiKeyCredential(TrustedBaseAddress baseAddress, ApiKeyProvider provider, string account = "", string? origin = null, string? userAgent = null)
    : Credential(baseAddress, userAgent)
{
    private const string OriginHeader = "Origin";

    /// <summary>Returns the URL with the key as its last parameter.</summary>
    public static Uri AddKey(Uri uri, string key)
    {
        var text = CredentialQuery.Remove(uri.AbsoluteUri);
        return new Uri(text + (text.IndexOf('?') < 0 ? "?key=" : "&key=") + Uri.EscapeDataString(key), UriKind.Absolute);
    }

    public override async ValueTask<Uri> ApplyAsync(HttpRequestMessage request, Uri uri, CancellationToken cancellationToken)
    {
        var provided = RequestApiKey.Get(request) ?? await GetAsync(
            provider, static (provider, context, token) => provider.GetApiKeyAsync(context, token), new CredentialContext(uri, account, BaseAddress.Path), cancellationToken).ConfigureAwait(false);
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

    public override void Remove(HttpRequestMessage request)
    {
        if (origin is not null && RequestState.Of(request) is { OwnsOrigin: true } state)
        {
            request.Headers.Remove(OriginHeader);
            state.OwnsOrigin = false;
        }
    }
}

namespace MapTiler.Authentication;

/// <summary>The key as the last query parameter, and the Origin header where one is configured.</summary>
internal sealed class ApiKeyCredential(ApiKeyProvider provider, string name, string? origin) : RequestCredential
{
    private const string OriginHeader = "Origin";

    public override ValueTask<Uri> ApplyAsync(HttpRequestMessage request, Uri uri, CancellationToken cancellationToken)
    {
        if (RequestApiKey.Get(request) is { } own)
            return new(WithKey(request, uri, own));

        ValueTask<string> pending;
        try
        {
            pending = provider.GetApiKeyAsync(new ApiKeyContext(uri, name), cancellationToken);
        }
        catch (Exception e) when (!IsCancelled(e, cancellationToken))
        {
            throw Unavailable(e);
        }

        return pending.IsCompletedSuccessfully ? new(WithKey(request, uri, pending.Result)) : AwaitAsync(pending, request, uri, cancellationToken);
    }

    public override void Remove(HttpRequestMessage request)
    {
        if (origin is not null && RequestState.Of(request) is { OwnsOrigin: true } state)
        {
            request.Headers.Remove(OriginHeader);
            state.OwnsOrigin = false;
        }
    }

    private async ValueTask<Uri> AwaitAsync(ValueTask<string> pending, HttpRequestMessage request, Uri uri, CancellationToken cancellationToken)
    {
        string? key;
        try
        {
            key = await pending.ConfigureAwait(false);
        }
        catch (Exception e) when (!IsCancelled(e, cancellationToken))
        {
            throw Unavailable(e);
        }

        return WithKey(request, uri, key);
    }

    private static bool IsCancelled(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && cancellationToken.IsCancellationRequested;

    // Whatever it was: retries above must not take it for a failure of the service.
    private static RequestRefusedException Unavailable(Exception cause) => new(MapTilerErrorReason.KeyMissing,
        $"The ApiKeyProvider could not get the MapTiler API key ({cause.GetType().Name}), so the request was not sent. The cause is the inner exception; repeating is up to the provider.", cause);

    private Uri WithKey(HttpRequestMessage request, Uri uri, string? given)
    {
        var key = (given ?? "").Trim();
        if (key.Length == 0)
        {
            throw new RequestRefusedException(MapTilerErrorReason.KeyMissing,
                "There is no MapTiler API key for this request, so it was not sent. Set MapTiler:ApiKey in the configuration or MAPTILER_API_KEY in the environment; keys are at https://cloud.maptiler.com/account/keys/");
        }

        if (ApiKeyText.Check(key) is { } error)
            throw new RequestRefusedException(MapTilerErrorReason.KeyInvalid, $"The MapTiler API key of this request {error}. It was not sent.");

        var state = RequestState.GetOrAdd(request);
        state.Secret = key;
        if (origin is not null && !request.Headers.Contains(OriginHeader))
            state.OwnsOrigin = request.Headers.TryAddWithoutValidation(OriginHeader, origin);

        return AddKey(uri, key);
    }

    /// <summary>The address with the key as its last parameter.</summary>
    public static Uri AddKey(Uri uri, string key)
    {
        var text = CredentialQuery.Remove(uri.AbsoluteUri);
        return new Uri(text + (text.IndexOf('?') < 0 ? "?key=" : "&key=") + Uri.EscapeDataString(key), UriKind.Absolute);
    }
}

namespace MapTiler.Authentication;

/// <summary>The key id and the signature as the last query parameters.</summary>
internal sealed class SignatureCredential(ServiceToken? token) : RequestCredential
{
    public override bool IsSignature => true;

    public override ValueTask<Uri> ApplyAsync(HttpRequestMessage request, Uri uri, CancellationToken cancellationToken)
    {
        if (RequestApiKey.Get(request) is { } own)
        {
            RequestState.GetOrAdd(request).Secret = own;
            return new(ApiKeyCredential.AddKey(uri, own));
        }

        if (token is null)
        {
            throw new RequestRefusedException(MapTilerErrorReason.KeyMissing,
                "There is no MapTiler service token to sign this request, so it was not sent. Set MapTiler:ServiceToken in the configuration or MAPTILER_SERVICE_TOKEN in the environment; tokens are under Account > Credentials.");
        }

        RequestState.GetOrAdd(request).Secret = token.HeaderValue;
        return new(token.Sign(uri));
    }
}

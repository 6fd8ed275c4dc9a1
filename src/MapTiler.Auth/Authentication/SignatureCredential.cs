namespace MapTiler.Authentication;

/// <summary>Adds the key id and the signature as the last query parameters.</summary>
internal sealed class SignatureCredential(TrustedBaseAddress baseAddress, ServiceTokenProvider provider, string account = "", string? userAgent = null)
    : Credential(baseAddress, userAgent)
{
    public override bool IsSignature => true;

    public override async ValueTask<Uri> ApplyAsync(HttpRequestMessage request, Uri uri, CancellationToken cancellationToken)
    {
        if (RequestApiKey.Get(request) is { } own)
        {
            RequestState.GetOrAdd(request).Secret = own;
            return ApiKeyCredential.AddKey(uri, own);
        }

        var token = await GetAsync(
            provider, static (provider, context, token) => provider.GetServiceTokenAsync(context, token), new CredentialContext(uri, account, BaseAddress.Path), cancellationToken).ConfigureAwait(false)
            ?? throw new RequestRejectedException(MapTilerErrorReason.KeyMissing,
                "There is no MapTiler service token to sign this request, so it was not sent. Set MapTiler:ServiceToken in the configuration or MAPTILER_SERVICE_TOKEN in the environment; tokens are under Account > Credentials.");

        RequestState.GetOrAdd(request).Secret = token.HeaderValue;
        return token.Sign(uri);
    }
}

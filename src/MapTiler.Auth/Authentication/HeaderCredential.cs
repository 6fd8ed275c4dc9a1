using System.Net.Http.Headers;

namespace MapTiler.Authentication;

/// <summary>Adds the whole token in the header <c>Authorization: Token ...</c>.</summary>
internal sealed class HeaderCredential(TrustedBaseAddress baseAddress, ServiceTokenProvider provider, string account = "", string? userAgent = null)
    : Credential(baseAddress, userAgent)
{
    public override async ValueTask<Uri> ApplyAsync(HttpRequestMessage request, Uri uri, CancellationToken cancellationToken)
    {
        Platform.RejectInBrowser("The Service API");
        var token = await GetAsync(
            provider, static (provider, context, token) => provider.GetServiceTokenAsync(context, token), new CredentialContext(uri, account, BaseAddress.Path), cancellationToken).ConfigureAwait(false)
            ?? throw new RequestRejectedException(MapTilerErrorReason.KeyMissing,
                "There is no MapTiler service token for the Service API, so the request was not sent. Set MapTiler:ServiceToken in the configuration or MAPTILER_SERVICE_TOKEN in the environment; tokens are under Account > Credentials.");

        RequestState.GetOrAdd(request).Secret = token.HeaderValue;
        request.Headers.Authorization = new AuthenticationHeaderValue("Token", token.HeaderValue);
        return uri;
    }

    public override void Remove(HttpRequestMessage request) => request.Headers.Authorization = null;
}

using System.Net.Http.Headers;

namespace MapTiler.Authentication;

/// <summary>The whole token in the header <c>Authorization: Token ...</c>.</summary>
internal sealed class HeaderCredential(ServiceToken? token) : RequestCredential
{
    private readonly AuthenticationHeaderValue? _header = token is null ? null : new("Token", token.HeaderValue);

    public override ValueTask<Uri> ApplyAsync(HttpRequestMessage request, Uri uri, CancellationToken cancellationToken)
    {
        Platform.RefuseInBrowser("The Service API");
        if (_header is null)
        {
            throw new RequestRefusedException(MapTilerErrorReason.KeyMissing,
                "There is no MapTiler service token for the Service API, so the request was not sent. Set MapTiler:ServiceToken in the configuration or MAPTILER_SERVICE_TOKEN in the environment; tokens are under Account > Credentials.");
        }

        RequestState.GetOrAdd(request).Secret = _header.Parameter;
        request.Headers.Authorization = _header;
        return new(uri);
    }

    public override void Remove(HttpRequestMessage request) => request.Headers.Authorization = null;
}

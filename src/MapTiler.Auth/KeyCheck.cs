using MapTiler.Authentication;
using MapTiler.Tiles;

namespace MapTiler;

/// <summary>Checks with requests that are not billed whether the credential works, and whether it works for an unauthorized caller.</summary>
internal sealed class KeyCheck(RequestSender sender)
{
    private const string OtherUserAgent = "maptiler-key-check/1";
    private const string OtherOrigin = "https://unauthorized.example";

    public async Task<KeyCheckResult> RunAsync(CancellationToken cancellationToken)
    {
        if (await SendAsync(configure: null, cancellationToken).ConfigureAwait(false) is { } error)
            return Rejected(error);
        if (sender.Api.Credential is NoCredential)
            return new() { Status = KeyCheckStatus.Valid, Message = "The server accepts requests without a credential. MapTiler:Authentication is None, so none is sent." };
        if (sender.Api.Credential.IsSignature)
            return new() { Status = KeyCheckStatus.Valid, Message = "The service token works. Requests are signed, so no one can use it without its secret." };

        var otherError = await SendAsync(static request =>
        {
            request.Headers.TryAddWithoutValidation("User-Agent", OtherUserAgent);
            RequestState.GetOrAdd(request).KeepsUserAgent = true;
            request.Headers.TryAddWithoutValidation("Origin", OtherOrigin);
        }, cancellationToken).ConfigureAwait(false);
        return otherError is null
            ? new() { Status = KeyCheckStatus.Unprotected, Message = "The key works, but also with another User-Agent and from another Origin. Anyone who obtains it can use its quota. Restrict it at https://cloud.maptiler.com/account/keys/ or sign requests with a service token." }
            : otherError.StatusCode is System.Net.HttpStatusCode.Forbidden
                ? new() { Status = KeyCheckStatus.Valid, Message = "The key works, and requests with another User-Agent and Origin are rejected." }
                : new() { Status = KeyCheckStatus.Unknown, Message = $"The key works. Whether other callers are rejected could not be determined. {otherError.Message}", Error = otherError };
    }

    private async Task<MapTilerException?> SendAsync(Action<HttpRequestMessage>? configure, CancellationToken cancellationToken)
    {
        try
        {
            await sender.SendAsync(
                ApiRequest.For(Endpoints.TileJson, urls => urls.TileJson(TilesetIds.V3), TilesJson.Read) with { Configure = configure },
                cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (MapTilerException e)
        {
            return e;
        }
    }

    private static KeyCheckResult Rejected(MapTilerException error)
    {
        var isRejected = error.Reason == MapTilerErrorReason.KeyMissing || error.Reason == MapTilerErrorReason.KeyInvalid || error.Reason == MapTilerErrorReason.SignatureInvalid || error.Reason == MapTilerErrorReason.Forbidden
            || error.Reason == MapTilerErrorReason.QuotaExceeded;
        return new() { Status = isRejected ? KeyCheckStatus.Rejected : KeyCheckStatus.Unknown, Message = error.Message, Error = error };
    }
}

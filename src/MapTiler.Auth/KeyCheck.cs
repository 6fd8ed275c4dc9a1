using MapTiler.Authentication;
using MapTiler.Tiles;

namespace MapTiler;

/// <summary>Finds out by free requests whether the credential works, and whether it would for a stranger.</summary>
internal sealed class KeyCheck(RequestSender sender)
{
    private const string StrangerAgent = "maptiler-key-check/1";
    private const string StrangerOrigin = "https://stranger.example";

    public async Task<KeyCheckResult> RunAsync(CancellationToken cancellationToken)
    {
        if (await AskAsync(configure: null, cancellationToken).ConfigureAwait(false) is { } refusal)
            return Refused(refusal);
        if (sender.Api.Credential is NoCredential)
            return new() { Status = KeyCheckStatus.Works, Message = "The server accepts requests without a credential. MapTiler:Authentication is None, so none is sent." };
        if (sender.Api.Credential.IsSignature)
            return new() { Status = KeyCheckStatus.Works, Message = "The service token works; its requests are signed, so nobody can use it without its secret." };

        var stranger = await AskAsync(static request =>
        {
            request.Headers.TryAddWithoutValidation("User-Agent", StrangerAgent);
            request.Headers.TryAddWithoutValidation("Origin", StrangerOrigin);
        }, cancellationToken).ConfigureAwait(false);
        return stranger is null
            ? new() { Status = KeyCheckStatus.Unprotected, Message = "The key works, but also with another User-Agent and from another Origin: whoever gets it can spend its quota. Restrict it at https://cloud.maptiler.com/account/keys/ or sign with a service token." }
            : stranger.StatusCode is System.Net.HttpStatusCode.Forbidden
                ? new() { Status = KeyCheckStatus.Works, Message = "The key works, and a stranger with another User-Agent and Origin is refused." }
                : new() { Status = KeyCheckStatus.Unknown, Message = $"The key works. Whether a stranger is refused could not be found out: {stranger.Message}", Error = stranger };
    }

    private async Task<MapTilerException?> AskAsync(Action<HttpRequestMessage>? configure, CancellationToken cancellationToken)
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

    private static KeyCheckResult Refused(MapTilerException error)
    {
        var isRefused = error.Reason == MapTilerErrorReason.KeyMissing || error.Reason == MapTilerErrorReason.KeyInvalid || error.Reason == MapTilerErrorReason.SignatureInvalid || error.Reason == MapTilerErrorReason.Forbidden
            || error.Reason == MapTilerErrorReason.QuotaExceeded;
        return new() { Status = isRefused ? KeyCheckStatus.Refused : KeyCheckStatus.Unknown, Message = error.Message, Error = error };
    }
}

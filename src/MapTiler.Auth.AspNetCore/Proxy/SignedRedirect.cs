using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore;

/// <summary>Sends a browser to the signed address.</summary>
internal sealed class SignedRedirect : IDelivery
{
    // Long enough for moving about on a map, short enough for a token that is replaced. Not for caches on the way, which know no rate limit.
    private const string CacheControl = "private, max-age=300";

    public Task SendAsync(HttpContext context, Account account, Uri address, string? session)
    {
        // The token is there at the start; a later reload without it is refused by the endpoint.
        var token = account.Token ?? throw new UpstreamException(System.Net.HttpStatusCode.BadGateway, "Signed redirects need MapTiler:ServiceToken, which is no longer set.");
        var response = context.Response;
        response.StatusCode = StatusCodes.Status302Found;
        response.Headers.Location = token.Sign(SessionParameter.Add(address, session)).OriginalString; // as it was signed
        response.Headers.CacheControl = CacheControl;
        response.ContentLength = 0;
        return Task.CompletedTask;
    }
}

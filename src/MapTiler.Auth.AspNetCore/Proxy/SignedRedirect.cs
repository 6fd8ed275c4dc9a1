using MapTiler.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Proxy;

/// <summary>Redirects a browser to the signed URL of a file.</summary>
internal sealed class SignedRedirect : IFileSender
{
    // Long enough for panning a map, short enough for replacing a token. Private, because shared caches would bypass the rate limit.
    private const string CacheControl = "private, max-age=300";

    public Task SendAsync(HttpContext context, Account account, Uri url, string? session)
    {
        // The token is validated at the start. If it is removed later, the endpoint rejects requests.
        var token = account.Token ?? throw new UpstreamException(System.Net.HttpStatusCode.BadGateway, "Signed redirects require MapTiler:ServiceToken, which is no longer configured. Configure a service token.");
        var response = context.Response;
        response.StatusCode = StatusCodes.Status302Found;
        response.Headers.Location = token.Sign(SessionParameter.AppendTo(url, session)).OriginalString; // exactly as it was signed
        response.Headers.CacheControl = CacheControl;
        response.ContentLength = 0;
        return Task.CompletedTask;
    }
}

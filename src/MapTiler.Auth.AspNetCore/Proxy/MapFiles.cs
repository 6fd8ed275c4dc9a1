using MapTiler.AspNetCore.Cache;
using MapTiler.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Proxy;

/// <summary>Delivers files: as redirects to signed URLs, from the cache, or streamed.</summary>
internal sealed class MapFiles(BrowserMapsMode mode, Upstream upstream, ResponseCache? cache, CacheKeys keys, ResponseWriter writer)
{
    // Long enough for panning a map, short enough for replacing a token. Private, because shared caches would bypass the rate limit.
    private const string RedirectCacheControl = "private, max-age=300";

    private const string Kind = ":file:";

    /// <param name="context">The request of the browser.</param>
    /// <param name="account">The account whose credential is used.</param>
    /// <param name="url">The URL of the file, without a credential.</param>
    /// <param name="session">The session that is billed; <see langword="null"/> for none.</param>
    /// <param name="canCache">Whether the file may be stored in the cache.</param>
    public Task SendAsync(HttpContext context, Account account, Uri url, string? session, bool canCache = true)
    {
        if (mode == BrowserMapsMode.Proxy)
            return cache is null || !canCache ? upstream.ForwardAsync(context, RequestQuery.AppendSession(url, session)) : SendCachedAsync(cache, context, account, url, session);

        url = RequestQuery.AppendSession(url, session);
        if (account.HasTokenProvider)
            return RedirectAsync(context, account, url);

        // The token is validated at the start. If it is removed later, the endpoint rejects requests.
        var token = account.Token ?? throw new UpstreamException(System.Net.HttpStatusCode.BadGateway, "Signed redirects require MapTiler:ServiceToken, which is no longer configured. Configure a service token.");
        Redirect(context.Response, token.Sign(url.OriginalString)); // which is the normalized form, because MapTilerUrlBuilder wrote it
        return Task.CompletedTask;
    }

    private async Task RedirectAsync(HttpContext context, Account account, Uri url) =>
        Redirect(context.Response, (await upstream.SignAsync(context, account, url).ConfigureAwait(false)).AbsoluteUri);

    private static void Redirect(HttpResponse response, string location)
    {
        response.StatusCode = StatusCodes.Status302Found;
        response.Headers.Location = location;
        response.Headers.CacheControl = RedirectCacheControl;
        response.ContentLength = 0;
    }

    private async Task SendCachedAsync(ResponseCache cache, HttpContext context, Account account, Uri url, string? session)
    {
        var key = keys.Create(context, Kind, url);
        var response = await cache.TryGetAsync(key).ConfigureAwait(false);
        if (response is null)
        {
            var fetch = await upstream.PrepareFetchAsync(
                context, account, url, credential => upstream.FetchAsync(RequestQuery.AppendSession(url, session), credential, ResponseCache.MaxBytes, null, CancellationToken.None)).ConfigureAwait(false);
            response = await cache.GetOrFetchAsync(key, fetch, context.RequestAborted).ConfigureAwait(false);
        }

        await (response.IsStored ? writer.SendAsync(context, response) : upstream.ForwardAsync(context, RequestQuery.AppendSession(url, session))).ConfigureAwait(false);
    }
}

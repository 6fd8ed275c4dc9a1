using MapTiler.AspNetCore.Endpoints;
using MapTiler.AspNetCore.Proxy;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Cache;

/// <summary>Sends files from the cache. Files that are too large for the cache are sent without it.</summary>
internal sealed class CachedFiles(ResponseCache cache, CacheKeys keys, UpstreamFetch fetch, ResponseWriter writer, IFileSender uncached) : IFileSender
{
    /// <summary>The maximum size of a cached file. It is larger than any static map.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    private const string Kind = ":file:";

    public async Task SendAsync(HttpContext context, Account account, Uri url, string? session)
    {
        BufferedResponse response;
        try
        {
            response = await cache.GetAsync(keys.Create(context, Kind, url), token => fetch.GetAsync(SessionParameter.AppendTo(url, session), MaxBytes, null, token), context.RequestAborted).ConfigureAwait(false);
        }
        catch (TooLargeException)
        {
            await uncached.SendAsync(context, account, url, session).ConfigureAwait(false);
            return;
        }

        await writer.SendAsync(context, response).ConfigureAwait(false);
    }
}

using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore;

/// <summary>Hands files out of the cache.</summary>
internal sealed class CachedFiles(AnswerCache cache, CacheKeys keys, UpstreamFetch fetch, AnswerWriter writer) : IDelivery
{
    private const string Kind = ":file:";

    public async Task SendAsync(HttpContext context, Account account, Uri address, string? session)
    {
        var answer = await cache.GetAsync(keys.Of(context, Kind, address), token => fetch.GetAsync(SessionParameter.Add(address, session), token), context.RequestAborted).ConfigureAwait(false);
        await writer.SendAsync(context, answer).ConfigureAwait(false);
    }
}

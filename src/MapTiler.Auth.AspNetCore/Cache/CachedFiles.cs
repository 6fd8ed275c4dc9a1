using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore;

/// <summary>Hands files out of the cache. What is too large to be held passes by it.</summary>
internal sealed class CachedFiles(AnswerCache cache, CacheKeys keys, UpstreamFetch fetch, AnswerWriter writer, IDelivery uncached) : IDelivery
{
    /// <summary>How large a file may be to be held: more than any static map.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    private const string Kind = ":file:";

    public async Task SendAsync(HttpContext context, Account account, Uri address, string? session)
    {
        Answer answer;
        try
        {
            answer = await cache.GetAsync(keys.Of(context, Kind, address), token => fetch.GetAsync(SessionParameter.Add(address, session), MaxBytes, null, token), context.RequestAborted).ConfigureAwait(false);
        }
        catch (TooLargeException)
        {
            await uncached.SendAsync(context, account, address, session).ConfigureAwait(false);
            return;
        }

        await writer.SendAsync(context, answer).ConfigureAwait(false);
    }
}

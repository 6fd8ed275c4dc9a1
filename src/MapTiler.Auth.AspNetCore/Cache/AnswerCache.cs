using Microsoft.Extensions.Caching.Hybrid;

namespace MapTiler.AspNetCore;

/// <summary>
/// Answers that are kept as long as MapTiler allows. However many ask at once, a process fetches once. What may not be kept, and every
/// failure, reaches those who wait for it and is forgotten.
/// </summary>
internal sealed class AnswerCache(HybridCache cache, TimeProvider time)
{
    private const HybridCacheEntryFlags ReadNothing = HybridCacheEntryFlags.DisableLocalCacheRead | HybridCacheEntryFlags.DisableDistributedCacheRead;

    // A cache has to be told before the answer is known, so an answer also knows by itself how long it counts.
    // And by itself a HybridCache writes the second level when the answer is out already, and a replica that is asked next would fetch again.
    private static readonly HybridCacheEntryOptions Reading = new() { Expiration = Freshness.Longest, Flags = HybridCacheEntryFlags.DisableDistributedCacheWrite };
    private static readonly HybridCacheEntryOptions Renewing = new() { Expiration = Freshness.Longest, Flags = HybridCacheEntryFlags.DisableDistributedCacheWrite | ReadNothing };
    private static readonly HybridCacheEntryOptions Sharing = new() { Expiration = Freshness.Longest, Flags = HybridCacheEntryFlags.DisableLocalCacheWrite };
    private static readonly HybridCacheEntryOptions Looking = new() { Flags = HybridCacheEntryFlags.DisableUnderlyingData };
    private static readonly HybridCacheEntryOptions LookingFar = new() { Flags = HybridCacheEntryFlags.DisableUnderlyingData | HybridCacheEntryFlags.DisableLocalCache };

    public ValueTask<Answer> GetAsync(string key, Func<CancellationToken, Task<Answer>> fetch, CancellationToken cancellationToken)
    {
        // The fetch goes on when the first caller leaves: others wait for it.
        var pending = cache.GetOrCreateAsync(key, (Cache: this, key, fetch), static (state, token) => state.Cache.FetchAsync(state.key, state.fetch, token), Reading, cancellationToken: CancellationToken.None);
        if (!pending.IsCompletedSuccessfully)
            return WaitAsync(pending.AsTask(), key, fetch, cancellationToken);

        var answer = pending.GetAwaiter().GetResult();
        return IsFresh(answer) ? new(answer) : WaitAsync(Task.FromResult(answer), key, fetch, cancellationToken);
    }

    private async ValueTask<Answer> WaitAsync(Task<Answer> pending, string key, Func<CancellationToken, Task<Answer>> fetch, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await pending.WaitAsync(cancellationToken).ConfigureAwait(false);
            return IsFresh(answer) ? answer : await RenewAsync(key, fetch).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (NotKeptException e)
        {
            return e.Answer;
        }
    }

    private Task<Answer> RenewAsync(string key, Func<CancellationToken, Task<Answer>> fetch) =>
        cache.GetOrCreateAsync(key, (Cache: this, key, fetch), static async (state, token) =>
        {
            // Another request or another replica may have renewed it meanwhile.
            return await state.Cache.LookAsync(state.key, Looking).ConfigureAwait(false)
                ?? await state.Cache.LookAsync(state.key, LookingFar).ConfigureAwait(false)
                ?? await state.Cache.FetchAsync(state.key, state.fetch, token).ConfigureAwait(false);
        }, Renewing, cancellationToken: CancellationToken.None).AsTask();

    private async ValueTask<Answer?> LookAsync(string key, HybridCacheEntryOptions where)
    {
        var known = await cache.GetOrCreateAsync<Answer?>(key, static _ => default, where, cancellationToken: CancellationToken.None).ConfigureAwait(false);
        return known is not null && IsFresh(known) ? known : null;
    }

    private async ValueTask<Answer> FetchAsync(string key, Func<CancellationToken, Task<Answer>> fetch, CancellationToken cancellationToken)
    {
        var answer = await fetch(cancellationToken).ConfigureAwait(false);
        if (!IsFresh(answer))
            throw new NotKeptException(answer);

        await cache.SetAsync(key, answer, Sharing, cancellationToken: cancellationToken).ConfigureAwait(false);
        return answer;
    }

    private bool IsFresh(Answer answer) => answer.FreshUntil > time.GetUtcNow();

    private sealed class NotKeptException(Answer answer) : Exception("The answer may not be kept.")
    {
        public Answer Answer { get; } = answer;
    }
}

using Microsoft.Extensions.Caching.Hybrid;

namespace MapTiler.AspNetCore;

/// <summary>
/// Answers that are kept as long as MapTiler allows. However many ask at once, a process fetches once, and with <see cref="FetchTurns"/> all
/// processes do. What may not be kept, and every failure, reaches those who wait for it and is forgotten.
/// </summary>
internal sealed class AnswerCache(HybridCache cache, FetchTurns? turns, TimeProvider time)
{
    private const HybridCacheEntryFlags ReadNothing = HybridCacheEntryFlags.DisableLocalCacheRead | HybridCacheEntryFlags.DisableDistributedCacheRead;

    // A cache has to be told before the answer is known, so an answer also knows by itself how long it counts.
    // And by itself a HybridCache writes the second level when the answer is out already, and a replica that is asked next would fetch again.
    private static readonly HybridCacheEntryOptions Reading = new() { Expiration = Freshness.Longest, Flags = HybridCacheEntryFlags.DisableDistributedCacheWrite };
    private static readonly HybridCacheEntryOptions Renewing = new() { Expiration = Freshness.Longest, Flags = HybridCacheEntryFlags.DisableDistributedCacheWrite | ReadNothing };
    private static readonly HybridCacheEntryOptions Looking = new() { Flags = HybridCacheEntryFlags.DisableUnderlyingData };
    private static readonly HybridCacheEntryOptions LookingFar = new() { Flags = HybridCacheEntryFlags.DisableUnderlyingData | HybridCacheEntryFlags.DisableLocalCache };

    public ValueTask<Answer> GetAsync(string key, Func<CancellationToken, Task<Answer>> fetch, CancellationToken cancellationToken)
    {
        var pending = cache.GetOrCreateAsync(
            key, new Fetch(this, key, fetch, ExecutionContext.Capture()), static (state, token) => state.Cache.FetchInTurnAsync(state, token), Reading, cancellationToken: cancellationToken);
        if (!pending.IsCompletedSuccessfully)
            return WaitAsync(pending.AsTask(), key, fetch, cancellationToken);

        var answer = pending.GetAwaiter().GetResult();
        return IsFresh(answer) ? new(answer) : WaitAsync(Task.FromResult(answer), key, fetch, cancellationToken);
    }

    private async ValueTask<Answer> WaitAsync(Task<Answer> pending, string key, Func<CancellationToken, Task<Answer>> fetch, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await pending.ConfigureAwait(false);
            return IsFresh(answer) ? answer : await RenewAsync(key, fetch, cancellationToken).ConfigureAwait(false);
        }
        catch (NotKeptException e)
        {
            return e.Answer;
        }
        catch (Exception e) when (e is not (UpstreamException or OperationCanceledException))
        {
            // What the second level holds cannot be read.
            await cache.RemoveAsync(key, cancellationToken).ConfigureAwait(false);
            return await fetch(cancellationToken).ConfigureAwait(false);
        }
    }

    private ValueTask<Answer> RenewAsync(string key, Func<CancellationToken, Task<Answer>> fetch, CancellationToken cancellationToken) =>
        cache.GetOrCreateAsync(key, new Fetch(this, key, fetch, ExecutionContext.Capture()), static async (state, token) =>
        {
            // Another request or another replica may have renewed it meanwhile.
            return await state.Cache.LookAsync(state.Key, Looking).ConfigureAwait(false)
                ?? await state.Cache.LookAsync(state.Key, LookingFar).ConfigureAwait(false)
                ?? await state.Cache.FetchInTurnAsync(state, token).ConfigureAwait(false);
        }, Renewing, cancellationToken: cancellationToken);

    private async ValueTask<Answer?> LookAsync(string key, HybridCacheEntryOptions where)
    {
        var known = await cache.GetOrCreateAsync<Answer?>(key, static _ => default, where, cancellationToken: CancellationToken.None).ConfigureAwait(false);
        return known is not null && IsFresh(known) ? known : null;
    }

    /// <param name="fetch">What to fetch.</param>
    /// <param name="cancellationToken">Ends when nobody waits any more.</param>
    private async ValueTask<Answer> FetchInTurnAsync(Fetch fetch, CancellationToken cancellationToken)
    {
        if (turns is null)
            return await FetchAsync(fetch, cancellationToken).ConfigureAwait(false);

        using var turn = await turns.TakeAsync(fetch.Key, cancellationToken).ConfigureAwait(false);
        return await LookAsync(fetch.Key, LookingFar).ConfigureAwait(false) // another replica may have fetched it before it was our turn
            ?? await FetchAsync(fetch, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Answer> FetchAsync(Fetch fetch, CancellationToken cancellationToken)
    {
        var answer = await fetch.RunAsync(cancellationToken).ConfigureAwait(false);
        if (!IsFresh(answer))
            throw new NotKeptException(answer);

        var sharing = new HybridCacheEntryOptions { Expiration = answer.FreshUntil - time.GetUtcNow(), Flags = HybridCacheEntryFlags.DisableLocalCacheWrite };
        await cache.SetAsync(fetch.Key, answer, sharing, cancellationToken: cancellationToken).ConfigureAwait(false);
        return answer;
    }

    private bool IsFresh(Answer answer) => answer.FreshUntil > time.GetUtcNow();

    /// <summary>A fetch in the context of who asked first, in which a key provider may find its tenant: the cache itself does not pass it on.</summary>
    private sealed record Fetch(AnswerCache Cache, string Key, Func<CancellationToken, Task<Answer>> Start, ExecutionContext? Context)
    {
        public Task<Answer> RunAsync(CancellationToken cancellationToken)
        {
            if (Context is null)
                return Start(cancellationToken);

            Task<Answer>? running = null;
            ExecutionContext.Run(Context, _ => running = Start(cancellationToken), null);
            return running!;
        }
    }

    private sealed class NotKeptException(Answer answer) : Exception("The answer may not be kept.")
    {
        public Answer Answer { get; } = answer;
    }
}

using MapTiler.AspNetCore.Proxy;
using Microsoft.Extensions.Caching.Hybrid;

namespace MapTiler.AspNetCore.Cache;

/// <summary>
/// Caches responses as long as MapTiler allows. Concurrent requests for the same response cause one fetch per process, and with <see cref="FetchLocks"/> one
/// fetch of all processes. Failures and responses that may not be stored are returned to all callers that wait for them, and are not cached.
/// </summary>
internal sealed class ResponseCache(HybridCache cache, FetchLocks? locks, TimeProvider time)
{
    private const HybridCacheEntryFlags SkipRead = HybridCacheEntryFlags.DisableLocalCacheRead | HybridCacheEntryFlags.DisableDistributedCacheRead;

    // HybridCache takes the expiration before the response is known, so each response also contains the time until which it is fresh.
    // HybridCache writes to the distributed cache after it has returned the response, so that the next replica would fetch it again. It is therefore written here.
    private static readonly HybridCacheEntryOptions ReadOptions = new() { Expiration = Freshness.MaxLifetime, Flags = HybridCacheEntryFlags.DisableDistributedCacheWrite };
    private static readonly HybridCacheEntryOptions RenewOptions = new() { Expiration = Freshness.MaxLifetime, Flags = HybridCacheEntryFlags.DisableDistributedCacheWrite | SkipRead };
    private static readonly HybridCacheEntryOptions LookUpOptions = new() { Flags = HybridCacheEntryFlags.DisableUnderlyingData };
    private static readonly HybridCacheEntryOptions LookUpDistributedOptions = new() { Flags = HybridCacheEntryFlags.DisableUnderlyingData | HybridCacheEntryFlags.DisableLocalCache };

    public ValueTask<BufferedResponse> GetAsync(string key, Func<CancellationToken, Task<BufferedResponse>> fetch, CancellationToken cancellationToken)
    {
        var pending = cache.GetOrCreateAsync(
            key, new Fetch(this, key, fetch, ExecutionContext.Capture()), static (state, token) => state.Cache.FetchWithLockAsync(state, token), ReadOptions, cancellationToken: cancellationToken);
        if (!pending.IsCompletedSuccessfully)
            return WaitAsync(pending.AsTask(), key, fetch, cancellationToken);

        var response = pending.GetAwaiter().GetResult();
        return IsFresh(response) ? new(response) : WaitAsync(Task.FromResult(response), key, fetch, cancellationToken);
    }

    private async ValueTask<BufferedResponse> WaitAsync(Task<BufferedResponse> pending, string key, Func<CancellationToken, Task<BufferedResponse>> fetch, CancellationToken cancellationToken)
    {
        try
        {
            var response = await pending.ConfigureAwait(false);
            return IsFresh(response) ? response : await RenewAsync(key, fetch, cancellationToken).ConfigureAwait(false);
        }
        catch (NotCacheableException e)
        {
            return e.Response;
        }
        catch (Exception e) when (e is not (UpstreamException or OperationCanceledException))
        {
            // The entry in the distributed cache cannot be read.
            await cache.RemoveAsync(key, cancellationToken).ConfigureAwait(false);
            return await fetch(cancellationToken).ConfigureAwait(false);
        }
    }

    private ValueTask<BufferedResponse> RenewAsync(string key, Func<CancellationToken, Task<BufferedResponse>> fetch, CancellationToken cancellationToken) =>
        cache.GetOrCreateAsync(key, new Fetch(this, key, fetch, ExecutionContext.Capture()), static async (state, token) =>
        {
            // Another request or another replica may have renewed it in the meantime.
            return await state.Cache.LookUpAsync(state.Key, LookUpOptions).ConfigureAwait(false)
                ?? await state.Cache.LookUpAsync(state.Key, LookUpDistributedOptions).ConfigureAwait(false)
                ?? await state.Cache.FetchWithLockAsync(state, token).ConfigureAwait(false);
        }, RenewOptions, cancellationToken: cancellationToken);

    private async ValueTask<BufferedResponse?> LookUpAsync(string key, HybridCacheEntryOptions options)
    {
        var cached = await cache.GetOrCreateAsync<BufferedResponse?>(key, static _ => default, options, cancellationToken: CancellationToken.None).ConfigureAwait(false);
        return cached is not null && IsFresh(cached) ? cached : null;
    }

    /// <param name="fetch">The fetch to run.</param>
    /// <param name="cancellationToken">Canceled when no caller waits for the response any more.</param>
    private async ValueTask<BufferedResponse> FetchWithLockAsync(Fetch fetch, CancellationToken cancellationToken)
    {
        if (locks is null)
            return await FetchAsync(fetch, cancellationToken).ConfigureAwait(false);

        using var held = await locks.AcquireAsync(fetch.Key, cancellationToken).ConfigureAwait(false);
        return await LookUpAsync(fetch.Key, LookUpDistributedOptions).ConfigureAwait(false) // another replica may have fetched it before the lock was acquired
            ?? await FetchAsync(fetch, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<BufferedResponse> FetchAsync(Fetch fetch, CancellationToken cancellationToken)
    {
        var response = await fetch.RunAsync(cancellationToken).ConfigureAwait(false);
        if (!IsFresh(response))
            throw new NotCacheableException(response);

        var options = new HybridCacheEntryOptions { Expiration = response.FreshUntil - time.GetUtcNow(), Flags = HybridCacheEntryFlags.DisableLocalCacheWrite };
        await cache.SetAsync(fetch.Key, response, options, cancellationToken: cancellationToken).ConfigureAwait(false);
        return response;
    }

    private bool IsFresh(BufferedResponse response) => response.FreshUntil > time.GetUtcNow();

    /// <summary>A fetch in the execution context of the first caller, from which a key provider can read the tenant. HybridCache does not flow the context.</summary>
    private sealed record Fetch(ResponseCache Cache, string Key, Func<CancellationToken, Task<BufferedResponse>> Start, ExecutionContext? Context)
    {
        public Task<BufferedResponse> RunAsync(CancellationToken cancellationToken)
        {
            if (Context is null)
                return Start(cancellationToken);

            Task<BufferedResponse>? running = null;
            ExecutionContext.Run(Context, _ => running = Start(cancellationToken), null);
            return running!;
        }
    }

    private sealed class NotCacheableException(BufferedResponse response) : Exception("The response may not be stored.")
    {
        public BufferedResponse Response { get; } = response;
    }
}

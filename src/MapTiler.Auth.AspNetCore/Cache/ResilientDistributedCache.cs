using Microsoft.Extensions.Caching.Distributed;
using Polly;
using Polly.CircuitBreaker;

namespace MapTiler.AspNetCore.Cache;

/// <summary>
/// A distributed cache with a timeout and a circuit breaker, so that a Redis server that does not respond causes fetches from MapTiler, but no wait for each
/// request.
/// </summary>
internal sealed class ResilientDistributedCache(IDistributedCache cache, TimeProvider time) : IDistributedCache
{
    private readonly ResiliencePipeline _pipeline = DistributedPipeline.Create(time, TimeSpan.FromSeconds(1));

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) =>
        _pipeline.ExecuteAsync(static async (state, token) => await state.cache.GetAsync(state.key, token).WaitAsync(token).ConfigureAwait(false), (cache, key), token).AsTask();

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
        _pipeline.ExecuteAsync(static async (state, token) => await state.cache.SetAsync(state.key, state.value, state.options, token).WaitAsync(token).ConfigureAwait(false), (cache, key, value, options), token).AsTask();

    public Task RefreshAsync(string key, CancellationToken token = default) => cache.RefreshAsync(key, token);

    public async Task RemoveAsync(string key, CancellationToken token = default)
    {
        try
        {
            await _pipeline.ExecuteAsync(static async (state, token) => await state.cache.RemoveAsync(state.key, token).WaitAsync(token).ConfigureAwait(false), (cache, key), token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The entry is unreadable and causes a fetch until it is written again.
        }
    }

    public byte[]? Get(string key) => cache.Get(key);

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => cache.Set(key, value, options);

    public void Refresh(string key) => cache.Refresh(key);

    public void Remove(string key) => cache.Remove(key);
}

/// <summary>The pipeline for services that replicas share, such as the distributed cache: a timeout, and a circuit breaker that opens for five seconds after three failures.</summary>
internal static class DistributedPipeline
{
    public static ResiliencePipeline Create(TimeProvider time, TimeSpan timeout) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions { MinimumThroughput = 3, SamplingDuration = TimeSpan.FromSeconds(10), BreakDuration = TimeSpan.FromSeconds(5) })
        .AddTimeout(timeout)
        .Build();
}

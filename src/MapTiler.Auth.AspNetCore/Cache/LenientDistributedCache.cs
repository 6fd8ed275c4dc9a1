using Microsoft.Extensions.Caching.Distributed;
using Polly;

namespace MapTiler.AspNetCore;

/// <summary>
/// A second level that may be slow or gone: after a moment it is given up, and after some failures it is left alone for a while, so
/// that the death of Redis costs a fetch and not a wait for each.
/// </summary>
internal sealed class LenientDistributedCache(IDistributedCache cache, TimeProvider time) : IDistributedCache
{
    private readonly ResiliencePipeline _pipeline = Lenience.Create(time, TimeSpan.FromSeconds(1));

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
            // What it keeps is unreadable, and costs a fetch until it is written anew.
        }
    }

    public byte[]? Get(string key) => cache.Get(key);

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => cache.Set(key, value, options);

    public void Refresh(string key) => cache.Refresh(key);

    public void Remove(string key) => cache.Remove(key);
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;

namespace MapTiler.AspNetCore.Tests.Support;

/// <summary>A distributed cache in memory with the latency of a remote Redis server.</summary>
internal sealed class SharedCache : IDistributedCache
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<string, byte[]> _entries = new(StringComparer.Ordinal);

    public bool IsBroken { get; set; }

    public IEnumerable<string> Keys => _entries.Keys;

    /// <summary>The lifetime of the last entry.</summary>
    public TimeSpan? Lifetime { get; private set; }

    /// <summary>Overwrites the start of every entry, so that it cannot be read.</summary>
    public void Corrupt()
    {
        foreach (var entry in _entries.Values)
            entry.AsSpan(0, 2).Fill(byte.MaxValue);
    }

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        await ThrowIfBrokenAsync();
        return _entries.GetValueOrDefault(key);
    }

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        await ThrowIfBrokenAsync();
        Lifetime = options.AbsoluteExpirationRelativeToNow ?? (options.AbsoluteExpiration - DateTimeOffset.UtcNow);
        await Task.Delay(Latency, token);
        _entries[key] = value;
    }

    public async Task RemoveAsync(string key, CancellationToken token = default)
    {
        await ThrowIfBrokenAsync();
        _entries.TryRemove(key, out _);
    }

    public byte[]? Get(string key) => throw new NotSupportedException();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

    public void Refresh(string key) => throw new NotSupportedException();

    public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    public void Remove(string key) => throw new NotSupportedException();

    private async Task ThrowIfBrokenAsync()
    {
        await Task.Yield();
        if (IsBroken)
            throw new IOException("The server is not reachable.");
    }
}

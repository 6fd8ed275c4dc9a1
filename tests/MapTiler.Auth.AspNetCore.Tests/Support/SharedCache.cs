using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;

namespace MapTiler.AspNetCore.Tests;

/// <summary>What Redis is to several processes, from a little away.</summary>
internal sealed class SharedCache : IDistributedCache
{
    private static readonly TimeSpan Distance = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<string, byte[]> _entries = new(StringComparer.Ordinal);

    public bool IsBroken { get; set; }

    public bool RemovesNothing { get; set; }

    public IEnumerable<string> Keys => _entries.Keys;

    /// <summary>How long the last entry lives.</summary>
    public TimeSpan? Lifetime { get; private set; }

    /// <summary>Makes the first text of every entry longer than the entry.</summary>
    public void Spoil()
    {
        foreach (var entry in _entries.Values)
            entry[entry.AsSpan().IndexOf("application/"u8) - 1] = byte.MaxValue;
    }

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        await ThrowIfBrokenAsync();
        return _entries.GetValueOrDefault(key);
    }

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        await ThrowIfBrokenAsync();
        await Task.Delay(Distance, token);
        (_entries[key], Lifetime) = (value, options.AbsoluteExpirationRelativeToNow);
    }

    public async Task RemoveAsync(string key, CancellationToken token = default)
    {
        await ThrowIfBrokenAsync();
        if (RemovesNothing)
            throw new IOException("The server is a copy that takes no changes.");
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
            throw new IOException("The server is gone.");
    }
}

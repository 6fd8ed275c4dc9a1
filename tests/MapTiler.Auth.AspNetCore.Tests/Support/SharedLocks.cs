using System.Collections.Concurrent;
using System.Threading.Channels;
using Medallion.Threading;

namespace MapTiler.AspNetCore.Tests.Support;

/// <summary>Distributed locks in memory. A waiting caller waits until it acquires the lock.</summary>
internal sealed class SharedLocks : IDistributedLockProvider
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new(StringComparer.Ordinal);
    private readonly Channel<string> _acquired = Channel.CreateUnbounded<string>();
    private int _acquireCount;

    public bool IsBroken { get; init; }

    /// <summary>Whether no caller ever acquires a lock.</summary>
    public bool IsAlwaysHeld { get; init; }

    public int AcquireCount => _acquireCount;

    public IEnumerable<string> Names => _locks.Keys;

    public IDistributedLock CreateLock(string name) => new Lock(name, this);

    /// <summary>Returns when a caller requests a lock, once for each request.</summary>
    public async Task WaitForAcquireAsync() => await _acquired.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Returns when no lock is held.</summary>
    public async Task WaitUntilFreeAsync()
    {
        foreach (var semaphore in _locks.Values)
        {
            await semaphore.WaitAsync(TestContext.Current.CancellationToken);
            semaphore.Release();
        }
    }

    /// <summary>Holds all locks until the result is disposed of.</summary>
    public async Task<IDisposable> AcquireAllAsync()
    {
        foreach (var semaphore in _locks.Values)
            await semaphore.WaitAsync(TestContext.Current.CancellationToken);
        return new Handle([.. _locks.Values]);
    }

    private sealed class Lock(string name, SharedLocks owner) : IDistributedLock
    {
        public string Name => name;

        public async ValueTask<IDistributedSynchronizationHandle?> TryAcquireAsync(TimeSpan timeout = default, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref owner._acquireCount);
            owner._acquired.Writer.TryWrite(name);
            await Task.Yield();
            if (owner.IsBroken)
                throw new IOException($"The server does not respond for {name}.");
            if (owner.IsAlwaysHeld)
                return null;

            var semaphore = owner._locks.GetOrAdd(name, _ => new SemaphoreSlim(1));
            await semaphore.WaitAsync(CancellationToken.None); // like a server that detects a canceled request late
            return new Handle([semaphore]);
        }

        public IDistributedSynchronizationHandle? TryAcquire(TimeSpan timeout = default, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IDistributedSynchronizationHandle Acquire(TimeSpan? timeout = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<IDistributedSynchronizationHandle> AcquireAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }

    private sealed class Handle(SemaphoreSlim[] semaphores) : IDistributedSynchronizationHandle
    {
        public CancellationToken HandleLostToken => default;

        public void Dispose()
        {
            foreach (var semaphore in semaphores)
                semaphore.Release();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}

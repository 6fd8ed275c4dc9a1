using System.Collections.Concurrent;
using System.Threading.Channels;
using Medallion.Threading;

namespace MapTiler.AspNetCore.Tests;

/// <summary>The locks that several processes share. Who waits does so until it has the lock.</summary>
internal sealed class SharedLocks : IDistributedLockProvider
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new(StringComparer.Ordinal);
    private readonly Channel<string> _asked = Channel.CreateUnbounded<string>();
    private int _asks;

    public bool IsBroken { get; init; }

    /// <summary>Whether nobody ever has a turn.</summary>
    public bool IsTaken { get; init; }

    public int Asks => _asks;

    public IEnumerable<string> Names => _locks.Keys;

    public IDistributedLock CreateLock(string name) => new Lock(name, this);

    /// <summary>Returns when somebody asks, once for each that does.</summary>
    public async Task WaitForAskAsync() => await _asked.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Returns when nobody has this lock.</summary>
    public async Task WaitUntilFreeAsync()
    {
        foreach (var one in _locks.Values)
        {
            await one.WaitAsync(TestContext.Current.CancellationToken);
            one.Release();
        }
    }

    /// <summary>Has all locks until it is disposed of.</summary>
    public async Task<IDisposable> TakeAllAsync()
    {
        foreach (var one in _locks.Values)
            await one.WaitAsync(TestContext.Current.CancellationToken);
        return new Handle([.. _locks.Values]);
    }

    private sealed class Lock(string name, SharedLocks owner) : IDistributedLock
    {
        public string Name => name;

        public async ValueTask<IDistributedSynchronizationHandle?> TryAcquireAsync(TimeSpan timeout = default, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref owner._asks);
            owner._asked.Writer.TryWrite(name);
            await Task.Yield();
            if (owner.IsBroken)
                throw new IOException($"The server does not answer for {name}.");
            if (owner.IsTaken)
                return null;

            var semaphore = owner._locks.GetOrAdd(name, _ => new SemaphoreSlim(1));
            await semaphore.WaitAsync(CancellationToken.None); // as a server that notices late who has left
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

using Medallion.Threading;

/// <summary>Locks that are waited for a hundred times as long, for tests that must not depend on the load of the machine.</summary>
internal sealed class LongLocks(IDistributedLockProvider locks) : IDistributedLockProvider
{
    public IDistributedLock CreateLock(string name) => new LongLock(locks.CreateLock(name));

    private sealed class LongLock(IDistributedLock inner) : IDistributedLock
    {
        public string Name => inner.Name;

        public IDistributedSynchronizationHandle? TryAcquire(TimeSpan timeout = default, CancellationToken cancellationToken = default) => inner.TryAcquire(timeout * 100, cancellationToken);

        public IDistributedSynchronizationHandle Acquire(TimeSpan? timeout = null, CancellationToken cancellationToken = default) => inner.Acquire(timeout * 100, cancellationToken);

        public ValueTask<IDistributedSynchronizationHandle?> TryAcquireAsync(TimeSpan timeout = default, CancellationToken cancellationToken = default) => inner.TryAcquireAsync(timeout * 100, cancellationToken);

        public ValueTask<IDistributedSynchronizationHandle> AcquireAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) => inner.AcquireAsync(timeout * 100, cancellationToken);
    }
}

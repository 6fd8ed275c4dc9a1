using Medallion.Threading;

/// <summary>Multiplies the due times of timers by 100, so that tests do not depend on the load of the machine.</summary>
internal sealed class LongTimeouts : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime * 100 : dueTime, period);
}

/// <summary>Multiplies the timeouts of distributed locks by 100, so that tests do not depend on the load of the machine.</summary>
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

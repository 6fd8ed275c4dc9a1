using Medallion.Threading;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;

namespace MapTiler.AspNetCore.Cache;

/// <summary>
/// Distributed locks by which one replica fetches a response while the others wait for it. If the lock provider is slow or fails, the replica continues without
/// a lock, so that a failure causes a second fetch and not an error.
/// </summary>
internal sealed class FetchLocks(IDistributedLockProvider locks, ILogger logger, TimeProvider time)
{
    /// <summary>The time that a replica waits for another one that is fetching, or that failed while it was fetching.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    private readonly ResiliencePipeline _pipeline = DistributedPipeline.Create(time, Timeout + TimeSpan.FromMilliseconds(500));

    /// <summary>Acquires the lock of a key, or gives up after the timeout.</summary>
    /// <returns>Releases the lock when it is disposed of; <see langword="null"/> if the lock was not acquired.</returns>
    public async ValueTask<IDisposable?> AcquireAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            var handle = await _pipeline.ExecuteAsync(WaitAsync, key, cancellationToken).ConfigureAwait(false);
            return handle is null ? null : new HeldLock(handle);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            if (e is not BrokenCircuitException)
                Log.LockFailed(logger, e.GetType().Name); // its message could contain the key
            return null;
        }
    }

    private async ValueTask<IDistributedSynchronizationHandle?> WaitAsync(string key, CancellationToken cancellationToken)
    {
        var pending = locks.TryAcquireLockAsync(key + ":fetch", Timeout, cancellationToken).AsTask();
        try
        {
            return await pending.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _ = ReleaseAsync(pending);
            throw;
        }
    }

    private static async Task ReleaseAsync(Task<IDistributedSynchronizationHandle?> pending)
    {
        try
        {
            if (await pending.ConfigureAwait(false) is { } handle)
                await handle.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The lock was never acquired, or it expires automatically.
        }
    }

    // The response does not wait until the lock is released.
    private sealed class HeldLock(IDistributedSynchronizationHandle handle) : IDisposable
    {
        public void Dispose() => _ = ReleaseAsync(Task.FromResult<IDistributedSynchronizationHandle?>(handle));
    }
}

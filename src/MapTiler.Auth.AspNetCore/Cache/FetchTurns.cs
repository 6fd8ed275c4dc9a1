using Medallion.Threading;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;

namespace MapTiler.AspNetCore;

/// <summary>
/// Lets one replica fetch an answer while the others wait for it. Locks that are slow or gone are given up, so that their death costs
/// a second fetch and no answer.
/// </summary>
internal sealed class FetchTurns(IDistributedLockProvider locks, ILogger logger, TimeProvider time)
{
    /// <summary>How long a replica waits for another that fetches, or died while it did.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ResiliencePipeline _pipeline = Lenience.Create(time, Patience + TimeSpan.FromMilliseconds(500));

    /// <summary>Waits for the turn. Who has waited long enough has it without a lock.</summary>
    /// <returns>Ends the turn.</returns>
    public async ValueTask<IDisposable?> TakeAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            var handle = await _pipeline.ExecuteAsync(WaitAsync, key, cancellationToken).ConfigureAwait(false);
            return handle is null ? null : new Turn(handle);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            if (e is not BrokenCircuitException)
                Log.NoLock(logger, e.GetType().Name); // its message could name the key
            return null;
        }
    }

    private async ValueTask<IDistributedSynchronizationHandle?> WaitAsync(string key, CancellationToken cancellationToken)
    {
        var pending = locks.TryAcquireLockAsync(key + ":fetch", Patience, cancellationToken).AsTask();
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
            // It was never taken, or it expires by itself.
        }
    }

    // The answer does not wait until the lock is free again.
    private sealed class Turn(IDistributedSynchronizationHandle handle) : IDisposable
    {
        public void Dispose() => _ = ReleaseAsync(Task.FromResult<IDistributedSynchronizationHandle?>(handle));
    }
}

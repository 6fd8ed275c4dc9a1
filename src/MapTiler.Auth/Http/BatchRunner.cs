using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace MapTiler;

/// <summary>
/// Sends any number of items in chunks, several at the same time, and hands the results out in the order of the items.
/// </summary>
/// <param name="isFull">Whether the item no longer fits into the chunk; an empty chunk takes any.</param>
/// <param name="send">Sends a chunk and answers one result for each item; it fails only when it is cancelled.</param>
/// <param name="concurrency">How many chunks are under way at the same time.</param>
internal sealed class BatchRunner<TItem, TResult>(
    Func<List<TItem>, TItem, bool> isFull, Func<List<TItem>, CancellationToken, Task<TResult[]>> send, int concurrency)
{
    // Twice the requests under way, so that a slow one in front does not stop those behind it.
    private readonly int _window = (int)Math.Min(int.MaxValue, 2L * concurrency);

    public async IAsyncEnumerable<TResult> RunAsync(IAsyncEnumerable<TItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var slots = new SemaphoreSlim(concurrency);
        var source = items.GetAsyncEnumerator(stop.Token);
        var running = new Queue<Task<TResult[]>>();
        var chunk = new List<TItem>();
        Task<bool>? next = null;
        ExceptionDispatchInfo? failure = null;
        var isOpen = true;
        try
        {
            while (isOpen || running.Count > 0)
            {
                // Read until a chunk is full; hand out results as soon as the first in line is there.
                while (isOpen && running.Count < _window)
                {
                    next ??= source.MoveNextAsync().AsTask();
                    if (running.Count > 0 && !next.IsCompleted && await Task.WhenAny(next, running.Peek()).ConfigureAwait(false) != next)
                        break;

                    (isOpen, failure) = await ReadAsync(next, stop.Token).ConfigureAwait(false);
                    next = null;
                    if (chunk.Count > 0 && (!isOpen || isFull(chunk, source.Current)))
                    {
                        running.Enqueue(SendAsync(chunk, slots, stop.Token));
                        chunk = [];
                    }

                    if (isOpen)
                        chunk.Add(source.Current);
                }

                if (running.Count == 0)
                    continue;
                foreach (var result in await running.Dequeue().ConfigureAwait(false))
                    yield return result;
            }

            // What was read before the source failed has been handed out.
            failure?.Throw();
        }
        finally
        {
            stop.Cancel();
            await IgnoreAsync(next).ConfigureAwait(false);
            foreach (var task in running)
                await IgnoreAsync(task).ConfigureAwait(false);
            await source.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task<(bool IsOpen, ExceptionDispatchInfo? Failure)> ReadAsync(Task<bool> next, CancellationToken stopped)
    {
        try
        {
            return (await next.ConfigureAwait(false), null);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopped.IsCancellationRequested)
        {
            return (false, ExceptionDispatchInfo.Capture(e));
        }
    }

    private static async Task IgnoreAsync(Task? task)
    {
        try
        {
            await (task ?? Task.CompletedTask).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // nobody is there any more to tell
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private async Task<TResult[]> SendAsync(List<TItem> chunk, SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await send(chunk, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            slots.Release();
        }
    }
}

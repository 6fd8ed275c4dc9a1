using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace MapTiler.Batches;

/// <summary>
/// Sends any number of items in chunks, several of them concurrently, and returns the results in the order of the items.
/// </summary>
/// <param name="isFull">Indicates whether the item does not fit into the chunk. An empty chunk accepts any item.</param>
/// <param name="isComplete">Indicates whether the chunk accepts no more items, so that it is sent without waiting for the next item.</param>
/// <param name="send">Sends a chunk and returns one result per item. It throws only if it is canceled.</param>
/// <param name="concurrency">The maximum number of concurrent chunks.</param>
internal sealed class BatchRunner<TItem, TResult>(
    Func<List<TItem>, TItem, bool> isFull, Func<List<TItem>, bool> isComplete, Func<List<TItem>, CancellationToken, Task<TResult[]>> send, int concurrency)
{
    // Twice the concurrency, so that a slow request at the front does not block those after it.
    private readonly int _window = (int)Math.Min(int.MaxValue, 2L * CheckConcurrency(concurrency));

    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1, so that nothing would run.</exception>
    public static int CheckConcurrency(int concurrency, string parameter = "maxConcurrency") => concurrency >= 1
        ? concurrency
        : throw new ArgumentOutOfRangeException(parameter, "At least one concurrent request must be allowed.");

    public async IAsyncEnumerable<TResult> RunAsync(IAsyncEnumerable<TItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var slots = new SemaphoreSlim(concurrency);
        var stopped = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = stop.Token.Register(static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), stopped);
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
                // Read until a chunk is full; return results as soon as the first running chunk is complete.
                while (isOpen && running.Count < _window)
                {
                    next ??= source.MoveNextAsync().AsTask();
                    if (!next.IsCompleted && await Task.WhenAny(next, running.Count > 0 ? running.Peek() : stopped.Task, stopped.Task).ConfigureAwait(false) != next)
                    {
                        cancellationToken.ThrowIfCancellationRequested(); // the source may not observe the token
                        break;
                    }

                    (isOpen, failure) = await ReadAsync(next, cancellationToken).ConfigureAwait(false);
                    next = null;
                    if (chunk.Count > 0 && (!isOpen || isFull(chunk, source.Current)))
                    {
                        running.Enqueue(SendAsync(chunk, slots, stop.Token));
                        chunk = [];
                    }

                    if (!isOpen)
                        continue;
                    chunk.Add(source.Current);
                    if (isComplete(chunk))
                    {
                        running.Enqueue(SendAsync(chunk, slots, stop.Token));
                        chunk = [];
                    }
                }

                if (running.Count == 0)
                    continue;
                foreach (var result in await ResultsAsync(running.Dequeue(), cancellationToken).ConfigureAwait(false))
                    yield return result;
            }

            // The results of the items before the source failed are already returned.
            failure?.Throw();
        }
        finally
        {
            stop.Cancel();
            foreach (var task in running)
                await IgnoreAsync(task).ConfigureAwait(false);

            // A source that does not observe its token must not block the caller: it is disposed when its read completes.
            var disposal = DisposeAsync(source, next);
            if (next is null or { IsCompleted: true })
                await disposal.ConfigureAwait(false);
        }
    }

    private static async Task DisposeAsync(IAsyncEnumerator<TItem> source, Task<bool>? next)
    {
        await IgnoreAsync(next).ConfigureAwait(false);
        await source.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<(bool IsOpen, ExceptionDispatchInfo? Failure)> ReadAsync(Task<bool> next, CancellationToken cancellationToken)
    {
        try
        {
            return (await next.ConfigureAwait(false), null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception e)
        {
            return (false, ExceptionDispatchInfo.Capture(e));
        }
    }

    private static async Task<TResult[]> ResultsAsync(Task<TResult[]> chunk, CancellationToken cancellationToken)
    {
        try
        {
            return await chunk.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private static async Task IgnoreAsync(Task? task)
    {
        try
        {
            await (task ?? Task.CompletedTask).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // there is no caller left to report it to
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

using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace MapTiler.Batches;

/// <summary>
/// Sends any number of items in chunks, several of them concurrently, and returns the results in the order of the items. After a failure that
/// no item can survive, no more chunks are sent: the results of those that were sent are returned, and then the failure is thrown.
/// </summary>
/// <param name="overflows">Indicates whether the item does not fit into the chunk. An empty chunk accepts any item.</param>
/// <param name="isFull">Indicates whether the chunk accepts no more items, so that it is sent without waiting for the next item.</param>
/// <param name="send">Sends a chunk and returns one result per item. A failed request is the error of its results. What is thrown, such as a cancellation or an <see cref="ObjectDisposedException"/>, ends the batch.</param>
/// <param name="concurrency">The maximum number of concurrent chunks.</param>
internal sealed class BatchRunner<TItem, TResult>(
    Func<List<TItem>, TItem, bool> overflows, Func<List<TItem>, bool> isFull, Func<List<TItem>, CancellationToken, Task<TResult[]>> send, int concurrency)
    where TResult : IBatchResult
{
    // Twice the concurrency, so that a slow request at the front does not block those after it.
    private readonly int _window = (int)Math.Min(int.MaxValue, 2L * Guard.Concurrency(concurrency));

    public async IAsyncEnumerable<TResult> RunAsync(IAsyncEnumerable<TItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var slots = new SemaphoreSlim(concurrency);
        var stopped = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = stop.Token.Register(static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), stopped);
        var source = items.GetAsyncEnumerator(stop.Token);
        var running = new Queue<Task<TResult[]?>>();
        var chunk = new List<TItem>();
        Task<bool>? next = null;
        ExceptionDispatchInfo? failure = null;
        var isOpen = true;
        var end = new End();
        try
        {
            while ((isOpen && end.Failure is null) || running.Count > 0)
            {
                // Read until a chunk is full; return results as soon as the first running chunk is complete.
                while (isOpen && end.Failure is null && running.Count < _window)
                {
                    next ??= source.MoveNextAsync().AsTask();
                    if (!next.IsCompleted && await Task.WhenAny(next, running.Count > 0 ? running.Peek() : stopped.Task, stopped.Task).ConfigureAwait(false) != next)
                    {
                        cancellationToken.ThrowIfCancellationRequested(); // the source may not observe the token
                        break;
                    }

                    (isOpen, failure) = await ReadAsync(next, cancellationToken).ConfigureAwait(false);
                    next = null;
                    if (chunk.Count > 0 && (!isOpen || overflows(chunk, source.Current)))
                    {
                        running.Enqueue(SendAsync(chunk, slots, end, stop.Token));
                        chunk = [];
                    }

                    if (!isOpen)
                        continue;
                    chunk.Add(source.Current);
                    if (isFull(chunk))
                    {
                        running.Enqueue(SendAsync(chunk, slots, end, stop.Token));
                        chunk = [];
                    }
                }

                if (running.Count == 0)
                    continue;
                foreach (var result in await ResultsAsync(running.Dequeue(), cancellationToken).ConfigureAwait(false) ?? [])
                    yield return result;
            }

            if (end.Failure is { } error)
                throw ErrorFactory.OfBatch(error);
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

    private static async Task<TResult[]?> ResultsAsync(Task<TResult[]?> chunk, CancellationToken cancellationToken)
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

    /// <returns>The results; null if the batch ended before the chunk was sent.</returns>
    private async Task<TResult[]?> SendAsync(List<TItem> chunk, SemaphoreSlim slots, End end, CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (end.Failure is not null)
                return null;
            var results = await send(chunk, cancellationToken).ConfigureAwait(false);
            foreach (var result in results)
            {
                if (result.Error is { } error && BatchFailure.IsOfEveryItem(error))
                    end.Failure ??= error;
            }

            return results;
        }
        finally
        {
            slots.Release();
        }
    }

    /// <summary>The failure that ended the batch.</summary>
    private sealed class End
    {
        private volatile MapTilerException? _failure;

        public MapTilerException? Failure { get => _failure; set => _failure = value; }
    }
}

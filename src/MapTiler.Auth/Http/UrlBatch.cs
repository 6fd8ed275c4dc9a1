using System.Runtime.CompilerServices;

namespace MapTiler;

/// <summary>
/// Splits items into requests by number and by the length of the address. An item that cannot be sent is an error in its place; a
/// request that fails is the error of its items.
/// </summary>
/// <param name="endpoint">The endpoint, which knows how many items one request takes.</param>
/// <param name="room">How long the items of one request may be, with one separator less than there are items.</param>
/// <param name="write">Writes one item.</param>
/// <param name="get">Sends items and answers one value for each.</param>
/// <param name="result">Makes the result of an item.</param>
internal sealed class UrlBatch<TItem, TAnswer, TResult>(
    Endpoint endpoint, int room, ItemWriter<TItem> write, Func<IReadOnlyList<TItem>, CancellationToken, Task<IReadOnlyList<TAnswer>>> get, ItemResult<TItem, TAnswer, TResult> result)
{
    public IAsyncEnumerable<TResult> RunAsync(IAsyncEnumerable<TItem> items, int maxConcurrency, CancellationToken cancellationToken) =>
        new BatchRunner<Entry, TResult>(IsFull, chunk => chunk.Count == endpoint.BatchLimit, SendAsync, maxConcurrency).RunAsync(MeasureAsync(items, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<Entry> MeasureAsync(IAsyncEnumerable<TItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var index = 0L;
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return Measure(index++, item);
    }

    private Entry Measure(long index, TItem item)
    {
        try
        {
            var url = new UrlWriter(MapTilerAddresses.PublicApi, stackalloc char[UrlWriter.InitialLength]);
            var start = url.Length;
            write(ref url, item);
            var length = url.Length - start;
            return length <= room
                ? new Entry(index, item, length + 1, null)
                : new Entry(index, item, 0, Error(MapTilerErrorReason.UriTooLong, $"The item makes an address longer than {UrlWriter.MaxLength} bytes. It was not sent.", null));
        }
        catch (ArgumentException e)
        {
            return new Entry(index, item, 0, Error(MapTilerErrorReason.InvalidRequest, $"The item was not sent. {e.Message}", e));
        }
    }

    private bool IsFull(List<Entry> chunk, Entry next)
    {
        var length = next.Length - 1; // one separator less than items
        foreach (var entry in chunk)
            length += entry.Length;
        return length > room;
    }

    private async Task<TResult[]> SendAsync(List<Entry> chunk, CancellationToken cancellationToken)
    {
        var sent = chunk.Where(entry => entry.Error is null).Select(entry => entry.Item).ToList();
        try
        {
            var answers = sent.Count == 0 ? [] : await get(sent, cancellationToken).ConfigureAwait(false);
            if (answers.Count != sent.Count)
                throw Error(MapTilerErrorReason.InvalidResponse, $"MapTiler answered {answers.Count} results for {sent.Count} items, so none can be told apart.", null);

            var next = 0;
            return [.. chunk.Select(entry => entry.Error is null ? result(entry.Index, entry.Item, answers[next++], null) : result(entry.Index, entry.Item, default, entry.Error))];
        }
        catch (Exception e) when (e is not (OperationCanceledException or ObjectDisposedException))
        {
            var error = ErrorFactory.OfItem(e);
            return [.. chunk.Select(entry => result(entry.Index, entry.Item, default, entry.Error ?? error))];
        }
    }

    private MapTilerException Error(MapTilerErrorReason reason, string message, Exception? cause) =>
        new(reason, message, innerException: cause) { Endpoint = endpoint.Template };

    private readonly record struct Entry(long Index, TItem Item, int Length, MapTilerException? Error);
}

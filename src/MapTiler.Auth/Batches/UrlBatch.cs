using System.Runtime.CompilerServices;

namespace MapTiler.Batches;

/// <summary>Creates the result of an item from its part of the response or from its error.</summary>
internal delegate TResult ItemResult<TItem, TValue, TResult>(long index, TItem item, TValue? value, MapTilerException? error);

/// <summary>
/// Splits items into requests by their number and by the length of the URL. An invalid item is an error in its own result only.
/// <para>
/// A request that fails because of its items (<see cref="BatchFailure.IsOfOneItem"/>) is divided into halves until each bad item is alone in its request. A bad item among
/// n costs at most 2 log2 n more requests, and n bad items cost 2 (n - 1). After <see cref="MaxFailures"/> failures without a success in between, a request is only
/// divided if its first or its last item alone succeeds; otherwise the cause is hardly the items. Any other failed request is the error of its items.
/// </para>
/// </summary>
/// <param name="sender">Sends the requests.</param>
/// <param name="endpoint">The endpoint, with the maximum number of items in a request.</param>
/// <param name="suffix">The part of the URL after the items: the extension and the query.</param>
/// <param name="write">Writes one item.</param>
/// <param name="parse">Parses a response into one value per item.</param>
/// <param name="result">Creates the result of an item.</param>
internal sealed class UrlBatch<TItem, TValue, TResult>(
    RequestSender sender, Endpoint endpoint, string suffix, ItemWriter<TItem> write, ResponseParser<IReadOnlyList<TValue>> parse, ItemResult<TItem, TValue, TResult> result)
    where TResult : IBatchResult
{
    /// <summary>More than the requests into which the items of one request can be divided.</summary>
    public const int MaxFailures = 100;

    private readonly int _maxLength = UrlWriter.MaxLength - sender.Urls.Batch(endpoint, [], suffix).AbsoluteUri.Length;
    private int _failures; // since the last success

    public IAsyncEnumerable<TResult> RunAsync(IAsyncEnumerable<TItem> items, int maxConcurrency, CancellationToken cancellationToken) =>
        new BatchRunner<Entry, TResult>(Overflows, chunk => chunk.Count == endpoint.BatchLimit, SendAsync, maxConcurrency).RunAsync(EncodeAsync(items, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<Entry> EncodeAsync(IAsyncEnumerable<TItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var index = 0L;
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return Encode(index++, item);
    }

    private Entry Encode(long index, TItem item)
    {
        try
        {
            var url = new UrlWriter(stackalloc char[UrlWriter.InitialLength]);
            write(ref url, item);
            return url.Length <= _maxLength
                ? new Entry(index, item, url.Finish(), null)
                : new Entry(index, item, "", Error(MapTilerErrorReason.UriTooLong, $"The URL of the item would be longer than {UrlWriter.MaxLength} bytes. The item was not sent. Shorten it.", null));
        }
        catch (ArgumentException e)
        {
            return new Entry(index, item, "", Error(MapTilerErrorReason.InvalidRequest, $"The item was not sent. {e.Message}", e));
        }
    }

    private bool Overflows(List<Entry> chunk, Entry next)
    {
        var length = next.Encoded.Length;
        foreach (var entry in chunk)
            length += entry.Error is null ? entry.Encoded.Length + 1 : 0;
        return length > _maxLength;
    }

    private async Task<TResult[]> SendAsync(List<Entry> chunk, CancellationToken cancellationToken)
    {
        var sent = chunk.Where(entry => entry.Error is null).ToArray();
        var outcomes = new Outcome[sent.Length];
        if (sent.Length > 0)
            await SendOrSplitAsync(sent, outcomes, cancellationToken).ConfigureAwait(false);

        var next = 0;
        return [.. chunk.Select(entry =>
        {
            var (value, error) = entry.Error is null ? outcomes[next++] : new Outcome(default, entry.Error);
            return result(entry.Index, entry.Item, value, error);
        })];
    }

    /// <summary>Sends items, and if that fails because of one of them, sends them in smaller requests.</summary>
    /// <returns>Whether one request with all of them succeeded.</returns>
    private async Task<bool> SendOrSplitAsync(ReadOnlyMemory<Entry> items, Memory<Outcome> outcomes, CancellationToken cancellationToken)
    {
        var error = await TrySendAsync(items, outcomes, cancellationToken).ConfigureAwait(false);
        if (error is null)
        {
            Volatile.Write(ref _failures, 0);
            return true;
        }

        var failures = Interlocked.Increment(ref _failures);
        if (items.Length > 1 && BatchFailure.IsOfOneItem(error) && (failures <= MaxFailures || await HasGoodItemAsync(items, outcomes, cancellationToken).ConfigureAwait(false)))
            await SplitAsync(items, outcomes, cancellationToken).ConfigureAwait(false);
        else
            outcomes.Span.Fill(new Outcome(default, error));
        return false;
    }

    private async Task<bool> HasGoodItemAsync(ReadOnlyMemory<Entry> items, Memory<Outcome> outcomes, CancellationToken cancellationToken) =>
        await SendOrSplitAsync(items.Slice(0, 1), outcomes.Slice(0, 1), cancellationToken).ConfigureAwait(false)
        || await SendOrSplitAsync(items.Slice(items.Length - 1), outcomes.Slice(items.Length - 1), cancellationToken).ConfigureAwait(false);

    private async Task SplitAsync(ReadOnlyMemory<Entry> items, Memory<Outcome> outcomes, CancellationToken cancellationToken)
    {
        var half = items.Length / 2;
        var firstHalfSucceeded = await SendOrSplitAsync(items.Slice(0, half), outcomes.Slice(0, half), cancellationToken).ConfigureAwait(false);
        // If the first half succeeded, the bad item is in the second half, which is divided without being sent. A single item is sent, because that is not certain.
        if (firstHalfSucceeded && items.Length - half > 1)
            await SplitAsync(items.Slice(half), outcomes.Slice(half), cancellationToken).ConfigureAwait(false);
        else
            await SendOrSplitAsync(items.Slice(half), outcomes.Slice(half), cancellationToken).ConfigureAwait(false);
    }

    private async Task<MapTilerException?> TrySendAsync(ReadOnlyMemory<Entry> items, Memory<Outcome> outcomes, CancellationToken cancellationToken)
    {
        try
        {
            var encoded = items.ToArray().Select(entry => entry.Encoded).ToList();
            var values = await sender.SendAsync(ApiRequest.For(endpoint, urls => urls.Batch(endpoint, encoded, suffix), parse, encoded.Count), cancellationToken).ConfigureAwait(false);
            if (values.Count != encoded.Count)
                return Error(MapTilerErrorReason.InvalidResponse, $"MapTiler returned {values.Count} results for {encoded.Count} items, so that they cannot be assigned.", null);

            for (var i = 0; i < values.Count; i++)
                outcomes.Span[i] = new Outcome(values[i], null);
            return null;
        }
        catch (Exception e) when (ErrorFactory.IsOfItem(e))
        {
            return ErrorFactory.OfItem(e);
        }
    }

    private MapTilerException Error(MapTilerErrorReason reason, string message, Exception? cause) =>
        new(reason, message, innerException: cause) { Endpoint = endpoint.Template };

    private readonly record struct Entry(long Index, TItem Item, string Encoded, MapTilerException? Error);

    private readonly record struct Outcome(TValue? Value, MapTilerException? Error);
}

/// <summary>Converts a collection to an asynchronous sequence.</summary>
internal static class AsyncItems
{
#pragma warning disable CS1998 // there is nothing to await
    public static async IAsyncEnumerable<T> AsAsync<T>(this IEnumerable<T> items)
#pragma warning restore CS1998
    {
        foreach (var item in items)
            yield return item;
    }
}

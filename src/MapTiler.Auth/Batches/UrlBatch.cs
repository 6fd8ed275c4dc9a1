using System.Runtime.CompilerServices;

namespace MapTiler.Batches;

/// <summary>Writes an item of a batch into a URL.</summary>
/// <exception cref="ArgumentException">The item is invalid.</exception>
internal delegate void ItemWriter<TItem>(ref UrlWriter url, TItem item);

/// <summary>Creates the result of an item from its part of the response or from its error.</summary>
internal delegate TResult ItemResult<TItem, TValue, TResult>(long index, TItem item, TValue? value, MapTilerException? error);

/// <summary>
/// Splits items into requests by their number and by the length of the URL. An invalid item is an error in its own result only; a failed
/// request is the error of its items.
/// </summary>
/// <param name="sender">Sends the requests.</param>
/// <param name="endpoint">The endpoint, with the maximum number of items in a request.</param>
/// <param name="sample">The URL of a request with one item, without credentials.</param>
/// <param name="sampleItem">That item as it is in the path of <paramref name="sample"/>.</param>
/// <param name="write">Writes one item.</param>
/// <param name="parse">Parses a response into one value per item.</param>
/// <param name="result">Creates the result of an item.</param>
internal sealed class UrlBatch<TItem, TValue, TResult>(
    RequestSender sender, Endpoint endpoint, Uri sample, string sampleItem, ItemWriter<TItem> write, ResponseParser<IReadOnlyList<TValue>> parse, ItemResult<TItem, TValue, TResult> result)
{
    private readonly string _path = endpoint.Template.Substring(0, endpoint.Template.IndexOf('{'));
    private readonly string _suffix = sample.AbsoluteUri.Substring(sample.AbsoluteUri.LastIndexOf("/" + sampleItem + ".json", StringComparison.Ordinal) + 1 + sampleItem.Length);
    private readonly int _maxLength = UrlWriter.MaxLength - (sample.AbsoluteUri.Length - sampleItem.Length);

    public IAsyncEnumerable<TResult> RunAsync(IAsyncEnumerable<TItem> items, int maxConcurrency, CancellationToken cancellationToken) =>
        new BatchRunner<Entry, TResult>(IsFull, chunk => chunk.Count == endpoint.BatchLimit, SendAsync, maxConcurrency).RunAsync(EncodeAsync(items, cancellationToken), cancellationToken);

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

    private bool IsFull(List<Entry> chunk, Entry next)
    {
        var length = next.Encoded.Length;
        foreach (var entry in chunk)
            length += entry.Error is null ? entry.Encoded.Length + 1 : 0;
        return length > _maxLength;
    }

    private async Task<TResult[]> SendAsync(List<Entry> chunk, CancellationToken cancellationToken)
    {
        var sent = chunk.Where(entry => entry.Error is null).Select(entry => entry.Encoded).ToList();
        try
        {
            var values = sent.Count == 0
                ? []
                : await sender.SendAsync(ApiRequest.For(endpoint, urls => urls.Batch(_path, sent, _suffix), parse, sent.Count), cancellationToken).ConfigureAwait(false);
            if (values.Count != sent.Count)
                throw Error(MapTilerErrorReason.InvalidResponse, $"MapTiler returned {values.Count} results for {sent.Count} items, so that they cannot be assigned.", null);

            var next = 0;
            return [.. chunk.Select(entry => entry.Error is null ? result(entry.Index, entry.Item, values[next++], null) : result(entry.Index, entry.Item, default, entry.Error))];
        }
        catch (Exception e) when (e is not (OperationCanceledException or ObjectDisposedException))
        {
            var error = ErrorFactory.OfItem(e);
            return [.. chunk.Select(entry => result(entry.Index, entry.Item, default, entry.Error ?? error))];
        }
    }

    private MapTilerException Error(MapTilerErrorReason reason, string message, Exception? cause) =>
        new(reason, message, innerException: cause) { Endpoint = endpoint.Template };

    private readonly record struct Entry(long Index, TItem Item, string Encoded, MapTilerException? Error);
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

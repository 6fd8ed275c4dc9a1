using System.Runtime.CompilerServices;

namespace MapTiler.Geocoding;

/// <summary>Splits queries into requests by number and by the length of the address, and sends them.</summary>
internal sealed class GeocodingBatch
{
    private readonly RequestSender _sender;
    private readonly GeocodingBatchOptions _options;
    private readonly int _room;

    public GeocodingBatch(RequestSender sender, GeocodingBatchOptions options)
    {
        if (options.MaxConcurrency < 1)
            throw new ArgumentOutOfRangeException(nameof(options.MaxConcurrency), "At least one request must be allowed to run.");

        _sender = sender;
        _options = options;
        _room = UrlWriter.MaxLength - sender.Urls.GeocodingBatch(["x"], options).AbsoluteUri.Length + 1;
    }

    public IAsyncEnumerable<GeocodingBatchResult> RunAsync(IAsyncEnumerable<GeocodingQuery> queries, CancellationToken cancellationToken) =>
        new BatchRunner<Item, GeocodingBatchResult>(IsFull, SendAsync, _options.MaxConcurrency).RunAsync(MeasureAsync(queries, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<Item> MeasureAsync(
        IAsyncEnumerable<GeocodingQuery> queries, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var index = 0L;
        await foreach (var query in queries.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return Measure(index++, query);
    }

    private Item Measure(long index, GeocodingQuery query)
    {
        try
        {
            var url = new UrlWriter(MapTilerAddresses.PublicApi, stackalloc char[UrlWriter.InitialLength]);
            var start = url.Length;
            query.WriteTo(ref url, nameof(query));
            if (query.Place is not null)
                GeocodingParameters.CheckReverse(_options);
            var length = url.Length - start;
            return length <= _room
                ? new Item(index, query, length + 1, null)
                : new Item(index, query, 0, Error(MapTilerErrorReason.UriTooLong, $"The query makes an address longer than {UrlWriter.MaxLength} bytes. It was not sent.", null));
        }
        catch (ArgumentException e)
        {
            return new Item(index, query, 0, Error(MapTilerErrorReason.InvalidRequest, $"The query was not sent. {e.Message}", e));
        }
    }

    private bool IsFull(List<Item> chunk, Item next)
    {
        if (chunk.Count == Endpoints.GeocodingBatch.BatchLimit)
            return true;

        var length = next.Length - 1; // one separator less than queries
        foreach (var item in chunk)
            length += item.Length;
        return length > _room;
    }

    private async Task<GeocodingBatchResult[]> SendAsync(List<Item> chunk, CancellationToken cancellationToken)
    {
        var sent = chunk.Where(item => item.Error is null).ToList();
        try
        {
            var answers = sent.Count == 0 ? [] : await GetAsync(sent, cancellationToken).ConfigureAwait(false);
            var next = 0;
            return [.. chunk.Select(item => item.Error is null ? item.Succeeded(answers[next++]) : item.Failed(item.Error))];
        }
        catch (Exception e) when (e is not (OperationCanceledException or ObjectDisposedException))
        {
            // Also what a handler of the application threw costs no more than these items.
            var error = e as MapTilerException ?? Error(MapTilerErrorReason.ConnectionFailed, $"The request failed on its way: {e.Message}", e);
            return [.. chunk.Select(item => item.Failed(item.Error ?? error))];
        }
    }

    private async Task<List<GeocodingResult>> GetAsync(List<Item> items, CancellationToken cancellationToken)
    {
        var answers = await _sender.GetAsync(Endpoints.GeocodingBatch, urls => urls.GeocodingBatch([.. items.Select(item => item.Query)], _options),
            GeocodingJson.ReadBatch, cancellationToken, items.Count).ConfigureAwait(false);
        return answers.Count == items.Count
            ? answers
            : throw Error(MapTilerErrorReason.InvalidResponse, $"MapTiler answered {answers.Count} results for {items.Count} queries, so none can be told apart.", null);
    }

    private static MapTilerException Error(MapTilerErrorReason reason, string message, Exception? cause) =>
        new(reason, message, innerException: cause) { Endpoint = Endpoints.GeocodingBatch.Template };

    private readonly record struct Item(long Index, GeocodingQuery Query, int Length, MapTilerException? Error)
    {
        public GeocodingBatchResult Succeeded(GeocodingResult result) => new() { Index = Index, Query = Query, Result = result };

        public GeocodingBatchResult Failed(MapTilerException error) => new() { Index = Index, Query = Query, Error = error };
    }
}

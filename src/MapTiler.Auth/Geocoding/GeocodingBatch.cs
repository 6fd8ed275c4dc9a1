namespace MapTiler.Geocoding;

/// <summary>A batch of queries.</summary>
internal static class GeocodingBatch
{
    public static IAsyncEnumerable<GeocodingBatchResult> RunAsync(
        RequestSender sender, IAsyncEnumerable<GeocodingQuery> queries, GeocodingBatchOptions options, CancellationToken cancellationToken)
    {
        var room = UrlWriter.MaxLength - sender.Urls.GeocodingBatch(["x"], options).AbsoluteUri.Length + 1;
        return new UrlBatch<GeocodingQuery, GeocodingResult, GeocodingBatchResult>(
            Endpoints.GeocodingBatch,
            room,
            (ref url, query) =>
            {
                query.WriteTo(ref url, nameof(query));
                if (query.Place is not null)
                    GeocodingParameters.CheckReverse(options);
            },
            async (items, token) => await sender.SendAsync(
                ApiRequest.For(Endpoints.GeocodingBatch, urls => urls.GeocodingBatch(items, options), GeocodingJson.ReadBatch, items.Count),
                token).ConfigureAwait(false),
            static (index, query, result, error) => new GeocodingBatchResult { Index = index, Query = query, Result = result, Error = error })
            .RunAsync(queries, options.MaxConcurrency, cancellationToken);
    }
}

namespace MapTiler.Geocoding;

/// <inheritdoc cref="IGeocodingClient"/>
internal sealed class GeocodingClient(RequestSender sender) : IGeocodingClient
{
    public Task<GeocodingResult> SearchAsync(string query, GeocodingSearchOptions? options = null, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.GeocodingSearch, sender.Urls.GeocodingSearch(query, options), GeocodingJson.Read, items: 1, cancellationToken);

    public Task<GeocodingResult> ReverseAsync(LngLat place, GeocodingReverseOptions? options = null, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.GeocodingReverse, sender.Urls.GeocodingReverse(place, options), GeocodingJson.Read, items: 1, cancellationToken);

    public async Task<GeocodingFeature?> GetByIdAsync(string id, GeocodingByIdOptions? options = null, CancellationToken cancellationToken = default)
    {
        var uri = sender.Urls.GeocodingById(id, options);
        var result = await sender.GetAsync(Endpoints.GeocodingById, uri, GeocodingJson.Read, items: 1, cancellationToken).ConfigureAwait(false);
        return result.Features.Count == 0 ? null : result.Features[0];
    }

    public IAsyncEnumerable<GeocodingBatchResult> BatchAsync(
        IAsyncEnumerable<GeocodingQuery> queries, GeocodingBatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(queries, nameof(queries));
        return new GeocodingBatch(sender, options ?? new()).RunAsync(queries, cancellationToken);
    }
}

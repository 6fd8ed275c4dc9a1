namespace MapTiler.Geocoding;

/// <inheritdoc cref="IGeocodingClient"/>
internal sealed class GeocodingClient(RequestSender sender) : IGeocodingClient
{
    public Task<GeocodingResult> SearchAsync(string query, GeocodingSearchOptions? options = null, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.GeocodingSearch, urls => urls.GeocodingSearch(query, options), GeocodingJson.Read, cancellationToken);

    public Task<GeocodingResult> ReverseAsync(LngLat place, GeocodingReverseOptions? options = null, CancellationToken cancellationToken = default) =>
        sender.GetAsync(Endpoints.GeocodingReverse, urls => urls.GeocodingReverse(place, options), GeocodingJson.Read, cancellationToken);

    public async Task<GeocodingFeature?> GetByIdAsync(string id, GeocodingByIdOptions? options = null, CancellationToken cancellationToken = default)
    {
        var result = await sender.GetAsync(Endpoints.GeocodingById, urls => urls.GeocodingById(id, options), GeocodingJson.Read, cancellationToken).ConfigureAwait(false);
        return result.Features.Count == 0 ? null : result.Features[0];
    }

    public IAsyncEnumerable<GeocodingBatchResult> BatchAsync(
        IAsyncEnumerable<GeocodingQuery> queries, GeocodingBatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(queries, nameof(queries));
        return GeocodingBatch.RunAsync(sender, queries, options ?? new(), cancellationToken);
    }
}

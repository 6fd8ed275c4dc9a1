using System.Runtime.CompilerServices;

namespace MapTiler.Geocoding;

/// <summary>
/// Finds places by name, names by place, and places by id.
/// See <see href="https://docs.maptiler.com/cloud/api/geocoding/">the Geocoding API</see>. Safe for concurrent use.
/// </summary>
public class GeocodingClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected GeocodingClient() => _sender = null!;

    internal GeocodingClient(RequestSender sender) => _sender = sender;

    /// <summary>Finds places by their name, address, postal code or category.</summary>
    /// <param name="query">The text as a person writes it; it is trimmed and escaped.</param>
    /// <param name="options">Filters and preferences.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The places, best first; none is an empty list.</returns>
    /// <exception cref="ArgumentException">The query is empty, or the service would read it as a place (<c>8.5,47.4</c>) or an id (<c>country.1</c>); or an option is out of its range.</exception>
    /// <exception cref="MapTilerException">The call failed.</exception>
    public virtual Task<GeocodingResult> SearchAsync(string query, GeocodingSearchOptions? options = null, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.GeocodingSearch, urls => urls.GeocodingSearch(query, options), GeocodingJson.Read), cancellationToken);

    /// <summary>Finds what is at a place.</summary>
    /// <param name="place">The place; its longitude between -180 and 180.</param>
    /// <param name="options">Filters and preferences.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What is there; nothing is an empty list.</returns>
    /// <exception cref="ArgumentException">The place or an option is out of its range.</exception>
    /// <exception cref="MapTilerException">The call failed.</exception>
    public virtual Task<GeocodingResult> ReverseAsync(LngLat place, GeocodingReverseOptions? options = null, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.GeocodingReverse, urls => urls.GeocodingReverse(place, options), GeocodingJson.Read), cancellationToken);

    /// <summary>Gets one feature with its full geometry. Ids change when the service renews its index: do not store them.</summary>
    /// <param name="id">The id of a feature, such as <c>municipality.46425</c>.</param>
    /// <param name="options">Preferences.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The feature; <see langword="null"/> if the service answers without one.</returns>
    /// <exception cref="ArgumentException">The id has another form, or an option is out of its range.</exception>
    /// <exception cref="MapTilerException">The call failed.</exception>
    public virtual async Task<GeocodingFeature?> GetByIdAsync(string id, GeocodingByIdOptions? options = null, CancellationToken cancellationToken = default)
    {
        var result = await _sender.SendAsync(
            ApiRequest.For(Endpoints.GeocodingById, urls => urls.GeocodingById(id, options), GeocodingJson.Read),
            cancellationToken).ConfigureAwait(false);
        return result.Features.Count == 0 ? null : result.Features[0];
    }

    /// <summary>
    /// Geocodes any number of queries, up to 50 in one request. Every query is billed; nothing is dropped or merged.
    /// </summary>
    /// <param name="queries">Texts, places and ids; read as they are needed.</param>
    /// <param name="options">Options that count for every query, and how many requests run at the same time.</param>
    /// <param name="cancellationToken">Cancels what runs and what has not started.</param>
    /// <returns>One result for each query, in the order of the queries; a failure costs only the queries of its request.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public virtual IAsyncEnumerable<GeocodingBatchResult> BatchAsync(
        IAsyncEnumerable<GeocodingQuery> queries, GeocodingBatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(queries, nameof(queries));
        return GeocodingBatch.RunAsync(_sender, queries, options ?? new(), cancellationToken);
    }

    /// <inheritdoc cref="BatchAsync(IAsyncEnumerable{GeocodingQuery}, GeocodingBatchOptions?, CancellationToken)"/>
    [OverloadResolutionPriority(1)] // an empty collection expression, and one of strings and locations, are queries
    public virtual IAsyncEnumerable<GeocodingBatchResult> BatchAsync(
        IEnumerable<GeocodingQuery> queries, GeocodingBatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(queries, nameof(queries));
        return BatchAsync(queries.AsAsync(), options, cancellationToken);
    }

    /// <inheritdoc cref="BatchAsync(IAsyncEnumerable{GeocodingQuery}, GeocodingBatchOptions?, CancellationToken)"/>
    public virtual IAsyncEnumerable<GeocodingBatchResult> BatchAsync(
        IEnumerable<string> queries, GeocodingBatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(queries, nameof(queries));
        return BatchAsync(queries.Select(GeocodingQuery.Search), options, cancellationToken);
    }
}

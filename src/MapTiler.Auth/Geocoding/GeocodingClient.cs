using System.Runtime.CompilerServices;

namespace MapTiler.Geocoding;

/// <summary>
/// The client of the <see href="https://docs.maptiler.com/cloud/api/geocoding/">Geocoding API</see>: finds places by name, by location and by id.
/// It is safe for concurrent use.
/// </summary>
public class GeocodingClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected GeocodingClient() => _sender = null!;

    internal GeocodingClient(RequestSender sender) => _sender = sender;

    /// <summary>Finds places by name, address, postal code or category.</summary>
    /// <param name="query">
    /// The query as a person writes it. It is trimmed and escaped. A query that the service would read as a location (<c>8.5,47.4</c>) or as an id
    /// (<c>Hauptstr.5</c>) is sent as a search string: <c>8.5 47.4</c>, <c>Hauptstr. 5</c>.
    /// </param>
    /// <param name="options">The filters and preferences; <see langword="null"/> for the defaults of the service.</param>
    /// <param name="cancellationToken">The token that cancels the request.</param>
    /// <returns>The features, best match first; an empty list if nothing was found.</returns>
    /// <exception cref="ArgumentException">The query is empty, or an option is out of range.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    /// <example>
    /// <code>
    /// var result = await client.Geocoding.SearchAsync("Bahnhofstrasse 1, Zürich", new GeocodingSearchOptions { Countries = ["ch"], Limit = 1 });
    /// foreach (var feature in result.Features)
    ///     Console.WriteLine($"{feature.PlaceName}: {feature.Center}");
    /// </code>
    /// </example>
    public virtual Task<GeocodingResult> SearchAsync(string query, GeocodingSearchOptions? options = null, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.GeocodingSearch, urls => urls.GeocodingSearch(query, options), GeocodingJson.Read), cancellationToken);

    /// <summary>Finds the places at a location.</summary>
    /// <param name="location">The location; its longitude is between -180 and 180 degrees.</param>
    /// <param name="options">The filters and preferences; <see langword="null"/> for the defaults of the service.</param>
    /// <param name="cancellationToken">The token that cancels the request.</param>
    /// <returns>The features from the smallest to the largest; an empty list if nothing was found.</returns>
    /// <exception cref="ArgumentException">The location or an option is out of range.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<GeocodingResult> ReverseAsync(LngLat location, GeocodingReverseOptions? options = null, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ApiRequest.For(Endpoints.GeocodingReverse, urls => urls.GeocodingReverse(location, options), GeocodingJson.Read), cancellationToken);

    /// <summary>Gets a feature with its full geometry by its id. Ids change when the service updates its data: do not store them.</summary>
    /// <param name="id">The id of a feature, such as <c>municipality.46425</c>.</param>
    /// <param name="options">The preferences; <see langword="null"/> for the defaults of the service.</param>
    /// <param name="cancellationToken">The token that cancels the request.</param>
    /// <returns>The feature; <see langword="null"/> if the response contains none.</returns>
    /// <exception cref="ArgumentException">The id has another form, or an option is out of range.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<GeocodingFeature?> GetByIdAsync(string id, GeocodingByIdOptions? options = null, CancellationToken cancellationToken = default)
    {
        return FirstAsync(_sender.SendAsync(ApiRequest.For(Endpoints.GeocodingById, urls => urls.GeocodingById(id, options), GeocodingJson.Read), cancellationToken));

        static async Task<GeocodingFeature?> FirstAsync(Task<GeocodingResult> response) =>
            await response.ConfigureAwait(false) is { Features: { Count: > 0 } features } ? features[0] : null;
    }

    /// <summary>Geocodes any number of queries, up to 50 per request. Each query is billed; none is dropped or merged.</summary>
    /// <param name="queries">The search strings, locations and ids. They are read as they are needed.</param>
    /// <param name="options">
    /// The options of every query; <see langword="null"/> for the defaults of the service. A location or an id fails with an error if an option does not
    /// apply to it, such as <see cref="GeocodingSearchOptions.Countries"/>.
    /// </param>
    /// <param name="maxConcurrency">The maximum number of concurrent requests, 1 or more.</param>
    /// <param name="cancellationToken">The token that cancels the running and the remaining requests.</param>
    /// <returns>
    /// One result per query, in the order of the queries. A query that the service rejects affects only itself: the queries of its request are sent again in
    /// smaller requests, at most 11 more for one such query and 98 more for all queries of a request.
    /// </returns>
    /// <exception cref="MapTilerException">
    /// While enumerating: the credential, the quota or the plan of the account does not allow the requests. No more queries are sent, and the results of those that
    /// were sent have been returned.
    /// </exception>
    /// <exception cref="ArgumentException">An option or <paramref name="maxConcurrency"/> is out of range.</exception>
    /// <example>
    /// <code>
    /// await foreach (var result in client.Geocoding.BatchAsync(addresses, new GeocodingSearchOptions { Limit = 1 }, maxConcurrency: 8))
    ///     Console.WriteLine(result.Error is null ? $"{result.Query}: {result.Features.FirstOrDefault()}" : $"{result.Query}: {result.Error.Message}");
    /// </code>
    /// </example>
    public virtual IAsyncEnumerable<GeocodingBatchResult> BatchAsync(
        IAsyncEnumerable<GeocodingQuery> queries, GeocodingSearchOptions? options = null, int maxConcurrency = 4, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(queries, nameof(queries));
        options ??= new();
        return new UrlBatch<GeocodingQuery, GeocodingResult, GeocodingBatchResult>(
            _sender,
            Endpoints.GeocodingBatch,
            UrlWriter.Part((ref url) => MapTilerUrlBuilder.WriteGeocodingBatchSuffix(ref url, options)),
            (ref url, query) =>
            {
                query.WriteTo(ref url, nameof(query));
                GeocodingParameters.CheckApplies(query, options);
            },
            GeocodingJson.ReadBatch,
            static (index, query, result, error) => new GeocodingBatchResult { Index = index, Query = query, Result = result, Error = error })
            .RunAsync(queries, maxConcurrency, cancellationToken);
    }

    /// <inheritdoc cref="BatchAsync(IAsyncEnumerable{GeocodingQuery}, GeocodingSearchOptions?, int, CancellationToken)"/>
    [OverloadResolutionPriority(1)] // for an empty collection expression, and for one of strings and locations
    public virtual IAsyncEnumerable<GeocodingBatchResult> BatchAsync(
        IEnumerable<GeocodingQuery> queries, GeocodingSearchOptions? options = null, int maxConcurrency = 4, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(queries, nameof(queries));
        return BatchAsync(queries.AsAsync(), options, maxConcurrency, cancellationToken);
    }

    /// <inheritdoc cref="BatchAsync(IAsyncEnumerable{GeocodingQuery}, GeocodingSearchOptions?, int, CancellationToken)"/>
    public virtual IAsyncEnumerable<GeocodingBatchResult> BatchAsync(
        IEnumerable<string> queries, GeocodingSearchOptions? options = null, int maxConcurrency = 4, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(queries, nameof(queries));
        return BatchAsync(queries.Select(GeocodingQuery.Search).AsAsync(), options, maxConcurrency, cancellationToken);
    }

    /// <inheritdoc cref="BatchAsync(IAsyncEnumerable{GeocodingQuery}, GeocodingSearchOptions?, int, CancellationToken)"/>
    public virtual IAsyncEnumerable<GeocodingBatchResult> BatchAsync(
        IAsyncEnumerable<string> queries, GeocodingSearchOptions? options = null, int maxConcurrency = 4, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(queries, nameof(queries));
        return BatchAsync(SearchesAsync(queries, cancellationToken), options, maxConcurrency, cancellationToken);

        static async IAsyncEnumerable<GeocodingQuery> SearchesAsync(IAsyncEnumerable<string> queries, [EnumeratorCancellation] CancellationToken token)
        {
            await foreach (var query in queries.WithCancellation(token).ConfigureAwait(false))
                yield return GeocodingQuery.Search(query);
        }
    }

    /// <summary>Finds the places at any number of locations, up to 50 per request. Each location is billed; none is dropped or merged.</summary>
    /// <param name="locations">The locations. They are read as they are needed.</param>
    /// <param name="options">The options of every location; <see langword="null"/> for the defaults of the service.</param>
    /// <param name="maxConcurrency">The maximum number of concurrent requests, 1 or more.</param>
    /// <param name="cancellationToken">The token that cancels the running and the remaining requests.</param>
    /// <returns>
    /// One result per location, in the order of the locations. A location that the service rejects affects only itself: the locations of its request are sent again in
    /// smaller requests, at most 11 more for one such location and 98 more for all locations of a request.
    /// </returns>
    /// <exception cref="MapTilerException">
    /// While enumerating: the credential, the quota or the plan of the account does not allow the requests. No more locations are sent, and the results of those that
    /// were sent have been returned.
    /// </exception>
    /// <exception cref="ArgumentException">An option or <paramref name="maxConcurrency"/> is out of range.</exception>
    public virtual IAsyncEnumerable<GeocodingBatchResult> BatchAsync(
        IEnumerable<LngLat> locations, GeocodingReverseOptions? options = null, int maxConcurrency = 4, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(locations, nameof(locations));
        _sender.Urls.GeocodingReverse(default, options); // throws for an option that is invalid for every location
        return BatchAsync(locations.Select(GeocodingQuery.Reverse).AsAsync(), options?.ToSearchOptions(), maxConcurrency, cancellationToken);
    }
}

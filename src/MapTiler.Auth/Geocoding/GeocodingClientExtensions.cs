using System.Runtime.CompilerServices;

namespace MapTiler.Geocoding;

/// <summary>Batches of queries that are there already.</summary>
public static class GeocodingClientExtensions
{
    /// <inheritdoc cref="IGeocodingClient.BatchAsync"/>
    /// <param name="client">The client.</param>
    /// <param name="queries">Texts, places and ids.</param>
    /// <param name="options">Options that count for every query, and how many requests run at the same time.</param>
    /// <param name="cancellationToken">Cancels what runs and what has not started.</param>
    [OverloadResolutionPriority(1)] // an empty collection expression, and one of texts and places, are queries
    public static IAsyncEnumerable<GeocodingBatchResult> BatchAsync(
        this IGeocodingClient client, IEnumerable<GeocodingQuery> queries, GeocodingBatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(client, nameof(client));
        Guard.NotNull(queries, nameof(queries));
        return client.BatchAsync(queries.AsAsync(), options, cancellationToken);
    }

    /// <inheritdoc cref="IGeocodingClient.BatchAsync"/>
    /// <param name="client">The client.</param>
    /// <param name="queries">Texts to search for.</param>
    /// <param name="options">Options that count for every query, and how many requests run at the same time.</param>
    /// <param name="cancellationToken">Cancels what runs and what has not started.</param>
    public static IAsyncEnumerable<GeocodingBatchResult> BatchAsync(
        this IGeocodingClient client, IEnumerable<string> queries, GeocodingBatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(queries, nameof(queries));
        return client.BatchAsync(queries.Select(GeocodingQuery.Search), options, cancellationToken);
    }
}

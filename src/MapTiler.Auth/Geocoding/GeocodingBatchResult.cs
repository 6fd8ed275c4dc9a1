namespace MapTiler.Geocoding;

/// <summary>What became of one query of a batch: a result or an error.</summary>
public sealed record GeocodingBatchResult
{
    /// <summary>The position of the query in the batch, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>The query.</summary>
    public required GeocodingQuery Query { get; init; }

    /// <summary>The places, if the query succeeded.</summary>
    public GeocodingResult? Result { get; init; }

    /// <summary>Why the query failed, if it did. Queries of one request share the error of their request.</summary>
    public MapTilerException? Error { get; init; }

    /// <summary>The places that were found; none if the query failed.</summary>
    public IReadOnlyList<GeocodingFeature> Features => Result?.Features ?? [];
}

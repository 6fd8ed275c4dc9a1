namespace MapTiler.Geocoding;

/// <summary>What became of one query of a batch: a result or an error.</summary>
public sealed class GeocodingBatchResult
{
    /// <summary>The position of the query in the batch, from 0.</summary>
    public long Index { get; set; }

    /// <summary>The query.</summary>
    public GeocodingQuery Query { get; set; }

    /// <summary>The places, if the query succeeded.</summary>
    public GeocodingResult? Result { get; set; }

    /// <summary>Why the query failed, if it did. Queries of one request share the error of their request.</summary>
    public MapTilerException? Error { get; set; }

    /// <summary>The places that were found; none if the query failed.</summary>
    public IReadOnlyList<GeocodingFeature> Features => Result?.Features ?? [];

    /// <inheritdoc/>
    public override string ToString() => $"{Query} -> {(Error is null ? $"{Features.Count} features" : Error.Reason.Value)}";
}

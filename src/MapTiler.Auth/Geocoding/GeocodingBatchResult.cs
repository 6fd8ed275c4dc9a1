using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>The result of one query of a batch: a response or an error.</summary>
public sealed class GeocodingBatchResult : IBatchResult
{
    /// <summary>The index of the query in the batch, from 0.</summary>
    public long Index { get; set; }

    /// <summary>The query as it was passed to the batch.</summary>
    public GeocodingQuery Query { get; set; }

    /// <summary>The response; <see langword="null"/> if the request failed.</summary>
    public GeocodingResult? Result { get; set; }

    /// <summary>The error; <see langword="null"/> if the query succeeded.</summary>
    public MapTilerException? Error { get; set; }

    /// <summary>The features of <see cref="Result"/>; an empty list if the request failed or found nothing.</summary>
    [JsonIgnore]
    public IReadOnlyList<GeocodingFeature> Features => Result?.Features ?? [];

    /// <summary>Returns the query with the number of features or the error.</summary>
    public override string ToString() => $"{Query} -> {(Error is null ? $"{Features.Count} features" : Error.Reason.ToString())}";
}

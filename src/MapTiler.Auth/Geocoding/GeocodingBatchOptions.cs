namespace MapTiler.Geocoding;

/// <summary>Options of <see cref="GeocodingClient.BatchAsync(IAsyncEnumerable{GeocodingQuery}, GeocodingBatchOptions?, CancellationToken)"/>; they count for every query.</summary>
public sealed class GeocodingBatchOptions : GeocodingSearchOptions
{
    /// <summary>How many requests of up to 50 queries are under way at the same time, 1 or more.</summary>
    /// <value>The default is 4.</value>
    public int MaxConcurrency { get; set; } = 4;
}

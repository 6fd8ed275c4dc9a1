using System.Text.Json.Serialization;

namespace MapTiler.Coordinates;

/// <summary>One page of a search.</summary>
public sealed class CoordinateSearchResult
{
    /// <summary>What was found.</summary>
    [JsonPropertyName("results")]
    public IReadOnlyList<CoordinateSearchItem> Results { get => field ?? []; set; }

    /// <summary>How many results there are on all pages; <see langword="null"/> if the service does not say.</summary>
    [JsonPropertyName("total")]
    public int? Total { get; set; }
}

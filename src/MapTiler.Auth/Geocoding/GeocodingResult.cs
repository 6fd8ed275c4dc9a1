using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>The response to a geocoding request: a GeoJSON feature collection of places.</summary>
public sealed class GeocodingResult
{
    /// <summary>The GeoJSON type: always <c>FeatureCollection</c>.</summary>
    [JsonPropertyName("type")]
    public string Type { get; } = "FeatureCollection";

    /// <summary>The features, best match first; an empty list if nothing was found.</summary>
    [JsonPropertyName("features")]
    public IReadOnlyList<GeocodingFeature> Features { get => field ?? []; set; }

    /// <summary>The words of the query as the service interpreted them.</summary>
    [JsonPropertyName("query")]
    public IReadOnlyList<string> Query { get => field ?? []; set; }

    /// <summary>The attribution to display with the result, as HTML.</summary>
    [JsonPropertyName("attribution")]
    public string? Attribution { get; set; }

    /// <summary>Returns the features, separated by semicolons.</summary>
    public override string ToString() => string.Join("; ", Features);
}

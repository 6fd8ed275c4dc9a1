using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>The answer of a search: a GeoJSON feature collection of places.</summary>
public sealed class GeocodingResult
{
    /// <summary>What this is in GeoJSON: <c>FeatureCollection</c>.</summary>
    [JsonPropertyName("type")]
    public string Type { get; } = "FeatureCollection";

    /// <summary>The places, best first.</summary>
    [JsonPropertyName("features")]
    public IReadOnlyList<GeocodingFeature> Features { get => field ?? []; set; }

    /// <summary>The words of the query as the service understood them.</summary>
    [JsonPropertyName("query"), JsonConverter(typeof(MapTilerJsonConverter))]
    public IReadOnlyList<string> Query { get => field ?? []; set; }

    /// <summary>Whom to name when the result is shown, as HTML.</summary>
    [JsonPropertyName("attribution")]
    public string? Attribution { get; set; }

    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", Features);
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>Further properties of a place. Most of them are experimental in the service and may be missing.</summary>
public sealed class GeocodingProperties
{
    /// <summary>The identifier of the place in the source data, such as <c>osm:r71525</c>.</summary>
    [JsonPropertyName("ref"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ref { get; set; }

    /// <summary>The ISO 3166-1 alpha-2 code of the country, in lower case; <see langword="null"/> for seas and disputed areas.</summary>
    [JsonPropertyName("country_code"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CountryCode { get; set; }

    /// <summary>The kind of the place in the source data.</summary>
    [JsonPropertyName("kind"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureKind? Kind { get; set; }

    /// <summary>The categories of a point of interest, such as <c>restaurant</c>; the service defines no fixed set.</summary>
    [JsonPropertyName("categories")]
    public IReadOnlyList<string> Categories { get => field ?? []; set; }

    /// <summary>The tags of a point of interest by name, such as its opening hours.</summary>
    [JsonPropertyName("feature_tags")]
    public IReadOnlyDictionary<string, string> FeatureTags { get => field ?? LocalizedText.Empty; set; }

    /// <summary>The designation of the place, such as <c>city</c> or <c>village</c>.</summary>
    [JsonPropertyName("place_designation"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PlaceDesignation { get; set; }

    /// <summary>The identifier of the place in Wikidata, such as <c>Q72</c>.</summary>
    [JsonPropertyName("wikidata"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Wikidata { get; set; }

    /// <summary>The members of the response that have no property here.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

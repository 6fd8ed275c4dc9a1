using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>What else is known of a place. Most of it is experimental in the service and may be absent.</summary>
public sealed class GeocodingProperties
{
    /// <summary>The place in the source data, such as <c>osm:r71525</c>.</summary>
    [JsonPropertyName("ref"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ref { get; set; }

    /// <summary>The country as ISO 3166-1 alpha-2 code in lower case; seas and disputed areas have none.</summary>
    [JsonPropertyName("country_code"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CountryCode { get; set; }

    /// <summary>What the place is in the source data.</summary>
    [JsonPropertyName("kind"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureKind? Kind { get; set; }

    /// <summary>The categories of a point of interest, such as <c>restaurant</c>; free text.</summary>
    [JsonPropertyName("categories")]
    public IReadOnlyList<string> Categories { get => field ?? []; set => field = Lists.Known(value); }

    /// <summary>The tags of a point of interest, such as its opening hours.</summary>
    [JsonPropertyName("feature_tags"), JsonConverter(typeof(MapTilerJsonConverter))]
    public IReadOnlyDictionary<string, string> FeatureTags { get => field ?? LocalizedText.Empty; set; }

    /// <summary>What the place is called, such as <c>city</c> or <c>village</c>.</summary>
    [JsonPropertyName("place_designation"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PlaceDesignation { get; set; }

    /// <summary>The item of the place in Wikidata, such as <c>Q72</c>.</summary>
    [JsonPropertyName("wikidata"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Wikidata { get; set; }

    /// <summary>Members that have no property here.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>Something that a place is part of: its municipality, its region, its country.</summary>
public sealed class GeocodingContext
{
    /// <summary>The id, such as <c>region.12</c>.</summary>
    [JsonPropertyName("id")]
    public string Id { get => field ?? ""; set; }

    /// <summary>The name in the language of the query.</summary>
    [JsonPropertyName("text")]
    public string Text { get => field ?? ""; set; }

    /// <summary>The language of <see cref="Text"/>.</summary>
    [JsonPropertyName("language"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; set; }

    /// <summary>The place in the source data, such as <c>osm:r8649</c>.</summary>
    [JsonPropertyName("ref"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ref { get; set; }

    /// <summary>The country as ISO 3166-1 alpha-2 code in lower case.</summary>
    [JsonPropertyName("country_code"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CountryCode { get; set; }

    /// <summary>What it is in the source data.</summary>
    [JsonPropertyName("kind"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureKind? Kind { get; set; }

    /// <summary>The categories of a point of interest; free text.</summary>
    [JsonPropertyName("categories")]
    public IReadOnlyList<string> Categories { get => field ?? []; set => field = Lists.Known(value); }

    /// <summary>The tags of a point of interest.</summary>
    [JsonPropertyName("feature_tags"), JsonConverter(typeof(MapTilerJsonConverter))]
    public IReadOnlyDictionary<string, string> FeatureTags { get => field ?? LocalizedText.Empty; set; }

    /// <summary>What it is called, such as <c>city</c>.</summary>
    [JsonPropertyName("place_designation"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PlaceDesignation { get; set; }

    /// <summary>The item in Wikidata, such as <c>Q72</c>.</summary>
    [JsonPropertyName("wikidata"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Wikidata { get; set; }

    /// <summary>Members that have no property here, and the names by language as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>What kind of place it is: the beginning of the <see cref="Id"/>.</summary>
    [JsonIgnore]
    public PlaceType PlaceType => new(Id.Split('.')[0]);

    /// <summary>The names by language, where several languages were asked for. Made anew by each call.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Texts => LocalizedText.Read(AdditionalProperties, "text_");

    /// <summary>The languages in which the names really are, by the language asked for. Made anew by each call.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Languages => LocalizedText.Read(AdditionalProperties, "language_");

    /// <inheritdoc/>
    public override string ToString() => $"{Text} ({Id})";
}

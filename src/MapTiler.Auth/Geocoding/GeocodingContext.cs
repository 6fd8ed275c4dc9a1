using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Geocoding;

/// <summary>An area that contains a place, such as its municipality, region or country.</summary>
public sealed class GeocodingContext
{
    /// <summary>The id of the area, such as <c>region.12</c>.</summary>
    [JsonPropertyName("id")]
    public string Id { get => field ?? ""; set; }

    /// <summary>The name of the area in the language of the query.</summary>
    [JsonPropertyName("text")]
    public string Text { get => field ?? ""; set; }

    /// <summary>The language of <see cref="Text"/>.</summary>
    [JsonPropertyName("language"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; set; }

    /// <summary>The identifier of the area in the source data, such as <c>osm:r8649</c>.</summary>
    [JsonPropertyName("ref"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ref { get; set; }

    /// <summary>The ISO 3166-1 alpha-2 code of the country, in lower case.</summary>
    [JsonPropertyName("country_code"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CountryCode { get; set; }

    /// <summary>The kind of the area in the source data.</summary>
    [JsonPropertyName("kind"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureKind? Kind { get; set; }

    /// <summary>The categories of a point of interest; the service defines no fixed set.</summary>
    [JsonPropertyName("categories")]
    public IReadOnlyList<string> Categories { get => field ?? []; set; }

    /// <summary>The tags of a point of interest, by name.</summary>
    [JsonPropertyName("feature_tags")]
    public IReadOnlyDictionary<string, string> FeatureTags { get => field ?? LocalizedText.Empty; set; }

    /// <summary>The designation of the area, such as <c>city</c>.</summary>
    [JsonPropertyName("place_designation"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PlaceDesignation { get; set; }

    /// <summary>The identifier of the area in Wikidata, such as <c>Q72</c>.</summary>
    [JsonPropertyName("wikidata"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Wikidata { get; set; }

    /// <summary>The members of the response that have no property here, among them the names by language.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>The type of the area, taken from the <see cref="Id"/>.</summary>
    [JsonIgnore]
    public PlaceType PlaceType => new(Id.Split('.')[0]);

    /// <summary>The names by language, if several languages were requested. Each call creates a new dictionary.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Texts => LocalizedText.Read(AdditionalProperties, "text_");

    /// <summary>The actual languages of the names by requested language. Each call creates a new dictionary.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Languages => LocalizedText.Read(AdditionalProperties, "language_");

    /// <summary>Returns the name and the id.</summary>
    public override string ToString() => $"{Text} ({Id})";
}

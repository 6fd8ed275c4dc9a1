using System.Text.Json;
using System.Text.Json.Serialization;
using MapTiler.GeoJson;

namespace MapTiler.Geocoding;

/// <summary>One place: a GeoJSON feature. See <see href="https://docs.maptiler.com/cloud/api/geocoding/#Feature">the fields</see>.</summary>
public sealed class GeocodingFeature
{
    /// <summary>What this is in GeoJSON: <c>Feature</c>.</summary>
    [JsonPropertyName("type")]
    public string Type { get; } = "Feature";

    /// <summary>The id, such as <c>municipality.46425</c>. It changes when the service renews its index.</summary>
    [JsonPropertyName("id"), JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>The short name in the language of the query.</summary>
    [JsonPropertyName("text")]
    public string Text { get => field ?? ""; set; }

    /// <summary>The language of <see cref="Text"/>.</summary>
    [JsonPropertyName("language"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; set; }

    /// <summary>The full name with what the place is part of, in the language of the query.</summary>
    [JsonPropertyName("place_name")]
    public string PlaceName { get => field ?? ""; set; }

    /// <summary>The short name that matched the query, where it is in another language than <see cref="Text"/>.</summary>
    [JsonPropertyName("matching_text"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MatchingText { get; set; }

    /// <summary>The full name that matched the query, where it is in another language than <see cref="PlaceName"/>.</summary>
    [JsonPropertyName("matching_place_name"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MatchingPlaceName { get; set; }

    /// <summary>What kind of place it is; at present one value.</summary>
    [JsonPropertyName("place_type")]
    public IReadOnlyList<PlaceType> PlaceTypes { get => field ?? []; set; }

    /// <summary>The kind of place in the language of the query, such as <c>City</c>.</summary>
    [JsonPropertyName("place_type_name")]
    public IReadOnlyList<string> PlaceTypeNames { get => field ?? []; set => field = Lists.Known(value); }

    /// <summary>How well the place fits the query, 0 to 1.</summary>
    [JsonPropertyName("relevance")]
    public double Relevance { get; set; }

    /// <summary>The box around the whole place.</summary>
    [JsonPropertyName("bbox"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BoundingBox? BoundingBox { get; set; }

    /// <summary>The middle of the place.</summary>
    [JsonPropertyName("center"), JsonRequired]
    public LngLat Center { get; set; }

    /// <summary>A point in a search; the full geometry when the feature was got by its id.</summary>
    [JsonPropertyName("geometry"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GeoJsonGeometry? Geometry { get; set; }

    /// <summary>What else is known of the place.</summary>
    [JsonPropertyName("properties")]
    public GeocodingProperties Properties { get => field ??= new(); set; }

    /// <summary>What the place is part of, from near to far.</summary>
    [JsonPropertyName("context")]
    public IReadOnlyList<GeocodingContext> Context { get => field ?? []; set; }

    /// <summary>The house number of an address.</summary>
    [JsonPropertyName("address"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Address { get; set; }

    /// <summary>Members that have no property here, and the names by language as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>The short names by language, where several languages were asked for. Made anew by each call.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Texts => LocalizedText.Read(AdditionalProperties, "text_");

    /// <summary>The full names by language, where several languages were asked for. Made anew by each call.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> PlaceNames => LocalizedText.Read(AdditionalProperties, "place_name_");

    /// <summary>The languages in which the names really are, by the language asked for. Made anew by each call.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Languages => LocalizedText.Read(AdditionalProperties, "language_");

    /// <inheritdoc/>
    public override string ToString() => $"{(PlaceName.Length > 0 ? PlaceName : Text)} ({Center})";
}

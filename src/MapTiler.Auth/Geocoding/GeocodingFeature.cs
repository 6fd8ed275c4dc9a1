using System.Text.Json;
using System.Text.Json.Serialization;
using MapTiler.GeoJson;

namespace MapTiler.Geocoding;

/// <summary>A place that geocoding found, as a <see href="https://docs.maptiler.com/cloud/api/geocoding/#Feature">GeoJSON feature</see>.</summary>
public sealed class GeocodingFeature
{
    /// <summary>The GeoJSON type: always <c>Feature</c>.</summary>
    [JsonPropertyName("type")]
    public string Type { get; } = "Feature";

    /// <summary>The id, such as <c>municipality.46425</c>. It changes when the service updates its data.</summary>
    [JsonPropertyName("id"), JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>The short name of the place in the language of the query.</summary>
    [JsonPropertyName("text")]
    public string Text { get => field ?? ""; set; }

    /// <summary>The language of <see cref="Text"/>.</summary>
    [JsonPropertyName("language"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; set; }

    /// <summary>The full name of the place with the areas that contain it, in the language of the query.</summary>
    [JsonPropertyName("place_name")]
    public string PlaceName { get => field ?? ""; set; }

    /// <summary>The short name that matched the query, if its language is not that of <see cref="Text"/>.</summary>
    [JsonPropertyName("matching_text"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MatchingText { get; set; }

    /// <summary>The full name that matched the query, if its language is not that of <see cref="PlaceName"/>.</summary>
    [JsonPropertyName("matching_place_name"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MatchingPlaceName { get; set; }

    /// <summary>The types of the place; the service returns one.</summary>
    [JsonPropertyName("place_type")]
    public IReadOnlyList<PlaceType> PlaceTypes { get => field ?? []; set; }

    /// <summary>The names of the types in the language of the query, such as <c>City</c>.</summary>
    [JsonPropertyName("place_type_name")]
    public IReadOnlyList<string> PlaceTypeNames { get => field ?? []; set; }

    /// <summary>The relevance of the place for the query, 0 to 1.</summary>
    [JsonPropertyName("relevance")]
    public double Relevance { get; set; }

    /// <summary>The bounding box of the place in degrees.</summary>
    [JsonPropertyName("bbox"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BoundingBox? BoundingBox { get; set; }

    /// <summary>The center of the place.</summary>
    [JsonPropertyName("center"), JsonRequired]
    public LngLat Center { get; set; }

    /// <summary>The geometry: a point in a search, the full geometry in <see cref="GeocodingClient.GetByIdAsync"/>.</summary>
    [JsonPropertyName("geometry"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GeoJsonGeometry? Geometry { get; set; }

    /// <summary>The further properties of the place.</summary>
    [JsonPropertyName("properties")]
    public GeocodingProperties Properties { get => field ??= new(); set; }

    /// <summary>The areas that contain the place, from the smallest to the largest.</summary>
    [JsonPropertyName("context")]
    public IReadOnlyList<GeocodingContext> Context { get => field ?? []; set; }

    /// <summary>The house number, which is the member <c>address</c> in the Geocoding API; <see langword="null"/> if the place is not an address.</summary>
    [JsonPropertyName("address"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HouseNumber { get; set; }

    /// <summary>The members of the response that have no property here, among them the names by language.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>The short names by language, if several languages were requested. Each call creates a new dictionary.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Texts => LocalizedText.Read(AdditionalProperties, "text_");

    /// <summary>The full names by language, if several languages were requested. Each call creates a new dictionary.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> PlaceNames => LocalizedText.Read(AdditionalProperties, "place_name_");

    /// <summary>The actual languages of the names by requested language. Each call creates a new dictionary.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Languages => LocalizedText.Read(AdditionalProperties, "language_");

    /// <summary>The postal code from the place itself or from its <see cref="Context"/>; <see langword="null"/> if the response contains none.</summary>
    [JsonIgnore]
    public string? PostalCode => PlaceTypes.Contains(PlaceType.PostalCode) ? Text : Context.FirstOrDefault(area => area.PlaceType == PlaceType.PostalCode)?.Text;

    /// <summary>Returns the full name and the center.</summary>
    public override string ToString() => $"{(PlaceName.Length > 0 ? PlaceName : Text)} ({Center})";
}

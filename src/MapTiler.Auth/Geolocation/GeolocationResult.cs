using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Geolocation;

/// <summary>The location of an IP address. Every member is <see langword="null"/> or empty if the service has no data for it.</summary>
public sealed class GeolocationResult
{
    /// <summary>The location; <see langword="null"/> if the longitude or the latitude is missing or not valid.</summary>
    [JsonIgnore]
    public LngLat? Location => Longitude is { } lng && Latitude is { } lat && Math.Abs(lat) <= 90 && !double.IsInfinity(lng) && !double.IsNaN(lng) ? new LngLat(lng, lat) : null;

    /// <summary>The longitude of the location in degrees.</summary>
    [JsonPropertyName("longitude")]
    public double? Longitude { get; set; }

    /// <summary>The latitude of the location in degrees.</summary>
    [JsonPropertyName("latitude")]
    public double? Latitude { get; set; }

    /// <summary>The elevation of the location above mean sea level, in meters; <see langword="null"/> if it was not requested.</summary>
    [JsonPropertyName("elevation")]
    public double? Elevation { get; set; }

    /// <summary>The name of the city, such as <c>Zurich</c>.</summary>
    [JsonPropertyName("city")]
    public string? City { get; set; }

    /// <summary>The postal code, such as <c>8000</c>.</summary>
    [JsonPropertyName("postal")]
    public string? PostalCode { get; set; }

    /// <summary>The name of the first-level subdivision of the country, such as a state or a canton.</summary>
    [JsonPropertyName("region")]
    public string? Region { get; set; }

    /// <summary>The ISO 3166-2 code of the subdivision without the country code, such as <c>ZH</c>.</summary>
    [JsonPropertyName("region_code")]
    public string? RegionCode { get; set; }

    /// <summary>The name of the country, such as <c>Switzerland</c>.</summary>
    [JsonPropertyName("country")]
    public string? Country { get; set; }

    /// <summary>The ISO 3166-1 alpha-2 code of the country in upper case, such as <c>CH</c>.</summary>
    [JsonPropertyName("country_code")]
    public string? CountryCode { get; set; }

    /// <summary>The bounding box of the country in degrees.</summary>
    [JsonPropertyName("country_bounds")]
    public BoundingBox? CountryBounds { get; set; }

    /// <summary>The ISO 639-1 codes of the languages of the country, such as <c>de</c>.</summary>
    [JsonPropertyName("country_languages")]
    public IReadOnlyList<string> CountryLanguages { get => field ?? []; set; }

    /// <summary>The name of the continent, such as <c>Europe</c>.</summary>
    [JsonPropertyName("continent")]
    public string? Continent { get; set; }

    /// <summary>The two-letter code of the continent, such as <c>EU</c>.</summary>
    [JsonPropertyName("continent_code")]
    public string? ContinentCode { get; set; }

    /// <summary>Whether the country is a member of the European Union.</summary>
    [JsonPropertyName("eu")]
    public bool? IsInEuropeanUnion { get; set; }

    /// <summary>The IANA time zone of the location, such as <c>Europe/Zurich</c>.</summary>
    [JsonPropertyName("timezone")]
    public string? TimeZone { get; set; }

    /// <summary>The members of the response that have no property of this class; <see langword="null"/> if there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>Returns the city, the region and the country, or the location if none of them is known.</summary>
    public override string ToString() =>
        string.Join(", ", new[] { City, Region, Country }.Where(name => !string.IsNullOrEmpty(name))) is { Length: > 0 } names ? names : Location?.ToString() ?? "";
}

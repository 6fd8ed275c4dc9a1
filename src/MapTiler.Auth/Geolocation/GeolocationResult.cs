using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Geolocation;

/// <summary>Where the caller is. The service may know any part of it, or none.</summary>
public sealed record GeolocationResult
{
    /// <summary>The place; <see langword="null"/> if it is not known.</summary>
    [JsonIgnore]
    public LngLat? Place => Longitude is { } lng && Latitude is { } lat && Math.Abs(lat) <= 90 && !double.IsInfinity(lng) && !double.IsNaN(lng) ? new LngLat(lng, lat) : null;

    /// <summary>The longitude in degrees.</summary>
    [JsonPropertyName("longitude")]
    public double? Longitude { get; init; }

    /// <summary>The latitude in degrees.</summary>
    [JsonPropertyName("latitude")]
    public double? Latitude { get; init; }

    /// <summary>The height in metres, where it was asked for.</summary>
    [JsonPropertyName("elevation")]
    public double? Elevation { get; init; }

    /// <summary>The city.</summary>
    [JsonPropertyName("city")]
    public string? City { get; init; }

    /// <summary>The postal code.</summary>
    [JsonPropertyName("postal"), JsonConverter(typeof(TextJsonConverter))]
    public string? PostalCode { get; init; }

    /// <summary>The first level below the country.</summary>
    [JsonPropertyName("region")]
    public string? Region { get; init; }

    /// <summary>Its code by ISO 3166-2, without that of the country.</summary>
    [JsonPropertyName("region_code"), JsonConverter(typeof(TextJsonConverter))]
    public string? RegionCode { get; init; }

    /// <summary>The country.</summary>
    [JsonPropertyName("country")]
    public string? Country { get; init; }

    /// <summary>The country as ISO 3166-1 alpha-2 code, in upper case here.</summary>
    [JsonPropertyName("country_code")]
    public string? CountryCode { get; init; }

    /// <summary>The box around the country, in degrees.</summary>
    [JsonPropertyName("country_bounds"), JsonConverter(typeof(OptionalBoundingBoxJsonConverter))]
    public BoundingBox? CountryBounds { get; init; }

    /// <summary>The languages of the country as ISO 639-1 codes.</summary>
    [JsonPropertyName("country_languages")]
    public IReadOnlyList<string> CountryLanguages { get => field ?? []; init => field = Lists.Known(value); }

    /// <summary>The continent.</summary>
    [JsonPropertyName("continent")]
    public string? Continent { get; init; }

    /// <summary>The continent as a code of two letters.</summary>
    [JsonPropertyName("continent_code")]
    public string? ContinentCode { get; init; }

    /// <summary>Whether the country is in the European Union.</summary>
    [JsonPropertyName("eu")]
    public bool? IsInEuropeanUnion { get; init; }

    /// <summary>The time zone, such as <c>Europe/Zurich</c>.</summary>
    [JsonPropertyName("timezone")]
    public string? TimeZone { get; init; }

    /// <summary>What else the service sent.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

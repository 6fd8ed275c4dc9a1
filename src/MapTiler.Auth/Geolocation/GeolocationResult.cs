using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Geolocation;

/// <summary>Where the caller is. The service may know any part of it, or none.</summary>
public sealed class GeolocationResult
{
    /// <summary>The place; <see langword="null"/> if it is not known.</summary>
    [JsonIgnore]
    public LngLat? Place => Longitude is { } lng && Latitude is { } lat && Math.Abs(lat) <= 90 && !double.IsInfinity(lng) && !double.IsNaN(lng) ? new LngLat(lng, lat) : null;

    /// <summary>The longitude in degrees.</summary>
    [JsonPropertyName("longitude")]
    public double? Longitude { get; set; }

    /// <summary>The latitude in degrees.</summary>
    [JsonPropertyName("latitude")]
    public double? Latitude { get; set; }

    /// <summary>The height in metres, where it was asked for.</summary>
    [JsonPropertyName("elevation")]
    public double? Elevation { get; set; }

    /// <summary>The city.</summary>
    [JsonPropertyName("city")]
    public string? City { get; set; }

    /// <summary>The postal code.</summary>
    [JsonPropertyName("postal"), JsonConverter(typeof(MapTilerJsonConverter))]
    public string? PostalCode { get; set; }

    /// <summary>The first level below the country.</summary>
    [JsonPropertyName("region")]
    public string? Region { get; set; }

    /// <summary>Its code by ISO 3166-2, without that of the country.</summary>
    [JsonPropertyName("region_code"), JsonConverter(typeof(MapTilerJsonConverter))]
    public string? RegionCode { get; set; }

    /// <summary>The country.</summary>
    [JsonPropertyName("country")]
    public string? Country { get; set; }

    /// <summary>The country as ISO 3166-1 alpha-2 code, in upper case here.</summary>
    [JsonPropertyName("country_code")]
    public string? CountryCode { get; set; }

    /// <summary>The box around the country, in degrees.</summary>
    [JsonPropertyName("country_bounds"), JsonConverter(typeof(MapTilerJsonConverter))]
    public BoundingBox? CountryBounds { get; set; }

    /// <summary>The languages of the country as ISO 639-1 codes.</summary>
    [JsonPropertyName("country_languages")]
    public IReadOnlyList<string> CountryLanguages { get => field ?? []; set => field = Lists.Known(value); }

    /// <summary>The continent.</summary>
    [JsonPropertyName("continent")]
    public string? Continent { get; set; }

    /// <summary>The continent as a code of two letters.</summary>
    [JsonPropertyName("continent_code")]
    public string? ContinentCode { get; set; }

    /// <summary>Whether the country is in the European Union.</summary>
    [JsonPropertyName("eu")]
    public bool? IsInEuropeanUnion { get; set; }

    /// <summary>The time zone, such as <c>Europe/Zurich</c>.</summary>
    [JsonPropertyName("timezone")]
    public string? TimeZone { get; set; }

    /// <summary>What else the service sent.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", new[] { City, Region, Country }.Where(name => !string.IsNullOrEmpty(name)));
}

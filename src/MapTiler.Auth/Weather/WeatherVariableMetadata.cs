using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Weather;

/// <summary>The description of a variable.</summary>
public sealed class WeatherVariableMetadata
{
    /// <summary>The id, such as <c>wind-10m:gfs</c>.</summary>
    [JsonPropertyName("variable_id")]
    public string? Id { get; set; }

    /// <summary>The name, such as <c>Wind</c>.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>What it is, with its unit.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>Whom to name on the map.</summary>
    [JsonPropertyName("attribution")]
    public string? Attribution { get; set; }

    /// <summary>The unit of the values, such as <c>ms</c>.</summary>
    [JsonPropertyName("unit")]
    public string? Unit { get; set; }

    /// <summary>When the forecast was published.</summary>
    [JsonPropertyName("release_timestamp"), JsonConverter(typeof(MapTilerJsonConverter))]
    public DateTimeOffset? Released { get; set; }

    /// <summary>The time from which the forecast was computed.</summary>
    [JsonPropertyName("timestamp"), JsonConverter(typeof(MapTilerJsonConverter))]
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>How colours become values; <see langword="null"/> if the service does not say.</summary>
    [JsonPropertyName("decoding")]
    public WeatherDecoding? Decoding { get; set; }

    /// <summary>What else the service sent.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Name ?? Id ?? "";
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Weather;

/// <summary>The description of a variable.</summary>
public sealed record WeatherVariableMetadata
{
    internal static WeatherVariableMetadata None { get; } = new();

    /// <summary>The id, such as <c>wind-10m:gfs</c>.</summary>
    [JsonPropertyName("variable_id")]
    public string? Id { get; init; }

    /// <summary>The name, such as <c>Wind</c>.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>What it is, with its unit.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>Whom to name on the map.</summary>
    [JsonPropertyName("attribution")]
    public string? Attribution { get; init; }

    /// <summary>The unit of the values, such as <c>ms</c>.</summary>
    [JsonPropertyName("unit")]
    public string? Unit { get; init; }

    /// <summary>When the forecast was published.</summary>
    [JsonPropertyName("release_timestamp"), JsonConverter(typeof(OptionalTimeJsonConverter))]
    public DateTimeOffset? Released { get; init; }

    /// <summary>The time from which the forecast was computed.</summary>
    [JsonPropertyName("timestamp"), JsonConverter(typeof(OptionalTimeJsonConverter))]
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>How colours become values; <see langword="null"/> if the service does not say.</summary>
    [JsonPropertyName("decoding")]
    public WeatherDecoding? Decoding { get; init; }

    /// <summary>What else the service sent.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

using System.Text.Json.Serialization;

namespace MapTiler.Weather;

/// <summary>The tiles of one time.</summary>
public sealed record WeatherKeyframe
{
    /// <summary>The UUID of the tileset.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>The time.</summary>
    [JsonPropertyName("timestamp"), JsonConverter(typeof(OptionalTimeJsonConverter))]
    public DateTimeOffset? Timestamp { get; init; }
}

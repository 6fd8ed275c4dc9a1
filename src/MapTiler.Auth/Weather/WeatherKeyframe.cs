using System.Text.Json.Serialization;

namespace MapTiler.Weather;

/// <summary>The tiles of one time.</summary>
public sealed class WeatherKeyframe
{
    /// <summary>The UUID of the tileset.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The time.</summary>
    [JsonPropertyName("timestamp"), JsonConverter(typeof(MapTilerJsonConverter))]
    public DateTimeOffset? Timestamp { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Id ?? "";
}

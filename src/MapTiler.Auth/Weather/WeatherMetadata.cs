using System.Text.Json.Serialization;

namespace MapTiler.Weather;

/// <summary>What a variable is.</summary>
public sealed record WeatherMetadata
{
    internal static WeatherMetadata None { get; } = new();

    /// <summary>The description of the variable.</summary>
    [JsonPropertyName("weather_variable")]
    public WeatherVariableMetadata Variable { get => field ?? WeatherVariableMetadata.None; init; }
}

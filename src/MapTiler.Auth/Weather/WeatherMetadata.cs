using System.Text.Json.Serialization;

namespace MapTiler.Weather;

/// <summary>What a variable is.</summary>
public sealed class WeatherMetadata
{
    /// <summary>The description of the variable.</summary>
    [JsonPropertyName("weather_variable")]
    public WeatherVariableMetadata Variable { get => field ??= new(); set; }
}

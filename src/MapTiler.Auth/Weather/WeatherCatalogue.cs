using System.Text.Json.Serialization;

namespace MapTiler.Weather;

/// <summary>The variables of a forecast.</summary>
public sealed class WeatherCatalogue
{
    /// <summary>The variables: wind, temperature, precipitation, ...</summary>
    [JsonPropertyName("variables")]
    public IReadOnlyList<WeatherVariable> Variables { get => field ?? []; set; }
}

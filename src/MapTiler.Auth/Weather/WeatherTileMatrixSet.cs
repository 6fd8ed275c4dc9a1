using System.Text.Json.Serialization;

namespace MapTiler.Weather;

/// <summary>The zooms of the tiles of a variable.</summary>
public sealed record WeatherTileMatrixSet
{
    /// <summary>The box in the units of the projection: west, south, east, north.</summary>
    [JsonPropertyName("bounds"), JsonConverter(typeof(NumberListJsonConverter))]
    public IReadOnlyList<double> Bounds { get => field ?? []; init; }

    /// <summary>The zooms.</summary>
    [JsonPropertyName("items")]
    public IReadOnlyList<WeatherTileMatrix> Items { get => field ?? []; init => field = Lists.Known(value); }
}

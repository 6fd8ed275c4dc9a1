using System.Text.Json.Serialization;

namespace MapTiler.Weather;

/// <summary>The zooms of the tiles of a variable.</summary>
public sealed class WeatherTileMatrixSet
{
    /// <summary>The box in the units of the projection: west, south, east, north.</summary>
    [JsonPropertyName("bounds"), JsonConverter(typeof(MapTilerJsonConverter))]
    public IReadOnlyList<double> Bounds { get => field ?? []; set; }

    /// <summary>The zooms.</summary>
    [JsonPropertyName("items")]
    public IReadOnlyList<WeatherTileMatrix> Items { get => field ?? []; set => field = Lists.Known(value); }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Weather;

/// <summary>A variable of a forecast and its keyframes.</summary>
public sealed class WeatherVariable
{
    /// <summary>What it is.</summary>
    [JsonPropertyName("metadata")]
    public WeatherMetadata Metadata { get => field ??= new(); set; }

    /// <summary>The times for which there are tiles, in their order.</summary>
    [JsonPropertyName("keyframes")]
    public IReadOnlyList<WeatherKeyframe> Keyframes { get => field ?? []; set; }

    /// <summary>The format of the tiles, such as <c>png</c>.</summary>
    [JsonPropertyName("tile_format")]
    public string? TileFormat { get; set; }

    /// <summary>The box of the tiles in the units of their projection: west, south, east, north.</summary>
    [JsonPropertyName("bounds"), JsonConverter(typeof(MapTilerJsonConverter))]
    public IReadOnlyList<double> Bounds { get => field ?? []; set; }

    /// <summary>The zooms of the tiles.</summary>
    [JsonPropertyName("tile_matrix_set")]
    public WeatherTileMatrixSet? TileMatrixSet { get; set; }

    /// <summary>The name of the variable.</summary>
    [JsonIgnore]
    public string? Name => Metadata.Variable.Name;

    /// <summary>How colours become values; <see langword="null"/> if the service does not say.</summary>
    [JsonIgnore]
    public WeatherDecoding? Decoding => Metadata.Variable.Decoding;

    /// <summary>What else the service sent.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Metadata.Variable.ToString();
}

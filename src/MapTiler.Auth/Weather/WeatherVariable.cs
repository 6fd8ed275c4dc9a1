using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Weather;

/// <summary>A variable of a weather forecast, such as wind, with its keyframes. See <see href="https://docs.maptiler.com/cloud/api/weather/">the Weather API</see>.</summary>
public sealed class WeatherVariable
{
    /// <summary>The metadata of the variable.</summary>
    [JsonPropertyName("metadata"), JsonConverter(typeof(MapTilerJsonConverter))]
    public WeatherMetadata Metadata { get => field ??= new(); set; }

    /// <summary>The points in time that have tiles, in ascending order. Empty if there are none.</summary>
    [JsonPropertyName("keyframes")]
    public IReadOnlyList<WeatherKeyframe> Keyframes { get => field ?? []; set; }

    /// <summary>The image format of the tiles, such as <c>png</c>; <see langword="null"/> if the service does not send it.</summary>
    [JsonPropertyName("tile_format")]
    public string? TileFormat { get; set; }

    /// <summary>The bounding box of the tiles in the units of their projection: west, south, east, north. Empty if the service does not send it.</summary>
    [JsonPropertyName("bounds")]
    public IReadOnlyList<double> Bounds { get => field ?? []; set; }

    /// <summary>The zooms and sizes of the tiles; <see langword="null"/> if the service does not send them.</summary>
    [JsonPropertyName("tile_matrix_set")]
    public WeatherTileMatrixSet? TileMatrixSet { get; set; }

    /// <summary>The name of the variable, such as <c>Wind</c>; <see langword="null"/> if the service does not send it.</summary>
    [JsonIgnore]
    public string? Name => Metadata.Name;

    /// <summary>The conversion of the colors of a tile to values; <see langword="null"/> if the service does not send it.</summary>
    [JsonIgnore]
    public WeatherDecoding? Decoding => Metadata.Decoding;

    /// <summary>The members of the variable that have no property of this class; <see langword="null"/> if there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>Returns the name of the variable, or its id if it has no name.</summary>
    public override string ToString() => Metadata.ToString();
}

/// <summary>The metadata of a variable of a weather forecast. Every member is <see langword="null"/> if the service does not send it.</summary>
public sealed class WeatherMetadata
{
    /// <summary>The id of the variable and its model, such as <c>wind-10m:gfs</c>.</summary>
    [JsonPropertyName("variable_id")]
    public string? Id { get; set; }

    /// <summary>The name of the variable, such as <c>Wind</c>.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The description of the variable with its unit, such as <c>Wind at 10 m above ground [m/s]</c>.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The attribution to display on the map, such as <c>GFS</c>.</summary>
    [JsonPropertyName("attribution")]
    public string? Attribution { get; set; }

    /// <summary>The unit of the values, such as <c>ms</c>.</summary>
    [JsonPropertyName("unit")]
    public string? Unit { get; set; }

    /// <summary>The time at which the forecast was published.</summary>
    [JsonPropertyName("release_timestamp")]
    public DateTimeOffset? Released { get; set; }

    /// <summary>The reference time of the forecast.</summary>
    [JsonPropertyName("timestamp")]
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The conversion of the colors of a tile to values.</summary>
    [JsonPropertyName("decoding")]
    public WeatherDecoding? Decoding { get; set; }

    /// <summary>The members of the description that have no property of this class; <see langword="null"/> if there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>Returns the name of the variable, or its id if it has no name.</summary>
    public override string ToString() => Name ?? Id ?? "";
}

/// <summary>A point in time of a weather forecast, which has its own tileset.</summary>
public sealed class WeatherKeyframe
{
    /// <summary>The id of the tileset, a UUID; <see langword="null"/> if the service does not send it.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The time for which the tiles are valid; <see langword="null"/> if the service does not send it.</summary>
    [JsonPropertyName("timestamp")]
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>Returns the time of the keyframe in UTC and the id of its tileset.</summary>
    public override string ToString() => Timestamp is { } time ? FormattableString.Invariant($"{time.UtcDateTime:u} {Id}").TrimEnd() : Id ?? "";
}

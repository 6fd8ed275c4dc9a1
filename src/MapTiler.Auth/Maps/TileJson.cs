using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>
/// What a set of tiles is like, by the <see href="https://github.com/mapbox/tilejson-spec">TileJSON</see> of the service. Every
/// member may be missing.
/// </summary>
public sealed record TileJson
{
    /// <summary>The version of the format.</summary>
    [JsonPropertyName("tilejson"), JsonConverter(typeof(TextJsonConverter))]
    public string? Version { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name"), JsonConverter(typeof(TextJsonConverter))]
    public string? Name { get; init; }

    /// <summary>What it is about.</summary>
    [JsonPropertyName("description"), JsonConverter(typeof(TextJsonConverter))]
    public string? Description { get; init; }

    /// <summary>Whom to name on the map, as HTML.</summary>
    [JsonPropertyName("attribution"), JsonConverter(typeof(TextJsonConverter))]
    public string? Attribution { get; init; }

    /// <summary>The format of the tiles, such as <c>png</c>, <c>webp</c>, or <c>pbf</c> for vectors.</summary>
    [JsonPropertyName("format"), JsonConverter(typeof(TextJsonConverter))]
    public string? Format { get; init; }

    /// <summary>The addresses of the tiles with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>, without a credential.</summary>
    [JsonPropertyName("tiles")]
    public IReadOnlyList<string> Tiles { get => field ?? []; init => field = Lists.Known(value); }

    /// <summary>The smallest zoom that has tiles.</summary>
    [JsonPropertyName("minzoom"), JsonConverter(typeof(OptionalInt32JsonConverter))]
    public int? MinZoom { get; init; }

    /// <summary>The largest zoom that has tiles.</summary>
    [JsonPropertyName("maxzoom"), JsonConverter(typeof(OptionalInt32JsonConverter))]
    public int? MaxZoom { get; init; }

    /// <summary>Where there are tiles, in degrees.</summary>
    [JsonPropertyName("bounds"), JsonConverter(typeof(OptionalBoundingBoxJsonConverter))]
    public BoundingBox? Bounds { get; init; }

    /// <summary>Longitude, latitude and zoom to begin with.</summary>
    [JsonPropertyName("center"), JsonConverter(typeof(NumberListJsonConverter))]
    public IReadOnlyList<double> Center { get => field ?? []; init; }

    /// <summary>The projection, such as <c>EPSG:3857</c>.</summary>
    [JsonPropertyName("crs"), JsonConverter(typeof(TextJsonConverter))]
    public string? Crs { get; init; }

    /// <summary>The logo that the plan of the account demands on the map; <see langword="null"/> if none.</summary>
    [JsonPropertyName("logo"), JsonConverter(typeof(TextJsonConverter))]
    public string? Logo { get; init; }

    /// <summary>The layers of vector tiles; none for pictures.</summary>
    [JsonPropertyName("vector_layers")]
    public IReadOnlyList<VectorLayer> VectorLayers { get => field ?? []; init => field = Lists.Known(value); }

    /// <summary>What else the service sent.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

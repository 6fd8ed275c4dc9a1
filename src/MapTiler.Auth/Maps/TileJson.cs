using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>
/// What a set of tiles is like, by the <see href="https://github.com/mapbox/tilejson-spec">TileJSON</see> of the service. Every
/// member may be missing.
/// </summary>
public sealed class TileJson
{
    /// <summary>The version of the format.</summary>
    [JsonPropertyName("tilejson"), JsonConverter(typeof(MapTilerJsonConverter))]
    public string? Version { get; set; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name"), JsonConverter(typeof(MapTilerJsonConverter))]
    public string? Name { get; set; }

    /// <summary>What it is about.</summary>
    [JsonPropertyName("description"), JsonConverter(typeof(MapTilerJsonConverter))]
    public string? Description { get; set; }

    /// <summary>Whom to name on the map, as HTML.</summary>
    [JsonPropertyName("attribution"), JsonConverter(typeof(MapTilerJsonConverter))]
    public string? Attribution { get; set; }

    /// <summary>The format of the tiles, such as <c>png</c>, <c>webp</c>, or <c>pbf</c> for vectors.</summary>
    [JsonPropertyName("format"), JsonConverter(typeof(MapTilerJsonConverter))]
    public string? Format { get; set; }

    /// <summary>The addresses of the tiles with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>, without a credential.</summary>
    [JsonPropertyName("tiles")]
    public IReadOnlyList<string> Tiles { get => field ?? []; set => field = Lists.Known(value); }

    /// <summary>The smallest zoom that has tiles.</summary>
    [JsonPropertyName("minzoom"), JsonConverter(typeof(MapTilerJsonConverter))]
    public int? MinZoom { get; set; }

    /// <summary>The largest zoom that has tiles.</summary>
    [JsonPropertyName("maxzoom"), JsonConverter(typeof(MapTilerJsonConverter))]
    public int? MaxZoom { get; set; }

    /// <summary>Where there are tiles, in degrees.</summary>
    [JsonPropertyName("bounds"), JsonConverter(typeof(MapTilerJsonConverter))]
    public BoundingBox? Bounds { get; set; }

    /// <summary>Longitude, latitude and zoom to begin with.</summary>
    [JsonPropertyName("center"), JsonConverter(typeof(MapTilerJsonConverter))]
    public IReadOnlyList<double> Center { get => field ?? []; set; }

    /// <summary>The projection, such as <c>EPSG:3857</c>.</summary>
    [JsonPropertyName("crs"), JsonConverter(typeof(MapTilerJsonConverter))]
    public string? Crs { get; set; }

    /// <summary>The logo that the plan of the account demands on the map; <see langword="null"/> if none.</summary>
    [JsonPropertyName("logo"), JsonConverter(typeof(MapTilerJsonConverter))]
    public string? Logo { get; set; }

    /// <summary>The layers of vector tiles; none for pictures.</summary>
    [JsonPropertyName("vector_layers")]
    public IReadOnlyList<VectorLayer> VectorLayers { get => field ?? []; set => field = Lists.Known(value); }

    /// <summary>What else the service sent.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Name ?? nameof(TileJson);
}

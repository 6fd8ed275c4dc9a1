using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Tiles;

/// <summary>
/// Describes a tileset or the raster tiles of a map: the <see href="https://github.com/mapbox/tilejson-spec">TileJSON</see> of the service.
/// Every member is <see langword="null"/> or empty if the service does not send it.
/// </summary>
public sealed class TileJson
{
    /// <summary>The version of the TileJSON specification, such as <c>2.1.0</c>.</summary>
    [JsonPropertyName("tilejson")]
    public string? Version { get; set; }

    /// <summary>The name of the tileset or the map.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The description of the tileset or the map.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The attribution to display on the map, as HTML.</summary>
    [JsonPropertyName("attribution")]
    public string? Attribution { get; set; }

    /// <summary>The format of the tiles, such as <c>png</c>, <c>webp</c>, or <c>pbf</c> for vector tiles.</summary>
    [JsonPropertyName("format")]
    public string? Format { get; set; }

    /// <summary>The URL templates of the tiles, with <c>{z}</c>, <c>{x}</c> and <c>{y}</c> and without a credential. Empty if there are none.</summary>
    [JsonPropertyName("tiles")]
    public IReadOnlyList<string> Tiles { get => field ?? []; set; }

    /// <summary>The smallest zoom that has tiles.</summary>
    [JsonPropertyName("minzoom")]
    public int? MinZoom { get; set; }

    /// <summary>The largest zoom that has tiles.</summary>
    [JsonPropertyName("maxzoom")]
    public int? MaxZoom { get; set; }

    /// <summary>The bounding box of the area that has tiles, in degrees.</summary>
    [JsonPropertyName("bounds")]
    public BoundingBox? Bounds { get; set; }

    /// <summary>The initial view of the map; <see langword="null"/> also if it is not a longitude, a latitude and a zoom from 0 to 24.</summary>
    [JsonPropertyName("center")]
    public MapView? Center { get; set; }

    /// <summary>The coordinate reference system of the tiles, such as <c>EPSG:3857</c>.</summary>
    [JsonPropertyName("crs")]
    public string? Crs { get; set; }

    /// <summary>The URL of the logo that the plan of the account requires on the map; <see langword="null"/> if it requires none.</summary>
    [JsonPropertyName("logo")]
    public string? Logo { get; set; }

    /// <summary>The layers of vector tiles. Empty for raster tiles.</summary>
    [JsonPropertyName("vector_layers")]
    public IReadOnlyList<VectorLayer> VectorLayers { get => field ?? []; set; }

    /// <summary>The members of the response that have no property of this class; <see langword="null"/> if there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>Returns the name of the tileset, or the name of this class if the tileset has none.</summary>
    public override string ToString() => Name ?? nameof(TileJson);
}

/// <summary>Describes a layer of vector tiles.</summary>
public sealed class VectorLayer
{
    private static readonly IReadOnlyDictionary<string, string> NoFields = new Dictionary<string, string>();

    /// <summary>The id of the layer, which a style refers to as <c>source-layer</c>.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The description of the layer.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The smallest zoom whose tiles contain the layer.</summary>
    [JsonPropertyName("minzoom")]
    public int? MinZoom { get; set; }

    /// <summary>The largest zoom whose tiles contain the layer.</summary>
    [JsonPropertyName("maxzoom")]
    public int? MaxZoom { get; set; }

    /// <summary>The names of the attributes of the features, with their types or descriptions. Empty if there are none.</summary>
    [JsonPropertyName("fields")]
    public IReadOnlyDictionary<string, string> Fields { get => field ?? NoFields; set; }

    /// <summary>Returns the id of the layer, or an empty string if it has none.</summary>
    public override string ToString() => Id ?? "";
}

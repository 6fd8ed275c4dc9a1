using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Images;

/// <summary>What an image that was cut into tiles is like.</summary>
public sealed class ImageJson
{
    /// <summary>The id of the image.</summary>
    [JsonPropertyName("id"), JsonConverter(typeof(MapTilerJsonConverter))]
    public string? Id { get; set; }

    /// <summary>What it shows.</summary>
    [JsonPropertyName("description"), JsonConverter(typeof(MapTilerJsonConverter))]
    public string? Description { get; set; }

    /// <summary>Whom to name, as HTML.</summary>
    [JsonPropertyName("attribution"), JsonConverter(typeof(MapTilerJsonConverter))]
    public string? Attribution { get; set; }

    /// <summary>The width of the whole image in pixels.</summary>
    [JsonPropertyName("width"), JsonRequired]
    public int Width { get; set; }

    /// <summary>The height of the whole image in pixels.</summary>
    [JsonPropertyName("height"), JsonRequired]
    public int Height { get; set; }

    /// <summary>The smallest zoom that has tiles.</summary>
    [JsonPropertyName("minzoom"), JsonRequired]
    public int MinZoom { get; set; }

    /// <summary>The largest zoom that has tiles.</summary>
    [JsonPropertyName("maxzoom"), JsonRequired]
    public int MaxZoom { get; set; }

    /// <summary>The size of a tile in pixels.</summary>
    [JsonPropertyName("tileSize"), JsonRequired]
    public int TileSize { get; set; }

    /// <summary>What else the service sent.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Width} x {Height} pixels, zoom {MinZoom} to {MaxZoom}");
}

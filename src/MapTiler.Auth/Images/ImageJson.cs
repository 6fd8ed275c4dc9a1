using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Images;

/// <summary>Describes a tiled image: its size, zoom range and attribution. See <see href="https://docs.maptiler.com/cloud/api/images/">the Images API</see>.</summary>
public sealed class ImageJson
{
    /// <summary>The id of the image, a UUID; <see langword="null"/> if the service does not send it.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The description of the image; <see langword="null"/> if the service does not send it.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The attribution to display with the image, as HTML; <see langword="null"/> if the service does not send it.</summary>
    [JsonPropertyName("attribution")]
    public string? Attribution { get; set; }

    /// <summary>The width of the complete image in pixels.</summary>
    [JsonPropertyName("width"), JsonRequired]
    public int Width { get; set; }

    /// <summary>The height of the complete image in pixels.</summary>
    [JsonPropertyName("height"), JsonRequired]
    public int Height { get; set; }

    /// <summary>The smallest zoom that has tiles.</summary>
    [JsonPropertyName("minzoom"), JsonRequired]
    public int MinZoom { get; set; }

    /// <summary>The largest zoom that has tiles.</summary>
    [JsonPropertyName("maxzoom"), JsonRequired]
    public int MaxZoom { get; set; }

    /// <summary>The width and height of a tile in pixels.</summary>
    [JsonPropertyName("tileSize"), JsonRequired]
    public int TileSize { get; set; }

    /// <summary>The members of the response that have no property of this class; <see langword="null"/> if there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>Returns the size of the image in pixels and its zoom range.</summary>
    public override string ToString() => FormattableString.Invariant($"{Width} x {Height} pixels, zoom {MinZoom} to {MaxZoom}");
}

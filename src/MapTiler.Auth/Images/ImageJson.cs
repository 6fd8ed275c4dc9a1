using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Images;

/// <summary>What an image that was cut into tiles is like.</summary>
public sealed record ImageJson
{
    /// <summary>The id of the image.</summary>
    [JsonPropertyName("id"), JsonConverter(typeof(TextJsonConverter))]
    public string? Id { get; init; }

    /// <summary>What it shows.</summary>
    [JsonPropertyName("description"), JsonConverter(typeof(TextJsonConverter))]
    public string? Description { get; init; }

    /// <summary>Whom to name, as HTML.</summary>
    [JsonPropertyName("attribution"), JsonConverter(typeof(TextJsonConverter))]
    public string? Attribution { get; init; }

    /// <summary>The width of the whole image in pixels.</summary>
    [JsonPropertyName("width")]
    public required int Width { get; init; }

    /// <summary>The height of the whole image in pixels.</summary>
    [JsonPropertyName("height")]
    public required int Height { get; init; }

    /// <summary>The smallest zoom that has tiles.</summary>
    [JsonPropertyName("minzoom")]
    public required int MinZoom { get; init; }

    /// <summary>The largest zoom that has tiles.</summary>
    [JsonPropertyName("maxzoom")]
    public required int MaxZoom { get; init; }

    /// <summary>The size of a tile in pixels.</summary>
    [JsonPropertyName("tileSize")]
    public required int TileSize { get; init; }

    /// <summary>What else the service sent.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>What a tileset says of itself, as the service takes it.</summary>
internal sealed class TilesetMetadataBody
{
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    [JsonPropertyName("description")]
    public required string Description { get; init; }

    [JsonPropertyName("attribution")]
    public string? Attribution { get; init; }
}

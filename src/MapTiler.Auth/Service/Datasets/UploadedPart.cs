using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>A part that was uploaded.</summary>
internal sealed class UploadedPart
{
    [JsonPropertyName("part_id")]
    public required int Id { get; init; }

    [JsonPropertyName("etag")]
    public required string ETag { get; init; }
}

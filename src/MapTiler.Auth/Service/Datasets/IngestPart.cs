using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>A part of a file, counted from 1, and where it goes.</summary>
internal sealed class IngestPart
{
    [JsonPropertyName("part_id")]
    public int Id { get; init; }

    [JsonPropertyName("url")]
    public Uri? Url { get; init; }
}

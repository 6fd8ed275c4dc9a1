using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>The parts that were uploaded, in their order.</summary>
internal sealed class IngestResultBody
{
    [JsonPropertyName("type")]
    public string Type { get; } = IngestUpload.S3Multipart;

    [JsonPropertyName("parts")]
    public required IReadOnlyList<UploadedPart> Parts { get; init; }
}

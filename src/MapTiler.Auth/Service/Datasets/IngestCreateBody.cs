using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>What an ingest is asked for.</summary>
internal sealed class IngestCreateBody
{
    [JsonPropertyName("filename")]
    public required string Filename { get; init; }

    [JsonPropertyName("size")]
    public required long Size { get; init; }

    [JsonPropertyName("supported_upload_types")]
    public IReadOnlyList<string> UploadTypes { get; } = [IngestUpload.S3Multipart];

    [JsonPropertyName("output"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IngestOutputBody? Output { get; init; }
}

using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>Where the parts of a file go.</summary>
internal sealed class IngestUpload
{
    public const string S3Multipart = "s3_multipart";

    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("part_size")]
    public long PartSize { get; init; }

    [JsonPropertyName("parts")]
    public IReadOnlyList<IngestPart> Parts { get => field ?? []; init; }
}

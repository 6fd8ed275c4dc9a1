using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>What has been sent of an upload, as it stands in a file. Holds the addresses of its parts, which are secrets.</summary>
internal sealed class UploadCheckpoint
{
    [JsonPropertyName("version")]
    public int Version { get; init; } = 1;

    [JsonPropertyName("ingest_id")]
    public required Guid IngestId { get; init; }

    /// <summary>The data set that was to be replaced.</summary>
    [JsonPropertyName("document_id")]
    public Guid? DocumentId { get; init; }

    [JsonPropertyName("output")]
    public string? Output { get; init; }

    [JsonPropertyName("filename")]
    public required string Filename { get; init; }

    [JsonPropertyName("size")]
    public required long Size { get; init; }

    [JsonPropertyName("fingerprint")]
    public required string Fingerprint { get; init; }

    [JsonPropertyName("part_size")]
    public required long PartSize { get; init; }

    [JsonPropertyName("parts")]
    public required IReadOnlyList<IngestPart> Parts { get; set; }

    [JsonPropertyName("etags")]
    public required Dictionary<int, string> ETags { get; init; }

    /// <summary>Parts that the store called something else than their MD5: wrong, if it calls any part so.</summary>
    [JsonPropertyName("strange")]
    public HashSet<int> Strange { get; init; } = [];

    public bool IsOf(UploadSource source, DatasetUploadOptions options) =>
        Filename == source.Filename && Size == source.Length && Fingerprint == source.Fingerprint && DocumentId == options.DocumentId && Output == options.Output?.Value;

    public long LengthOf(int partId) => Math.Min(PartSize, Size - (partId - 1) * PartSize);
}

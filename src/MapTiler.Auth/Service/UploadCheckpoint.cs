using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>The state of an upload: its parts, and the ETags of those that are stored. It contains the URLs of the parts, which are secrets.</summary>
internal sealed class UploadCheckpoint
{
    private const int CurrentVersion = 1;

    private readonly object _lock = new();

    public int Version { get; init; } = CurrentVersion;

    public required Guid IngestId { get; init; }

    /// <summary>The dataset to replace.</summary>
    public Guid? DocumentId { get; init; }

    public string? Output { get; init; }

    public required string Filename { get; init; }

    public required long Size { get; init; }

    public required string Fingerprint { get; init; }

    public required long PartSize { get; init; }

    public required IReadOnlyList<IngestPart> Parts { get; set; }

    [JsonPropertyName("etags")]
    public required Dictionary<int, string> ETags { get; init; }

    /// <summary>Stored parts whose ETag is not their MD5. They are corrupt if the ETag of any other part is its MD5.</summary>
    public HashSet<int> Mismatched { get; init; } = [];

    [JsonIgnore]
    public long StoredBytes => ETags.Keys.Sum(LengthOf);

    [JsonIgnore]
    public IEnumerable<IngestPart> MissingParts => Parts.Where(part => !ETags.ContainsKey(part.Id));

    // The ETags of encrypted objects are not their MD5. Then there is nothing to compare.
    private bool ETagsAreMd5 => ETags.Any(part => !Mismatched.Contains(part.Key) && IsMd5(part.Value.Trim('"')));

    /// <summary>Creates the state of the upload that the service offers; null if that is not the one that was requested, or does not cover all data.</summary>
    public static UploadCheckpoint? Create(IngestBody body, UploadSource source, string fingerprint, DatasetUploadOptions options)
    {
        if (body is not { Id: { } ingestId, Upload: { Type: IngestUpload.S3Multipart, PartSize: > 0 } upload })
            return null;

        var parts = upload.Parts.Where(part => part?.Url is { IsAbsoluteUri: true }).OrderBy(part => part.Id).ToList();
        if (parts.Count != (source.Length + upload.PartSize - 1) / upload.PartSize || !parts.Select(part => part.Id).SequenceEqual(Enumerable.Range(1, parts.Count)))
            return null;

        return new UploadCheckpoint
        {
            IngestId = ingestId,
            DocumentId = options.DocumentId,
            Output = options.Output?.Value,
            Filename = source.Filename,
            Size = source.Length,
            Fingerprint = fingerprint,
            PartSize = upload.PartSize,
            Parts = parts,
            ETags = [],
        };
    }

    /// <summary>Parses the content of a checkpoint file; null if it is not one.</summary>
    /// <exception cref="JsonException">The content is not JSON, or not of this shape.</exception>
    public static UploadCheckpoint? Parse(byte[] json) =>
        JsonSerializer.Deserialize(json, ServiceJson.Default.UploadCheckpoint) is { Version: CurrentVersion, PartSize: > 0, Parts: not null, ETags: not null, Mismatched: not null } checkpoint
        && checkpoint.Parts.All(part => part?.Url is { IsAbsoluteUri: true })
            ? checkpoint
            : null;

    public byte[] ToJson()
    {
        lock (_lock)
            return JsonSerializer.SerializeToUtf8Bytes(this, ServiceJson.Default.UploadCheckpoint);
    }

    public bool IsFor(UploadSource source, string fingerprint, DatasetUploadOptions options) =>
        Filename == source.Filename && Size == source.Length && Fingerprint == fingerprint && DocumentId == options.DocumentId && Output == options.Output?.Value;

    public long LengthOf(int partId) => Math.Min(PartSize, Size - (partId - 1) * PartSize);

    /// <summary>Records a stored part; false if its ETag proves that other bytes arrived than were sent.</summary>
    public bool TryAdd(int partId, string etag, string md5)
    {
        lock (_lock)
        {
            if (IsMd5(etag.Trim('"')) && !string.Equals(etag.Trim('"'), md5, StringComparison.OrdinalIgnoreCase))
            {
                if (ETagsAreMd5)
                    return false;
                Mismatched.Add(partId);
            }

            ETags[partId] = etag;
            return true;
        }
    }

    /// <summary>Removes the parts that turned out to be corrupt after they were recorded.</summary>
    /// <returns>The number of bytes in them.</returns>
    public long RemoveCorruptParts()
    {
        if (!ETagsAreMd5)
            return 0;

        var bytes = Mismatched.Sum(LengthOf);
        foreach (var part in Mismatched)
            ETags.Remove(part);
        Mismatched.Clear();
        return bytes;
    }

    private static bool IsMd5(string etag) => etag.Length == 32 && etag.All(Uri.IsHexDigit);
}

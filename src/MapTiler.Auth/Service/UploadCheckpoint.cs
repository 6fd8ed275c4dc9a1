using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>The state of an upload: its parts, and the ETags and hashes of those that are stored. It contains the URLs of the parts, which are secrets.</summary>
internal sealed class UploadCheckpoint
{
    private const int CurrentVersion = 1;

    private readonly object _lock = new();

    public int Version { get; init; } = CurrentVersion;

    public required Guid IngestId { get; init; }

    /// <summary>The key id of the service token that created the ingest, which is not secret; null if it is not known.</summary>
    public string? KeyId { get; init; }

    /// <summary>The dataset to replace.</summary>
    public Guid? DocumentId { get; init; }

    public string? Output { get; init; }

    public required string Filename { get; init; }

    public required long Size { get; init; }

    public required string Fingerprint { get; init; }

    public required long PartSize { get; init; }

    public required IReadOnlyList<IngestPart> Parts { get; set; }

    /// <summary>The parts that are stored, by their number.</summary>
    public required Dictionary<int, StoredPart> Stored { get; init; }

    [JsonIgnore]
    public long StoredBytes => Stored.Keys.Sum(LengthOf);

    [JsonIgnore]
    public IEnumerable<IngestPart> MissingParts => Parts.Where(part => !Stored.ContainsKey(part.Id));

    private bool IsValid =>
        Version == CurrentVersion && IngestId != Guid.Empty && Filename is not null && Fingerprint is not null && Size > 0
        && Parts is not null && IsComplete(Parts, Size, PartSize)
        && Stored is not null && Stored.All(part => part.Key >= 1 && part.Key <= Parts.Count && part.Value is { IsValid: true });

    /// <summary>Creates the state of the upload that the service offers; null if that is not the one that was requested, or does not cover all data.</summary>
    public static UploadCheckpoint? Create(IngestBody body, UploadSource source, string fingerprint, DatasetUploadOptions options)
    {
        if (body is not { Id: { } ingestId, Upload: { Type: IngestUpload.S3Multipart, PartSize: > 0 } upload })
            return null;

        var parts = upload.Parts.OrderBy(part => part?.Id).ToList();
        if (!IsComplete(parts, source.Length, upload.PartSize))
            return null;

        return new UploadCheckpoint
        {
            IngestId = ingestId,
            KeyId = KeyIdOf(body.Secret),
            DocumentId = options.DocumentId,
            Output = options.Output?.Value,
            Filename = source.FileName,
            Size = source.Length,
            Fingerprint = fingerprint,
            PartSize = upload.PartSize,
            Parts = parts,
            Stored = [],
        };
    }

    /// <summary>Parses the content of a checkpoint file; null if it is not one.</summary>
    /// <exception cref="JsonException">The content is not JSON, or not of this shape.</exception>
    public static UploadCheckpoint? Parse(byte[] json) =>
        JsonSerializer.Deserialize(json, ServiceJson.Default.UploadCheckpoint) is { IsValid: true } checkpoint ? checkpoint : null;

    /// <summary>Returns the key id of a service token.</summary>
    public static string? KeyIdOf(string? token) => token?.Split('_')[0];

    public byte[] ToJson()
    {
        lock (_lock)
            return JsonSerializer.SerializeToUtf8Bytes(this, ServiceJson.Default.UploadCheckpoint);
    }

    public bool IsFor(UploadSource source, string fingerprint, DatasetUploadOptions options) =>
        Filename == source.FileName && Size == source.Length && Fingerprint == fingerprint && DocumentId == options.DocumentId && Output == options.Output?.Value;

    public long LengthOf(int partId) => Math.Min(PartSize, Size - (partId - 1) * PartSize);

    /// <summary>Records a stored part; false if its ETag proves that other bytes arrived than were sent.</summary>
    public bool TryAdd(int partId, StoredPart part)
    {
        lock (_lock)
        {
            if (part.HasOtherMd5 && ETagsAreMd5)
                return false;

            Stored[partId] = part;
            return true;
        }
    }

    /// <summary>Removes the parts that turned out to be corrupt after they were recorded.</summary>
    /// <returns>The number of bytes in them.</returns>
    public long RemoveCorruptParts()
    {
        if (!ETagsAreMd5)
            return 0;

        var corrupt = Stored.Where(part => part.Value.HasOtherMd5).Select(part => part.Key).ToList();
        foreach (var part in corrupt)
            Stored.Remove(part);
        return corrupt.Sum(LengthOf);
    }

    // The ETags of encrypted objects are not their MD5. Then there is nothing to compare.
    private bool ETagsAreMd5 => Stored.Values.Any(part => part.HasMd5);

    /// <summary>Indicates whether the parts are numbered from 1, cover all data, and have URLs that accept them.</summary>
    private static bool IsComplete(IReadOnlyList<IngestPart> parts, long size, long partSize)
    {
        if (partSize <= 0 || parts.Count != (size - 1) / partSize + 1)
            return false;

        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i]?.Id != i + 1 || parts[i].Url is not { IsAbsoluteUri: true } url || (url.Scheme != "https" && url.Scheme != "http"))
                return false;
        }

        return true;
    }
}

/// <summary>A part that is stored.</summary>
/// <param name="ETag">The ETag, as the storage service returned it.</param>
/// <param name="Md5">The MD5 of the bytes that were sent, in hexadecimal digits. It shows whether the data have changed since.</param>
internal sealed record StoredPart([property: JsonPropertyName("etag")] string ETag, string Md5)
{
    [JsonIgnore]
    public bool IsValid => !string.IsNullOrEmpty(ETag?.Trim('"')) && Md5 is not null && IsMd5(Md5);

    /// <summary>Whether the ETag is the MD5 of the part.</summary>
    [JsonIgnore]
    public bool HasMd5 => string.Equals(ETag.Trim('"'), Md5, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the ETag has the form of an MD5, but is that of other bytes. The part is corrupt if the ETag of any other part is its MD5.</summary>
    [JsonIgnore]
    public bool HasOtherMd5 => !HasMd5 && IsMd5(ETag.Trim('"'));

    private static bool IsMd5(string text) => text.Length == 32 && text.All(Uri.IsHexDigit);
}

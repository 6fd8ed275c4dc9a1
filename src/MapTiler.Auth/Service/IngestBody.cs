using System.Text.Json;
using System.Text.Json.Serialization;
using MapTiler.Authentication;

namespace MapTiler.Service;

/// <summary>An ingest as the Service API returns it. It contains the URLs of the parts, which are secrets, so it is not public.</summary>
internal sealed class IngestBody
{
    /// <summary>The credential of the request, which is masked in messages of the service.</summary>
    [JsonIgnore]
    public string? Secret { get; set; }

    public Guid? Id { get; init; }

    public Guid? DocumentId { get; init; }

    public string? State { get; init; }

    public string? Filename { get; init; }

    public double? Size { get; init; }

    public double? Progress { get; init; }

    public JsonElement Errors { get; init; }

    public IngestUpload? Upload { get; init; }

    /// <exception cref="MapTilerException">The id or the state is missing.</exception>
    public DatasetIngest ToIngest(Endpoint endpoint) => new()
    {
        Id = Id is { } id && id != Guid.Empty ? id : throw Invalid("id", endpoint),
        DocumentId = DocumentId,
        State = new IngestState(Redaction.MaskSecret(string.IsNullOrEmpty(State) ? throw Invalid("state", endpoint) : State!, Secret)),
        FileName = Filename is null ? null : Redaction.MaskSecret(Filename, Secret),
        Size = Size is >= 0 and < long.MaxValue ? (long)Size : null,
        ProcessingPercent = Progress is <= double.MaxValue ? Progress : null,
        Errors = [.. Messages(Errors).Select(message => Redaction.Mask(message, Secret))],
    };

    // The documentation describes a list of objects, but its example contains a single object.
    private static IEnumerable<string> Messages(JsonElement errors) => errors.ValueKind switch
    {
        JsonValueKind.Array => errors.EnumerateArray().SelectMany(Messages),
        JsonValueKind.Object => errors.TryGetProperty("message", out var message) ? Messages(message) : [errors.GetRawText()],
        JsonValueKind.String => [errors.GetString()!],
        _ => [],
    };

    private static MapTilerException Invalid(string member, Endpoint endpoint) =>
        new(MapTilerErrorReason.InvalidResponse, $"The response to {endpoint.Template} has no valid {member}.") { Endpoint = endpoint.Template };
}

/// <summary>How the parts of a file are uploaded.</summary>
internal sealed class IngestUpload
{
    public const string S3Multipart = "s3_multipart";

    public string? Type { get; init; }

    public long PartSize { get; init; }

    public IReadOnlyList<IngestPart> Parts { get => field ?? []; init; }
}

/// <summary>A part of a file, numbered from 1, and the URL that accepts it.</summary>
internal sealed class IngestPart
{
    [JsonPropertyName("part_id")]
    public int Id { get; init; }

    public Uri? Url { get; init; }
}

/// <summary>The request that creates an ingest.</summary>
internal sealed class IngestCreateBody
{
    public required string Filename { get; init; }

    public required long Size { get; init; }

    public IReadOnlyList<string> SupportedUploadTypes { get; } = [IngestUpload.S3Multipart];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IngestOutput? Output { get; init; }

    internal sealed record IngestOutput(string Type);
}

/// <summary>The request that starts the processing of an upload.</summary>
internal sealed record IngestProcessBody(IngestProcessBody.Result UploadResult)
{
    public static IngestProcessBody Create(UploadCheckpoint upload) =>
        new(new Result(IngestUpload.S3Multipart, [.. upload.Stored.OrderBy(part => part.Key).Select(part => new Part(part.Key, part.Value.ETag))]));

    internal sealed record Result(string Type, IReadOnlyList<Part> Parts);

    internal sealed record Part(int PartId, [property: JsonPropertyName("etag")] string ETag);
}

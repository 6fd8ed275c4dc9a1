using System.Text;

namespace MapTiler.Emulator.Service.Datasets;

/// <summary>The body of the request that creates an ingest.</summary>
internal sealed class IngestRequest
{
    public const string S3Multipart = "s3_multipart";
    public const string VectorFeatures = "vector_features";

    private const int MaxNameBytes = 255;

    private static readonly string[] OutputTypes =
        ["raster_tileset", "raster_terrain", VectorFeatures, "vector_terrain", "vector_tileset", "image"];

    public IngestRequest(JsonFields body)
    {
        FileName = body.RequiredString("filename");
        if (FileName.Length == 0 || Encoding.UTF8.GetByteCount(FileName) > MaxNameBytes)
            throw body.Invalid("filename", $"it has to have 1 to {MaxNameBytes} bytes.");
        Size = body.RequiredInteger("size");
        if (Size <= 0)
            throw body.Invalid("size", "it has to be positive.");

        OutputType = body.OptionalObject("output")?.RequiredString("type");
        if (OutputType is not null && !OutputTypes.Contains(OutputType))
            throw body.Invalid("output.type", "it is unknown.");
        IsS3Supported = body.OptionalStrings("supported_upload_types")?.Contains(S3Multipart) == true;
    }

    public string FileName { get; }

    public long Size { get; }

    public string? OutputType { get; }

    public bool IsS3Supported { get; }
}

/// <summary>The body of the request that ends an upload: the parts that the client has sent.</summary>
internal sealed class UploadResult
{
    private readonly (long Number, string ETag)[] _parts;

    public UploadResult(JsonFields body)
    {
        var result = body.RequiredObject("upload_result");
        if (result.RequiredString("type") != IngestRequest.S3Multipart)
            throw result.Invalid("type", $"it has to be {IngestRequest.S3Multipart}.");
        _parts = [.. result.RequiredObjects("parts").Select(p => (p.RequiredInteger("part_id"), p.RequiredString("etag")))];
    }

    /// <summary>Rejects what S3 rejects when it joins parts. Parts can have another length than their range.</summary>
    public void Verify(PartStore parts)
    {
        for (var i = 1; i < _parts.Length; i++)
        {
            if (_parts[i].Number <= _parts[i - 1].Number)
                throw Reject("The parts have to be in ascending order.");
        }

        if (_parts.Length != parts.Layout.Count || _parts[0].Number != 1 || _parts[^1].Number != _parts.Length)
            throw Reject($"All of the {parts.Layout.Count} parts have to be listed.");
        for (var number = 1; number <= _parts.Length; number++)
        {
            if (parts.Find(number) is not { } part)
                throw Reject($"Part {number} has not been uploaded.");
            if (_parts[number - 1].ETag.Trim('"') != part.Md5)
                throw Reject($"Part {number} has another ETag.");
        }
    }

    private static ServiceException Reject(string message) => new(400, "invalid_upload_result", message);
}

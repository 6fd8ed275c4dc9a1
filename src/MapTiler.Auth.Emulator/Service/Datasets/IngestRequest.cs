using System.Text;

namespace MapTiler.Emulator;

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

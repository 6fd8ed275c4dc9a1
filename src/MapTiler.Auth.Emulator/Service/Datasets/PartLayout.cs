namespace MapTiler.Emulator;

/// <summary>The division of a file into parts.</summary>
/// <param name="Size">The size of the file in bytes.</param>
/// <param name="PartSize">The size of every part but the last.</param>
internal sealed record PartLayout(long Size, int PartSize)
{
    private const int MaxCount = 10_000;

    public int Count { get; } = (int)((Size + PartSize - 1) / PartSize);

    /// <summary>Parts of this size, or of a larger size if there were more than S3 accepts.</summary>
    public static PartLayout Of(long size, int partSize) => new(size, (int)Math.Max(partSize, (size + MaxCount - 1) / MaxCount));
}

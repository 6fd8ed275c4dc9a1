namespace MapTiler.Service;

/// <summary>A stream of the caller: its parts share it, read by read.</summary>
#pragma warning disable CA1001 // a semaphore of which nobody takes the handle holds nothing
internal sealed class StreamUploadSource : UploadSource
#pragma warning restore CA1001
{
    private readonly Stream _stream;
    private readonly SemaphoreSlim _gate = new(1);

    private StreamUploadSource(Stream stream, string filename)
        : base(CheckName(filename, nameof(filename)), CheckLength(stream.Length, "source"))
    {
        _stream = stream;
        Fingerprint = UploadFingerprint.Of(this);
    }

    public static StreamUploadSource Of(Stream source, string filename)
    {
        Guard.NotNull(source, nameof(source));
        Guard.NotNull(filename, nameof(filename));
        return source.CanSeek && source.CanRead
            ? new StreamUploadSource(source, filename)
            : throw new ArgumentException("The stream cannot seek, so its parts could not be sent again. Write it to a file first.", nameof(source));
    }

    public override Stream Open(long offset, long length) => new RangeStream(_stream, offset, length, ownsInner: false, _gate);

    public override bool HasChanged() => _stream.Length != Length;
}

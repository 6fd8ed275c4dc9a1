namespace MapTiler.Http;

/// <summary>A stream that can only be read.</summary>
internal abstract class ReadOnlyStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Reads from a stream of either platform. On .NET Framework the memory must be an array.</summary>
    public static ValueTask<int> ReadAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellationToken) =>
#if NET
        stream.ReadAsync(buffer, cancellationToken);
#else
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray<byte>(buffer, out var array)
            ? new(stream.ReadAsync(array.Array, array.Offset, array.Count, cancellationToken))
            : throw new NotSupportedException();
#endif

    public sealed override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadBytesAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

#if NET
    public sealed override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ReadBytesAsync(buffer, cancellationToken);
#endif

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected abstract ValueTask<int> ReadBytesAsync(Memory<byte> buffer, CancellationToken cancellationToken);
}

namespace MapTiler.Service;

/// <summary>A part of a stream, read from its beginning to its end.</summary>
internal sealed class RangeStream(Stream inner, long offset, long length, bool ownsInner, SemaphoreSlim? gate) : Stream
{
    private long _position;

    /// <summary>Is told the bytes that were read.</summary>
    public BytesRead? OnRead { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int bufferOffset, int count)
    {
        var wanted = (int)Math.Min(count, length - _position);
        if (wanted == 0)
            return 0;

        gate?.Wait();
        try
        {
            inner.Position = offset + _position;
            return Took(buffer.AsSpan(bufferOffset, inner.Read(buffer, bufferOffset, wanted)));
        }
        finally
        {
            gate?.Release();
        }
    }

#if NET
    public override Task<int> ReadAsync(byte[] buffer, int bufferOffset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(bufferOffset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var wanted = (int)Math.Min(buffer.Length, length - _position);
        if (wanted == 0)
            return 0;

        if (gate is not null)
            await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            inner.Position = offset + _position;
            var read = await inner.ReadAsync(buffer.Slice(0, wanted), cancellationToken).ConfigureAwait(false);
            return Took(buffer.Span.Slice(0, read));
        }
        finally
        {
            gate?.Release();
        }
    }
#else
    public override async Task<int> ReadAsync(byte[] buffer, int bufferOffset, int count, CancellationToken cancellationToken)
    {
        var wanted = (int)Math.Min(count, length - _position);
        if (wanted == 0)
            return 0;

        if (gate is not null)
            await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            inner.Position = offset + _position;
            var read = await inner.ReadAsync(buffer, bufferOffset, wanted, cancellationToken).ConfigureAwait(false);
            return Took(buffer.AsSpan(bufferOffset, read));
        }
        finally
        {
            gate?.Release();
        }
    }
#endif

    public override void Flush()
    {
    }

    public override long Seek(long position, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int bufferOffset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && ownsInner)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int Took(ReadOnlySpan<byte> bytes)
    {
        _position += bytes.Length;
        if (bytes.Length > 0)
            OnRead?.Invoke(bytes);
        return bytes.Length;
    }
}

namespace MapTiler.Emulator.Tests;

/// <summary>So many spaces, made while they are read.</summary>
internal sealed class EndlessStream(long length) : Stream
{
    private long _readSoFar;

    public long ReadSoFar => Interlocked.Read(ref _readSoFar);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = (int)Math.Min(count, length - _readSoFar);
        buffer.AsSpan(offset, read).Fill((byte)' ');
        Interlocked.Add(ref _readSoFar, read);
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

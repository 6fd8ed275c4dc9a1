namespace MapTiler.Tests.Data;

/// <summary>Returns bytes in blocks of a size, then ends or fails.</summary>
internal sealed class ChunkedStream(byte[] bytes, int chunk, Exception? failure = null) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = Math.Min(Math.Min(chunk, count), bytes.Length - _position);
        if (read == 0 && failure is not null)
            throw failure;
        Array.Copy(bytes, _position, buffer, offset, read);
        _position += read;
        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

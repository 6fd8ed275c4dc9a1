namespace MapTiler.Emulator.Service.Datasets;

/// <summary>Files one after the other, as if they were one.</summary>
internal sealed class PartsStream : Stream
{
    private readonly StoredPart[] _parts;
    private FileStream? _open;
    private int _openIndex = -1;
    private long _position;

    public PartsStream(StoredPart[] parts)
    {
        _parts = parts;
        Length = parts.Sum(p => p.Length);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || Locate() is not { } file)
            return 0;
        var read = file.Read(buffer);
        _position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => Length,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _open?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The file that contains the position, with its own position set; null at the end.</summary>
    private FileStream? Locate()
    {
        var start = 0L;
        for (var i = 0; i < _parts.Length; start += _parts[i].Length, i++)
        {
            if (_position >= start + _parts[i].Length)
                continue;

            if (i != _openIndex)
            {
                _open?.Dispose();
                _open = new(_parts[i].Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
                _openIndex = i;
            }

            _open!.Position = _position - start;
            return _open;
        }

        return null;
    }
}

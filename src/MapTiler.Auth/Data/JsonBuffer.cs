using System.Buffers;

namespace MapTiler.Data;

/// <summary>The buffered part of a stream of JSON: bytes that are held because they are needed again, and unread bytes.</summary>
internal sealed class JsonBuffer(int maxLength) : IDisposable
{
    /// <summary>The maximum length of a value that must be held completely.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    private const int FirstLength = 64 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Math.Min(FirstLength, maxLength));
    private int? _held;
    private int _start;
    private int _end;

    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(_start, _end - _start);

    /// <summary>The bytes from the position of <see cref="Hold"/> to the last byte that was read.</summary>
    public ReadOnlySpan<byte> Held => _bytes.AsSpan(_held ?? _start, HeldLength);

    public bool IsHeld => _held is not null;

    public int HeldLength => _start - (_held ?? _start);

    /// <summary>Whether the end of the stream has been reached.</summary>
    public bool IsFinal { get; private set; }

    private bool IsNearlyFull => _bytes.Length - _end < _bytes.Length / 8;

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Retains the bytes from an offset in <see cref="Unread"/> on.</summary>
    public void Hold(int offset) => _held = _start + offset;

    public void Release() => _held = null;

    public void Advance(int count) => _start += count;

    /// <summary>Removes unread bytes from an offset in <see cref="Unread"/> on.</summary>
    public void Remove(int offset, int count)
    {
        var after = _bytes.AsSpan(_start + offset + count, _end - _start - offset - count);
        after.CopyTo(_bytes.AsSpan(_start + offset));
        _end -= count;
    }

    /// <summary>Removes white space if only white space and a comma are unread: <c>Utf8JsonReader</c> would scan it again with each new block.</summary>
    public void RemoveSpace()
    {
        var hasComma = false;
        foreach (var b in Unread)
        {
            if (b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                continue;
            if (hasComma || b != ',')
                return;
            hasComma = true;
        }

        _end = _start;
        if (hasComma)
            _bytes[_end++] = (byte)',';
    }

    /// <summary>Skips the byte order mark of the stream, if there is one.</summary>
    public async ValueTask StartAsync(Stream stream, CancellationToken cancellationToken)
    {
        while (!IsFinal && Unread.Length < Utf8Mark.Length)
            await FillAsync(stream, cancellationToken).ConfigureAwait(false);
        if (Unread.StartsWith(Utf8Mark))
            Advance(Utf8Mark.Length);
    }

    /// <summary>Reads one block from the stream.</summary>
    /// <exception cref="InvalidDataException">More bytes than the maximum length must be held.</exception>
    public async ValueTask FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        MakeRoom();
#if NET
        var read = await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
#else
        var read = await stream.ReadAsync(_bytes, _end, _bytes.Length - _end, cancellationToken).ConfigureAwait(false);
#endif
        _end += read;
        IsFinal = read == 0;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _start = _end = 0;
    }

    private void MakeRoom()
    {
        var first = _held ?? _start;
        var length = _end - first;
        if (length >= maxLength)
            throw new InvalidDataException($"A feature or another JSON value is longer than {maxLength / 1024 / 1024} MiB.");

        if (first > 0 && (length == 0 || IsNearlyFull))
            MoveTo(_bytes, first, length);
        if (!IsNearlyFull)
            return;

        var smaller = _bytes;
        MoveTo(ArrayPool<byte>.Shared.Rent(smaller.Length * 2), 0, _end);
        ArrayPool<byte>.Shared.Return(smaller);
    }

    private void MoveTo(byte[] target, int first, int length)
    {
        _bytes.AsSpan(first, length).CopyTo(target);
        _bytes = target;
        _start -= first;
        _end = length;
        _held -= first;
    }
}

using System.Buffers;

namespace MapTiler.Data;

/// <summary>The part of a stream of JSON that is being read: what is held from earlier, and what is unread.</summary>
internal sealed class JsonBuffer(int maxLength) : IDisposable
{
    /// <summary>Nothing that has to be held as a whole is larger.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    private const int FirstLength = 64 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Math.Min(FirstLength, maxLength));
    private int? _held;
    private int _start;
    private int _end;

    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(_start, _end - _start);

    /// <summary>From where <see cref="Hold"/> said to what was read last.</summary>
    public ReadOnlySpan<byte> Held => _bytes.AsSpan(_held ?? _start, HeldLength);

    public bool IsHeld => _held is not null;

    public int HeldLength => _start - (_held ?? _start);

    /// <summary>Whether the stream has no more bytes than these.</summary>
    public bool IsFinal { get; private set; }

    private bool IsNearlyFull => _bytes.Length - _end < _bytes.Length / 8;

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Keeps the bytes from here on, counted from the beginning of <see cref="Unread"/>.</summary>
    public void Hold(int offset) => _held = _start + offset;

    public void Release() => _held = null;

    public void Advance(int count) => _start += count;

    /// <summary>Forgets unread bytes, counted from the beginning of <see cref="Unread"/>.</summary>
    public void Remove(int offset, int count)
    {
        var after = _bytes.AsSpan(_start + offset + count, _end - _start - offset - count);
        after.CopyTo(_bytes.AsSpan(_start + offset));
        _end -= count;
    }

    /// <summary>Forgets white space where nothing but a comma is unread: the reader of the platform would begin it anew whenever more comes.</summary>
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

    /// <summary>Skips the byte order mark.</summary>
    public async ValueTask StartAsync(Stream stream, CancellationToken cancellationToken)
    {
        while (!IsFinal && Unread.Length < Utf8Mark.Length)
            await FillAsync(stream, cancellationToken).ConfigureAwait(false);
        if (Unread.StartsWith(Utf8Mark))
            Advance(Utf8Mark.Length);
    }

    /// <summary>Reads once from the stream.</summary>
    /// <exception cref="InvalidDataException">More has to be held than is allowed.</exception>
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
            throw new InvalidDataException($"A feature is longer than {maxLength / 1024 / 1024} MiB, or another value that cannot be read in parts.");

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

using System.Buffers;

namespace MapTiler.Http;

/// <summary>
/// The buffered part of a stream in a rented array of limited size: bytes that are held because they are needed again, and unread bytes.
/// </summary>
/// <param name="maxLength">The maximum number of bytes to buffer.</param>
/// <param name="expectedLength">The length of the stream, which can be wrong; <see langword="null"/> if it is not known.</param>
internal sealed class BoundedBuffer(int maxLength, long? expectedLength = null) : IDisposable
{
    /// <summary>The maximum size of a response that is read as a whole, and of a value in a streamed response.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    private const int FirstLength = 64 * 1024;
    private const int MaxFirstLength = 1024 * 1024;

    // One more byte, so that the end is found without a larger array.
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent((int)Math.Min(expectedLength is < MaxFirstLength ? expectedLength.Value + 1 : expectedLength is null ? FirstLength : MaxFirstLength, Math.Min(maxLength, MaxFirstLength)));
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

    private bool IsNearlyFull => _bytes.Length - _end < (expectedLength is null ? _bytes.Length / 8 : 1);

    /// <summary>The length of a byte order mark.</summary>
    public static int MarkLength => Utf8Mark.Length;

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the response up to <paramref name="maxLength"/> bytes. If it is longer, <see cref="IsFinal"/> is <see langword="false"/> and the rest is not read.</summary>
    /// <exception cref="InvalidDataException">The response cannot be decompressed.</exception>
    public static async ValueTask<BoundedBuffer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken, int maxLength = MaxLength)
    {
        try
        {
#if NET
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            // Not every stream observes the token while it waits.
            using var registration = cancellationToken.Register(static state => ((HttpResponseMessage)state).Dispose(), response);
            var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            return await ReadAsync(stream, response.Content.Headers.ContentLength, cancellationToken, maxLength).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ErrorFactory.IsOfDecompression(e))
                throw new InvalidDataException("The response cannot be decompressed.", e);
            throw;
        }
    }

    /// <inheritdoc cref="ReadAsync(HttpResponseMessage, CancellationToken, int)"/>
    public static async ValueTask<BoundedBuffer> ReadAsync(Stream stream, long? length, CancellationToken cancellationToken, int maxLength = MaxLength)
    {
        var buffer = new BoundedBuffer(maxLength + 1, length);
        try
        {
            while (!buffer.IsFinal && await buffer.TryFillAsync(stream, cancellationToken).ConfigureAwait(false))
            {
            }

            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>Reads one block from the stream, unless the maximum length must be held.</summary>
    public async ValueTask<bool> TryFillAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (!TryMakeRoom())
            return false;
        var read = await ReadOnlyStream.ReadAsync(stream, _bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        IsFinal = read == 0;
        return true;
    }

    /// <summary>Retains the bytes from an offset in <see cref="Unread"/> on.</summary>
    public void Hold(int offset) => _held = _start + offset;

    public void Release() => _held = null;

    public void Advance(int count) => _start += count;

    /// <summary>Skips a byte order mark.</summary>
    public void SkipMark() => Advance(Unread.StartsWith(Utf8Mark) ? Utf8Mark.Length : 0);

    /// <summary>Removes unread bytes from an offset in <see cref="Unread"/> on.</summary>
    public void Remove(int offset, int count)
    {
        var after = _bytes.AsSpan(_start + offset + count, _end - _start - offset - count);
        after.CopyTo(_bytes.AsSpan(_start + offset));
        _end -= count;
    }

    public void Dispose()
    {
        var rented = Interlocked.Exchange(ref _bytes, []);
        _start = _end = 0;
        if (rented.Length > 0)
            ArrayPool<byte>.Shared.Return(rented);
    }

    private bool TryMakeRoom()
    {
        var first = _held ?? _start;
        var length = _end - first;
        if (length >= maxLength)
            return false;

        if (first > 0 && (length == 0 || IsNearlyFull))
            MoveTo(_bytes, first, length);
        if (!IsNearlyFull)
            return true;

        var smaller = _bytes;
        MoveTo(ArrayPool<byte>.Shared.Rent(smaller.Length * 2), 0, _end);
        ArrayPool<byte>.Shared.Return(smaller);
        return true;
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

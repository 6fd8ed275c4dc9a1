using System.Buffers;
using System.Text;
using MapTiler.Authentication;

namespace MapTiler;

/// <summary>The bytes of an answer in a rented buffer.</summary>
internal sealed class ResponseBody : IDisposable
{
    /// <summary>No answer that is read as a whole is larger.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    private const int FirstBuffer = 16 * 1024;
    private const int ExcerptLength = 1024;
    private const int ExcerptBytes = 4 * ExcerptLength;

    private byte[] _buffer;
    private int _length;

    private ResponseBody(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>What was read, without a byte order mark.</summary>
    public ReadOnlySpan<byte> Span
    {
        get
        {
            var span = _buffer.AsSpan(0, _length);
            return span.StartsWith(Utf8Mark) ? span.Slice(Utf8Mark.Length) : span;
        }
    }

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the answer up to <paramref name="maxLength"/> bytes.</summary>
    /// <exception cref="InvalidDataException">The answer is longer, and <paramref name="maxLength"/> is not just an excerpt.</exception>
    public static async Task<ResponseBody> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken, int maxLength = MaxLength)
    {
        if (maxLength == MaxLength && response.Content.Headers.ContentLength > maxLength)
            throw TooLong();

        var body = new ResponseBody((int)Math.Min(maxLength, response.Content.Headers.ContentLength ?? FirstBuffer) + 1);
        try
        {
#if NET
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            // Not every stream of the platform looks at the token while it waits.
            using var registration = cancellationToken.Register(static state => ((HttpResponseMessage)state).Dispose(), response);
            var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            await body.FillAsync(stream, maxLength, cancellationToken).ConfigureAwait(false);
            return body;
        }
        catch (Exception e)
        {
            body.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            if (e is InvalidOperationException and not ObjectDisposedException)
                throw new InvalidDataException("The answer cannot be decompressed.", e);
            throw;
        }
    }

    /// <summary>The beginning as text, without the credential. What could be its first half at a cut is left out too.</summary>
    public string Excerpt(string? secret)
    {
        var bytes = Math.Min(_length, ExcerptBytes);
        var text = Redaction.Redact(Encoding.UTF8.GetString(_buffer, 0, bytes), secret);
        var length = bytes < ExcerptBytes ? text.Length : Math.Max(0, text.Length - (secret?.Length ?? 0));
        return text.Substring(0, Math.Min(length, ExcerptLength));
    }

    /// <summary>At most so many bytes as an excerpt is made of.</summary>
    public static Task<ResponseBody> ReadExcerptAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        ReadAsync(response, cancellationToken, ExcerptBytes);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private static InvalidDataException TooLong() => new($"The answer is longer than {MaxLength / 1024 / 1024} MiB.");

    private async Task FillAsync(Stream stream, int maxLength, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_length == _buffer.Length)
                Grow();
#if NET
            var read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false);
#else
            var read = await stream.ReadAsync(_buffer, _length, _buffer.Length - _length, cancellationToken).ConfigureAwait(false);
#endif
            if (read == 0)
                return;
            _length += read;
            if (_length > maxLength)
            {
                if (maxLength == MaxLength)
                    throw TooLong();
                _length = maxLength;
                return;
            }
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}

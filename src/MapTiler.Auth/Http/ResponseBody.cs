using System.Buffers;
using System.Text;
using MapTiler.Authentication;

namespace MapTiler.Http;

/// <summary>The body of a response in a rented buffer.</summary>
internal sealed class ResponseBody : IDisposable
{
    /// <summary>The maximum size of a response that is read as a whole.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    private const int FirstBuffer = 16 * 1024;
    private const int ExcerptLength = 1024;
    private const int ExcerptBytes = 4 * ExcerptLength;

    private byte[] _buffer;
    private int _length;

    private ResponseBody(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>The bytes of the body, without a byte order mark.</summary>
    public ReadOnlySpan<byte> Span
    {
        get
        {
            var span = _buffer.AsSpan(0, _length);
            return span.StartsWith(Utf8Mark) ? span.Slice(Utf8Mark.Length) : span;
        }
    }

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the response up to <paramref name="maxLength"/> bytes.</summary>
    /// <exception cref="InvalidDataException">The response is longer than <see cref="MaxLength"/>, or cannot be decompressed.</exception>
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
            // Not every stream observes the token while it waits.
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
                throw new InvalidDataException("The response cannot be decompressed.", e);
            throw;
        }
    }

    /// <summary>Returns the beginning as a string with the credential redacted, also where it would be truncated.</summary>
    public string Excerpt(string? secret)
    {
        var bytes = Math.Min(_length, ExcerptBytes);
        var text = Redaction.Redact(Encoding.UTF8.GetString(_buffer, 0, bytes), secret);
        var length = bytes < ExcerptBytes ? text.Length : Math.Max(0, text.Length - (secret?.Length ?? 0));
        return text.Substring(0, Math.Min(length, ExcerptLength));
    }

    /// <summary>Reads only the bytes for an excerpt.</summary>
    public static Task<ResponseBody> ReadExcerptAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        ReadAsync(response, cancellationToken, ExcerptBytes);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private static InvalidDataException TooLong() => new($"The response is longer than {MaxLength / 1024 / 1024} MiB.");

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

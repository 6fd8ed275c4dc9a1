using System.Runtime.ExceptionServices;

namespace MapTiler.Http;

/// <summary>
/// The streamed body of a response. Reads throw <see cref="MapTilerException"/>, a body that stalls or is too slow times out, and the call ends in telemetry when
/// the body ends.
/// </summary>
internal sealed class ResponseStream : ReadOnlyStream
{
    private readonly HttpResponseMessage _response;
    private readonly PacedStream _body;
    private readonly Call _call;
    private readonly byte[] _first = new byte[1];
    private bool _hasFirst;
    private int _ended;
    private Exception? _failure;

    private ResponseStream(HttpResponseMessage response, Stream body, Call call) =>
        (_response, _body, _call) = (response, new(response, body, call.Resilience.MinBytesPerSecond, call.TimeProvider), call);

    public static async Task<ResponseStream> OpenAsync(HttpResponseMessage response, Call call, CancellationToken cancellationToken)
    {
#if NET
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        var body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
#endif
        return new ResponseStream(response, body, call);
    }

    /// <summary>Indicates whether the body is empty. Reads the first byte if the headers do not contain the length.</summary>
    public async ValueTask<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        if (_response.Content.Headers.ContentLength > 0)
            return false;

        try
        {
            _hasFirst = await ReadAsync(_body, _first, cancellationToken).ConfigureAwait(false) == 1;
            return !_hasFirst;
        }
        catch (Exception e) when (e is TimeoutException || ErrorFactory.IsOfDecompression(e))
        {
            throw Failed(e, cancellationToken);
        }
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (TakeFirst(buffer.AsSpan(offset, count)))
            return 1;
        try
        {
            return Ended(_body.Read(buffer, offset, count), count);
        }
        catch (Exception e)
        {
            throw Failed(e, CancellationToken.None);
        }
    }

    protected override async ValueTask<int> ReadBytesAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (TakeFirst(buffer.Span))
            return 1;
        try
        {
            return Ended(await ReadAsync(_body, buffer, cancellationToken).ConfigureAwait(false), buffer.Length);
        }
        catch (Exception e)
        {
            throw Failed(e, cancellationToken);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            End(); // a response that is not read to its end is billed as well
            _body.Dispose();
            _response.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool TakeFirst(Span<byte> buffer)
    {
        if (_failure is not null)
            ExceptionDispatchInfo.Capture(_failure).Throw(); // a failed stream stays failed
        if (!_hasFirst || buffer.Length == 0)
            return false;

        _hasFirst = false;
        buffer[0] = _first[0];
        return true;
    }

    private int Ended(int read, int requested)
    {
        if (read == 0 && requested > 0)
            End();
        return read;
    }

    private void End()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
            return;

        _call.Succeeded((int)_response.StatusCode, items: 1);
        _call.Dispose();
    }

    private Exception Failed(Exception cause, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
            return cause;

        if (cause is TimeoutException)
            cause = ErrorFactory.Stalled(_call.Endpoint, cause);
        else if (ErrorFactory.IsOfDecompression(cause))
            cause = new InvalidDataException("The response cannot be decompressed.", cause);
        using (_call)
            return _failure = _call.Failed(cause, cancellationToken);
    }
}

using System.Runtime.ExceptionServices;

namespace MapTiler.Http;

/// <summary>
/// The streamed body of a response. Reads throw <see cref="MapTilerException"/>, a stalled body times out, and the call ends in telemetry when
/// the body ends.
/// </summary>
internal sealed class ResponseStream : Stream
{
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage _response;
    private readonly Stream _body;
    private readonly Call _call;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenRegistration _abort;
    private readonly byte[] _first = new byte[1];
    private bool _hasFirst;
    private int _ended;
    private Exception? _failure;

    private ResponseStream(HttpResponseMessage response, Stream body, Call call, TimeProvider timeProvider)
    {
        _response = response;
        _body = body;
        _call = call;
        _stop = Timeouts.Create(Timeout.InfiniteTimeSpan, timeProvider);
        // Not every stream observes a token while it waits, and a synchronous read has none.
        _abort = _stop.Token.Register(static state => ((HttpResponseMessage)state!).Dispose(), response);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public static async Task<ResponseStream> OpenAsync(HttpResponseMessage response, Call call, CancellationToken cancellationToken)
    {
#if NET
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        var body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
#endif
        return new ResponseStream(response, body, call, call.TimeProvider);
    }

    /// <summary>Indicates whether the body is empty. Reads the first byte if the headers do not contain the length.</summary>
    public async ValueTask<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        if (_response.Content.Headers.ContentLength > 0)
            return false;

#if NET
        _hasFirst = await _body.ReadAsync(_first, cancellationToken).ConfigureAwait(false) == 1;
#else
        using var registration = Timeouts.CancelWith(_stop, cancellationToken);
        _hasFirst = await _body.ReadAsync(_first, 0, 1, cancellationToken).ConfigureAwait(false) == 1;
#endif
        return !_hasFirst;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (TakeFirst(buffer.AsSpan(offset, count)))
            return 1;
        try
        {
            _stop.CancelAfter(IdleTimeout);
            var read = _body.Read(buffer, offset, count);
            _stop.CancelAfter(Timeout.InfiniteTimeSpan);
            return Ended(read, count);
        }
        catch (Exception e)
        {
            throw Failed(e, CancellationToken.None);
        }
    }

#if NET
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (TakeFirst(buffer.Span))
            return 1;
        try
        {
            var pending = _body.ReadAsync(buffer, _stop.Token);
            if (pending.IsCompletedSuccessfully)
                return Ended(pending.Result, buffer.Length);

            using var registration = Timeouts.CancelWith(_stop, cancellationToken);
            _stop.CancelAfter(IdleTimeout);
            var read = await pending.ConfigureAwait(false);
            _stop.CancelAfter(Timeout.InfiniteTimeSpan);
            return Ended(read, buffer.Length);
        }
        catch (Exception e)
        {
            throw Failed(e, cancellationToken);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
#else
    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (TakeFirst(buffer.AsSpan(offset, count)))
            return 1;
        try
        {
            using var registration = Timeouts.CancelWith(_stop, cancellationToken);
            _stop.CancelAfter(IdleTimeout);
            var read = await _body.ReadAsync(buffer, offset, count, _stop.Token).ConfigureAwait(false);
            _stop.CancelAfter(Timeout.InfiniteTimeSpan);
            return Ended(read, count);
        }
        catch (Exception e)
        {
            throw Failed(e, cancellationToken);
        }
    }
#endif

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            End(); // a response that is not read to its end is billed as well
            _abort.Dispose();
            _stop.Dispose();
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

        if (_stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            cause = ErrorFactory.Stalled(_call.Endpoint, IdleTimeout, cause);
        else if (cause is InvalidOperationException and not ObjectDisposedException)
            cause = new InvalidDataException("The response cannot be decompressed.", cause);
        using (_call)
            return _failure = _call.Failed(cause, IdleTimeout, cancellationToken);
    }
}

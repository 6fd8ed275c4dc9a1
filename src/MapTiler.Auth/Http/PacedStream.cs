using System.Globalization;

namespace MapTiler.Http;

/// <summary>
/// The body of a response that must arrive at a minimum data rate. The time between two reads is that of the reader and does not count.
/// </summary>
internal sealed class PacedStream : ReadOnlyStream
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    private readonly Stream _body;
    private readonly int _minDataRate;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenRegistration _abort;
    private TimeSpan _waited;
    private long _received;

    /// <param name="response">The response, which is disposed if it is too slow: not every stream observes a token while it waits, and a synchronous read has none.</param>
    /// <param name="body">The body of the response.</param>
    /// <param name="minDataRate">The minimum number of bytes per second.</param>
    /// <param name="time">The clock.</param>
    public PacedStream(HttpResponseMessage response, Stream body, int minDataRate, TimeProvider time)
    {
        _body = body;
        _minDataRate = minDataRate;
        _time = time;
        _stop = Timeouts.Create(Timeout.InfiniteTimeSpan, time);
        _abort = _stop.Token.Register(static state => ((HttpResponseMessage)state!).Dispose(), response);
    }

    /// <exception cref="TimeoutException">The body is too slow.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            var started = Start();
            return Finish(started, _body.Read(buffer, offset, count));
        }
        catch (Exception e) when (_stop.IsCancellationRequested)
        {
            throw TooSlow(e);
        }
    }

    /// <exception cref="TimeoutException">The body is too slow.</exception>
    protected override async ValueTask<int> ReadBytesAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var pending = ReadAsync(_body, buffer, _stop.Token);
            if (pending.IsCompletedSuccessfully)
                return Received(pending.Result);

            using var registration = Timeouts.CancelWith(_stop, cancellationToken);
            var started = Start();
            return Finish(started, await pending.ConfigureAwait(false));
        }
        catch (Exception e) when (_stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw TooSlow(e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _abort.Dispose();
            _stop.Dispose();
            _body.Dispose();
        }

        base.Dispose(disposing);
    }

    private long Start()
    {
        _stop.CancelAfter(_waited < Window ? Window - _waited : TimeSpan.Zero);
        return _time.GetTimestamp();
    }

    private int Finish(long started, int read)
    {
        _stop.CancelAfter(Timeout.InfiniteTimeSpan);
        _waited += _time.GetElapsedTime(started);
        return Received(read);
    }

    // As many bytes as the minimum rate requires within the window start a new window.
    private int Received(int read)
    {
        _received += read;
        if (_received >= _minDataRate * (long)Window.TotalSeconds)
            (_received, _waited) = (0, TimeSpan.Zero);
        return read;
    }

    private TimeoutException TooSlow(Exception cause) => new(
        string.Format(CultureInfo.InvariantCulture, _waited == TimeSpan.Zero
            ? "no data arrived for {0} s"
            : "only {1} bytes arrived within {0} s, while the minimum data rate (MinBytesPerSecond) is {2} bytes per second", Window.TotalSeconds, _received, _minDataRate),
        cause);
}

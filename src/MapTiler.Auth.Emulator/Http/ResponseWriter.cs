using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MapTiler.Emulator.Http;

/// <summary>Sends a response, completely or as a fault specifies.</summary>
/// <remarks>The journal is updated before the last bytes are sent, so that the request is completed when the client has received them.</remarks>
internal sealed class ResponseWriter(RequestJournal journal, TimeProvider time)
{
    private const int ChunkSize = 64 * 1024;

    public async Task SendAsync(HttpContext context, RecordedRequest entry, Response response, Fault? fault, CancellationToken cancellationToken)
    {
        if (fault is { Delivery: FaultDelivery.Reset })
        {
            journal.Complete(entry, status: null, cost: 0);
            context.Abort();
            return;
        }

        var body = new BodySource(response, HttpMethods.IsHead(context.Request.Method));
        await using (body.ConfigureAwait(false))
        {
            WriteHead(context.Response, response, body.Length);
            await (fault?.Delivery switch
            {
                FaultDelivery.Truncated => TruncateAsync(context, entry, response, body, fault, cancellationToken),
                FaultDelivery.Stalled => StallAsync(context, entry, response, body, fault, cancellationToken),
                FaultDelivery.Slow => SendAllAsync(context, entry, response, body, Math.Max(1, fault.SentBytes), fault.Interval, cancellationToken),
                _ => SendAllAsync(context, entry, response, body, response.OpenBody is null ? response.Body.Length : ChunkSize, TimeSpan.Zero, cancellationToken),
            }).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a response without an entry in the journal.</summary>
    public async Task SendUnrecordedAsync(HttpContext context, Response response, CancellationToken cancellationToken)
    {
        WriteHead(context.Response, response, response.Body.Length);
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.BodyWriter.WriteAsync(response.Body, cancellationToken).ConfigureAwait(false);
    }

    private void WriteHead(HttpResponse http, Response response, long? length)
    {
        http.StatusCode = response.Status;
        if (response.Status is not (204 or 304))
            http.ContentLength = length;
        http.ContentType = response.ContentType;

        var headers = http.Headers;
        headers.Date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        headers.Location = response.Location;
        headers.RetryAfter = response.RetryAfter;
        headers.Allow = response.Allow;
        headers.ContentDisposition = response.ContentDisposition;
        headers.ETag = response.ETag;
        headers.LastModified = response.LastModified?.ToString("R", CultureInfo.InvariantCulture);
        headers.ContentEncoding = response.ContentEncoding;
        if (response.IsCompressible)
            headers.Vary = HeaderNames.AcceptEncoding;
        if (response.StatusText is not null)
            headers["statustext"] = response.StatusText;
        if (response.IsForFreePlan)
            headers["X-MAPTILER-FREE"] = "1";
        if (response.IsOwnPage)
        {
            headers.CacheControl = "no-store";
            headers.XFrameOptions = "DENY";
            headers.XContentTypeOptions = "nosniff";
            return;
        }

        if (response.IsCacheable)
            headers.CacheControl = "public, max-age=14400";
        if (response.Status is (< 200 or >= 300) and not 304 && response.CrossOrigin is null)
            return;

        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlAllowMethods = response.CrossOrigin?.Methods;
        headers.AccessControlAllowHeaders = response.CrossOrigin?.Headers;
        headers.AccessControlExposeHeaders = response.CrossOrigin?.ExposedHeaders;
    }

    private async Task TruncateAsync(HttpContext context, RecordedRequest entry, Response response, BodySource body, Fault fault, CancellationToken cancellationToken)
    {
        // The server closes a connection after what was written if the body is shorter than its declared length.
        context.Response.ContentLength ??= fault.SentBytes + 1L;
        journal.Complete(entry, response.Status, cost: 0);
        await SendPartAsync(context, body, fault, cancellationToken).ConfigureAwait(false);
    }

    private async Task StallAsync(HttpContext context, RecordedRequest entry, Response response, BodySource body, Fault fault, CancellationToken cancellationToken)
    {
        await SendPartAsync(context, body, fault, cancellationToken).ConfigureAwait(false);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        journal.Complete(entry, response.Status, cost: 0);
        context.Abort();
    }

    private static async Task SendPartAsync(HttpContext context, BodySource body, Fault fault, CancellationToken cancellationToken)
    {
        var part = await body.ReadAsync(Math.Max(0, fault.SentBytes), cancellationToken).ConfigureAwait(false);
        await context.Response.BodyWriter.WriteAsync(part, cancellationToken).ConfigureAwait(false);
        await context.Response.BodyWriter.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends all of it, in portions and with pauses between them.</summary>
    private async Task SendAllAsync(
        HttpContext context, RecordedRequest entry, Response response, BodySource body, int portion, TimeSpan pause, CancellationToken cancellationToken)
    {
        var next = await body.ReadAsync(portion, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var current = next;
            next = await body.ReadAsync(portion, cancellationToken).ConfigureAwait(false);
            if (next.IsEmpty)
            {
                journal.Complete(entry, response.Status, response.Cost);
                if (!current.IsEmpty)
                    await context.Response.BodyWriter.WriteAsync(current, cancellationToken).ConfigureAwait(false);
                return;
            }

            await context.Response.BodyWriter.WriteAsync(current, cancellationToken).ConfigureAwait(false);
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }
}

/// <summary>The body of a response, from memory or from a stream.</summary>
internal sealed class BodySource : IAsyncDisposable
{
    private readonly Stream? _stream;
    private ReadOnlyMemory<byte> _rest;

    public BodySource(Response response, bool isHead)
    {
        Length = response.OpenBody is null ? response.Body.Length : null;
        if (isHead)
            return;
        _rest = response.Body;
        _stream = response.OpenBody?.Invoke();
        if (_stream is not null)
            Length = _stream.CanSeek ? _stream.Length - _stream.Position : null;
    }

    /// <summary>The length of the body; null if it is not known before the end of the stream.</summary>
    public long? Length { get; private set; }

    /// <summary>The next bytes, so many unless there are no more.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(int count, CancellationToken cancellationToken)
    {
        if (_stream is null)
        {
            var next = _rest[..Math.Min(count, _rest.Length)];
            _rest = _rest[next.Length..];
            return next;
        }

        var buffer = new byte[count];
        var read = await _stream.ReadAtLeastAsync(buffer, count, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return buffer.AsMemory(0, read);
    }

    public ValueTask DisposeAsync() => _stream?.DisposeAsync() ?? ValueTask.CompletedTask;
}

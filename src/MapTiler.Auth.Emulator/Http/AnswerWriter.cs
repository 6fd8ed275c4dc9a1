using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MapTiler.Emulator;

/// <summary>Sends an answer, well or as badly as a fault wants it.</summary>
/// <remarks>The journal is told before the last bytes leave, so that a client that has them finds the request finished.</remarks>
internal sealed class AnswerWriter(RequestJournal journal, TimeProvider time)
{
    private const int ChunkSize = 64 * 1024;

    public async Task SendAsync(HttpContext context, RecordedRequest entry, Answer answer, Fault? fault, CancellationToken cancellationToken)
    {
        if (fault is { Delivery: FaultDelivery.Reset })
        {
            journal.Complete(entry, status: null, cost: 0);
            context.Abort();
            return;
        }

        var body = new BodySource(answer, HttpMethods.IsHead(context.Request.Method));
        await using (body.ConfigureAwait(false))
        {
            WriteHead(context.Response, answer, body.Length);
            await (fault?.Delivery switch
            {
                FaultDelivery.Truncated => TruncateAsync(context, entry, answer, body, fault, cancellationToken),
                FaultDelivery.Stalled => StallAsync(context, entry, answer, body, fault, cancellationToken),
                FaultDelivery.Slow => PourAsync(context, entry, answer, body, Math.Max(1, fault.SentBytes), fault.Interval, cancellationToken),
                _ => PourAsync(context, entry, answer, body, answer.OpenBody is null ? answer.Body.Length : ChunkSize, TimeSpan.Zero, cancellationToken),
            }).ConfigureAwait(false);
        }
    }

    /// <summary>Sends an answer of which the journal knows nothing.</summary>
    public async Task SendUnrecordedAsync(HttpContext context, Answer answer, CancellationToken cancellationToken)
    {
        WriteHead(context.Response, answer, answer.Body.Length);
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.BodyWriter.WriteAsync(answer.Body, cancellationToken).ConfigureAwait(false);
    }

    private void WriteHead(HttpResponse response, Answer answer, long? length)
    {
        response.StatusCode = answer.Status;
        if (answer.Status is not (204 or 304))
            response.ContentLength = length;
        response.ContentType = answer.ContentType;

        var headers = response.Headers;
        headers.Date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        headers.Location = answer.Location;
        headers.RetryAfter = answer.RetryAfter;
        headers.Allow = answer.Allow;
        headers.ContentDisposition = answer.ContentDisposition;
        headers.ETag = answer.ETag;
        headers.LastModified = answer.LastModified?.ToString("R", CultureInfo.InvariantCulture);
        headers.ContentEncoding = answer.ContentEncoding;
        if (answer.IsCompressible)
            headers.Vary = HeaderNames.AcceptEncoding;
        if (answer.StatusText is not null)
            headers["statustext"] = answer.StatusText;
        if (answer.IsForFreePlan)
            headers["X-MAPTILER-FREE"] = "1";
        if (answer.IsOwnPage)
        {
            headers.CacheControl = "no-store";
            headers.XFrameOptions = "DENY";
            headers.XContentTypeOptions = "nosniff";
            return;
        }

        if (answer.IsCacheable)
            headers.CacheControl = "public, max-age=14400";
        if (answer.Status is (< 200 or >= 300) and not 304 && answer.CrossOrigin is null)
            return;

        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlAllowMethods = answer.CrossOrigin?.Methods;
        headers.AccessControlAllowHeaders = answer.CrossOrigin?.Headers;
        headers.AccessControlExposeHeaders = answer.CrossOrigin?.ExposedHeaders;
    }

    private async Task TruncateAsync(HttpContext context, RecordedRequest entry, Answer answer, BodySource body, Fault fault, CancellationToken cancellationToken)
    {
        // The server ends a connection itself, after what was written, when a body is shorter than promised.
        context.Response.ContentLength ??= fault.SentBytes + 1L;
        journal.Complete(entry, answer.Status, cost: 0);
        await SendPartAsync(context, body, fault, cancellationToken).ConfigureAwait(false);
    }

    private async Task StallAsync(HttpContext context, RecordedRequest entry, Answer answer, BodySource body, Fault fault, CancellationToken cancellationToken)
    {
        await SendPartAsync(context, body, fault, cancellationToken).ConfigureAwait(false);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        journal.Complete(entry, answer.Status, cost: 0);
        context.Abort();
    }

    private static async Task SendPartAsync(HttpContext context, BodySource body, Fault fault, CancellationToken cancellationToken)
    {
        var part = await body.ReadAsync(Math.Max(0, fault.SentBytes), cancellationToken).ConfigureAwait(false);
        await context.Response.BodyWriter.WriteAsync(part, cancellationToken).ConfigureAwait(false);
        await context.Response.BodyWriter.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends all of it, in portions and with pauses between them.</summary>
    private async Task PourAsync(
        HttpContext context, RecordedRequest entry, Answer answer, BodySource body, int portion, TimeSpan pause, CancellationToken cancellationToken)
    {
        var next = await body.ReadAsync(portion, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var current = next;
            next = await body.ReadAsync(portion, cancellationToken).ConfigureAwait(false);
            if (next.IsEmpty)
            {
                journal.Complete(entry, answer.Status, answer.Cost);
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

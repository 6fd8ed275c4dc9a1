using Microsoft.AspNetCore.Http;

namespace MapTiler.Emulator;

/// <summary>Sends an answer, well or as badly as a fault wants it.</summary>
/// <remarks>The journal is told before the last bytes leave, so that a client that has them finds the request finished.</remarks>
internal sealed class AnswerWriter(RequestJournal journal, TimeProvider time)
{
    public Task SendAsync(HttpContext context, RecordedRequest entry, Answer answer, Fault? fault, CancellationToken cancellationToken)
    {
        if (fault is { Delivery: FaultDelivery.Reset })
        {
            journal.Complete(entry, status: null, cost: 0);
            context.Abort();
            return Task.CompletedTask;
        }

        WriteHead(context.Response, answer);
        var body = HttpMethods.IsHead(context.Request.Method) ? default : answer.Body;
        var sent = Math.Clamp(fault?.SentBytes ?? 0, 0, body.Length);
        return fault?.Delivery switch
        {
            FaultDelivery.Truncated => TruncateAsync(context, entry, answer, body[..sent], cancellationToken),
            FaultDelivery.Stalled => StallAsync(context, entry, answer, body[..sent], cancellationToken),
            FaultDelivery.Slow => DripAsync(context, entry, answer, body, fault, cancellationToken),
            _ => WholeAsync(context, entry, answer, body, cancellationToken),
        };
    }

    private static void WriteHead(HttpResponse response, Answer answer)
    {
        response.StatusCode = answer.Status;
        if (answer.Status is not (204 or 304))
            response.ContentLength = answer.Body.Length;
        response.ContentType = answer.ContentType;

        var headers = response.Headers;
        headers.Location = answer.Location;
        headers.RetryAfter = answer.RetryAfter;
        headers.Allow = answer.Allow;
        if (answer.IsCacheable)
            headers.CacheControl = "public, max-age=14400";
        if (answer.Status is < 200 or >= 300)
            return;

        headers.AccessControlAllowOrigin = "*";
        if (answer.Status == 204 && answer.Allow is not null)
        {
            headers.AccessControlAllowMethods = answer.Allow;
            headers.AccessControlAllowHeaders = "*";
        }
    }

    private async Task WholeAsync(HttpContext context, RecordedRequest entry, Answer answer, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        journal.Complete(entry, answer.Status, answer.Cost);
        if (!body.IsEmpty)
            await context.Response.BodyWriter.WriteAsync(body, cancellationToken).ConfigureAwait(false);
    }

    private async Task TruncateAsync(HttpContext context, RecordedRequest entry, Answer answer, ReadOnlyMemory<byte> part, CancellationToken cancellationToken)
    {
        journal.Complete(entry, answer.Status, cost: 0);
        await context.Response.BodyWriter.WriteAsync(part, cancellationToken).ConfigureAwait(false);
        await context.Response.BodyWriter.FlushAsync(cancellationToken).ConfigureAwait(false);
        // The server ends a connection itself, after what was written, when a body is shorter than promised.
    }

    private async Task StallAsync(HttpContext context, RecordedRequest entry, Answer answer, ReadOnlyMemory<byte> part, CancellationToken cancellationToken)
    {
        await context.Response.BodyWriter.WriteAsync(part, cancellationToken).ConfigureAwait(false);
        await context.Response.BodyWriter.FlushAsync(cancellationToken).ConfigureAwait(false);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        journal.Complete(entry, answer.Status, cost: 0);
        context.Abort();
    }

    private async Task DripAsync(HttpContext context, RecordedRequest entry, Answer answer, ReadOnlyMemory<byte> body, Fault fault, CancellationToken cancellationToken)
    {
        var size = Math.Max(1, fault.SentBytes);
        while (body.Length > size)
        {
            await context.Response.BodyWriter.WriteAsync(body[..size], cancellationToken).ConfigureAwait(false);
            await Task.Delay(fault.Interval, time, cancellationToken).ConfigureAwait(false);
            body = body[size..];
        }

        await WholeAsync(context, entry, answer, body, cancellationToken).ConfigureAwait(false);
    }
}

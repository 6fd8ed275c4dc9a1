using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MapTiler.Emulator;

/// <summary>Takes every request of one port through admission, journal, faults and answer.</summary>
/// <remarks>
/// It sits on Kestrel directly. A web host in between would publish activities and diagnostic events with the caller's
/// URL in it, into the same process that a test watches for leaks of its client.
/// </remarks>
internal sealed class RequestProcessor(
    Front front, RequestJournal journal, FaultList faults, AnswerWriter writer, TimeProvider time, TimeSpan latency, CancellationToken stopping,
    LandingPageFront? landingPage = null, string basePath = "")
    : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        var request = new IncomingRequest(context, basePath);
        if (landingPage?.Respond(request) is { } page)
        {
            await writer.SendUnrecordedAsync(context, page, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        var admission = front.Admit(request);
        var entry = new RecordedRequest(request, admission, time);
        journal.Open(entry);

        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await AnswerAsync(request, admission, entry, leaving.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (leaving.IsCancellationRequested || error is CallerLeftException)
        {
            context.Abort();
        }
        finally
        {
            if (entry.Duration is null)
                journal.Complete(entry, status: null, cost: 0);
        }
    }

    private async Task AnswerAsync(IncomingRequest request, Admission admission, RecordedRequest entry, CancellationToken cancellationToken)
    {
        var hit = faults.Find(entry, admitted: admission.Refusal is null);
        var fault = hit?.Fault;
        request.Arrived = time.GetTimestamp();
        request.Fault = fault;
        var answer = admission.Refusal ?? await RespondAsync(request, cancellationToken).ConfigureAwait(false);
        if (fault is not null)
            answer = FaultedAnswer.Apply(fault, answer, request);

        var wait = latency + (hit?.Delay ?? TimeSpan.Zero) - time.GetElapsedTime(request.Arrived);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        if (answer.Cost > 0 && fault?.Delivery is null or FaultDelivery.Whole or FaultDelivery.Slow)
            answer = front.Charge(admission, answer.Cost) ?? answer;
        await writer.SendAsync(request.Context, entry, answer, fault, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Answer> RespondAsync(IncomingRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return FaultedAnswer.Replaces(request.Fault)
                ? new() { Status = request.Fault.Status ?? 302 }
                : await front.RespondAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
#pragma warning disable CA1031 // A defect of the emulator has to show as such to the test that met it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return Answer.Text(500, $"The emulator failed: {error}");
        }
    }
}

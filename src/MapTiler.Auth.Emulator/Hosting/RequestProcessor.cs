using MapTiler.Emulator.Authentication;
using MapTiler.Emulator.Faults;
using MapTiler.Emulator.Http;
using MapTiler.Emulator.LandingPage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MapTiler.Emulator.Hosting;

/// <summary>Processes the requests of one port: authorization, journal, faults, and response.</summary>
/// <remarks>
/// It runs directly on Kestrel. A web host would publish activities and diagnostic events with the caller's
/// URL, in the same process in which a test checks that its client does not leak it.
/// </remarks>
internal sealed class RequestProcessor(
    RequestHandler front, RequestJournal journal, FaultList faults, ResponseWriter writer, TimeProvider time, TimeSpan latency, CancellationToken stopping,
    LandingPageHandler? landingPage = null, string basePath = "")
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

        var authorization = front.Authorize(request);
        var entry = new RecordedRequest(request, authorization, time);
        journal.Open(entry);

        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await ProcessAsync(request, authorization, entry, leaving.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (leaving.IsCancellationRequested || error is ClientDisconnectedException)
        {
            context.Abort();
        }
        finally
        {
            if (entry.Duration is null)
                journal.Complete(entry, status: null, cost: 0);
        }
    }

    private async Task ProcessAsync(IncomingRequest request, AuthorizationResult authorization, RecordedRequest entry, CancellationToken cancellationToken)
    {
        var hit = faults.Find(entry, authorized: authorization.Rejection is null);
        var fault = hit?.Fault;
        request.Arrived = time.GetTimestamp();
        request.Fault = fault;
        var response = authorization.Rejection ?? await RespondAsync(request, cancellationToken).ConfigureAwait(false);
        if (fault is not null)
            response = FaultedResponse.Apply(fault, response, request);

        var wait = latency + (hit?.Delay ?? TimeSpan.Zero) - time.GetElapsedTime(request.Arrived);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        if (response.Cost > 0 && fault?.Delivery is null or FaultDelivery.Whole or FaultDelivery.Slow)
            response = front.Charge(authorization, response.Cost) ?? response;
        await writer.SendAsync(request.Context, entry, response, fault, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Response> RespondAsync(IncomingRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return FaultedResponse.Replaces(request.Fault)
                ? new() { Status = request.Fault.Status ?? 302 }
                : await front.RespondAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
#pragma warning disable CA1031 // An exception in the emulator must be visible to the test that caused it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return Response.PlainText(500, $"The emulator failed: {error}");
        }
    }
}

/// <summary>One of MapTiler's hosts: it authorizes requests and responds to them.</summary>
internal abstract class RequestHandler
{
    public abstract AuthorizationResult Authorize(IncomingRequest request);

    public abstract ValueTask<Response> RespondAsync(IncomingRequest request, CancellationToken cancellationToken);

    /// <summary>Charges the cost to the key. Null on success, otherwise the response to send instead.</summary>
    public virtual Response? Charge(AuthorizationResult authorization, int cost) => null;
}

using System.Net;

namespace MapTiler.AspNetCore;

/// <summary>What a browser is told when a call of MapTiler fails.</summary>
internal static class UpstreamFailures
{
    /// <summary>The failure; <see langword="null"/> if it is one already, or if the caller left.</summary>
    public static UpstreamException? Of(Exception exception, CancellationToken caller) => exception switch
    {
        UpstreamException => null,
        _ when caller.IsCancellationRequested => null,
        OperationCanceledException or TimeoutException or Polly.Timeout.TimeoutRejectedException => new(HttpStatusCode.GatewayTimeout, "MapTiler did not answer in time.", cause: exception),
        _ => new(HttpStatusCode.BadGateway, "There was no answer of MapTiler.", cause: exception),
    };
}

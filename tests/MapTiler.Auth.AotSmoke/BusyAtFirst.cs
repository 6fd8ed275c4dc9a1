using System.Collections.Concurrent;
using System.Net;

namespace MapTiler.AotSmoke;

/// <summary>A handler between the retries and the transport: responds with 503 to the first attempt, and records the result of each.</summary>
internal sealed class BusyAtFirst(ConcurrentQueue<int> statuses) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = statuses.IsEmpty
            ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { RequestMessage = request }
            : await base.SendAsync(request, cancellationToken);
        statuses.Enqueue((int)response.StatusCode);
        return response;
    }
}

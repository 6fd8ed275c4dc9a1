using System.Collections.Concurrent;
using System.Net;

namespace MapTiler.AotSmoke;

/// <summary>Stands between the repetitions and the wire: answers the first attempt with 503 by itself, and notes how each one ended.</summary>
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

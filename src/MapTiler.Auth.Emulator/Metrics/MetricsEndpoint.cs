using MapTiler.Emulator.Endpoints;
using MapTiler.Emulator.Http;
using Microsoft.AspNetCore.Http;

namespace MapTiler.Emulator.Metrics;

/// <summary><c>POST /metrics</c>, to which MapTiler SDK JS sends its telemetry, all of it in the query. Only the journal records it.</summary>
internal sealed class MetricsEndpoint() : ApiEndpoint("/metrics")
{
    public override bool NeedsKey => false;

    public override string Methods => $"{HttpMethods.Post}, {HttpMethods.Options}";

    public override Response? Respond(IncomingRequest request) => new() { Status = 200 };
}

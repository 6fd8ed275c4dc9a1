using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MapTiler.Diagnostics;

/// <summary>The activity source and the meter, both named <c>MapTiler</c>, and the names of their tags.</summary>
internal static class Telemetry
{
    public const string Name = "MapTiler";
    public const string EndpointTag = "maptiler.endpoint";
    public const string AttemptsTag = "maptiler.attempts";
    public const string StatusTag = "http.response.status_code";
    public const string ErrorTag = "error.type";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("maptiler.client.request.duration", "s", "Time of a call until its answer is read, with all attempts.");

    public static readonly Counter<long> Retries =
        Meter.CreateCounter<long>("maptiler.client.retries", "{retry}", "Repeated attempts.");

    public static readonly Counter<long> BilledRequests =
        Meter.CreateCounter<long>("maptiler.client.billed_requests", "{request}", "What successful calls cost by the documented price table.");
}

using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MapTiler.Diagnostics;

/// <summary>The activity source and the meter, both named <c>MapTiler</c>, and the names of their tags.</summary>
internal static class Telemetry
{
    public const string Name = "MapTiler";
    public const string EndpointTag = "maptiler.endpoint";
    public const string BilledRequestsTag = "maptiler.billed_requests";
    public const string AttemptsTag = "maptiler.attempts";
    public const string StatusTag = "http.response.status_code";
    public const string ErrorTag = "error.type";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Histogram<double> Duration =
        Meter.CreateHistogram(
            "maptiler.client.request.duration", "s", "Duration of calls, including retries and reading the response.", tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] }); // as http.client.request.duration

    public static readonly Counter<long> Retries =
        Meter.CreateCounter<long>("maptiler.client.retries", "{retry}", "Number of retries.");

    public static readonly Counter<long> BilledRequests =
        Meter.CreateCounter<long>("maptiler.client.billed_requests", "{request}", "Number of requests that successful calls are billed as, by the documented prices.");
}

using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Http;

public sealed partial class CallTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Activity_of_a_call_contains_the_endpoint_template_and_not_the_URL()
    {
        using var parent = new Activity("test").Start();
        var activities = new List<Activity>();
        using var listener = Listen(parent, activities);
        using var services = Clients.Services(StubTransport.Statuses(HttpStatusCode.ServiceUnavailable));

        await services.Geocoding().SearchAsync("Secret Street 5", cancellationToken: Cancel);

        var activity = Assert.Single(activities);
        Assert.Equal("GET /geocoding/{query}.json", activity.OperationName);
        Assert.Equal("/geocoding/{query}.json", activity.GetTagItem("maptiler.endpoint"));
        Assert.Equal(200, activity.GetTagItem("http.response.status_code"));
        Assert.Equal(2, activity.GetTagItem("maptiler.attempts"));
        Assert.Equal(1, activity.GetTagItem("maptiler.billed_requests"));
        Assert.Equal(ActivityStatusCode.Unset, activity.Status);
        Assert.DoesNotContain("Street", string.Join(";", activity.TagObjects), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activity_of_a_failed_call_contains_the_reason()
    {
        using var parent = new Activity("test").Start();
        var activities = new List<Activity>();
        using var listener = Listen(parent, activities);
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.NotFound)));

        await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().GetByIdAsync("country.1", cancellationToken: Cancel));

        var activity = Assert.Single(activities);
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.Equal("NotFound", activity.GetTagItem("error.type"));
        Assert.Equal(404, activity.GetTagItem("http.response.status_code"));
        Assert.Null(activity.GetTagItem("maptiler.billed_requests"));
    }

    [Fact]
    public void Duration_histogram_has_buckets_from_5_milliseconds_to_10_seconds() =>
        Assert.Equal([0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10], MapTiler.Diagnostics.Telemetry.Duration.Advice!.HistogramBucketBoundaries!);

    [Fact]
    public async Task Metrics_of_a_batch_count_duration_retries_and_billed_requests()
    {
        // The meter is shared with tests that run at the same time: only the endpoint of batches is looked at, which this class alone batches in 3.
        var measured = new List<(string Name, double Value)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == "MapTiler")
                    l.EnableMeasurementEvents(instrument);
            },
        };
        var thread = new AsyncLocal<bool> { Value = true };
        void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (thread.Value)
            {
                lock (measured)
                    measured.Add((instrument.Name, value));
            }
        }

        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.Start();
        var attempts = 0;
        using var services = Clients.Services(new StubTransport(_ => ++attempts == 1 ? new HttpResponseMessage(HttpStatusCode.BadGateway) : StubTransport.Json($"[{ResponseBodies.Brno},{ResponseBodies.Brno},{ResponseBodies.Brno}]")));

        await foreach (var result in services.Geocoding().BatchAsync(["a", "b", "c"], cancellationToken: Cancel))
            Assert.Null(result.Error);

        Assert.Equal([("maptiler.client.retries", 1d), ("maptiler.client.billed_requests", 3d)], measured.Where(m => m.Name != "maptiler.client.request.duration"));
        Assert.Single(measured, m => m.Name == "maptiler.client.request.duration" && m.Value >= 0);
    }

    [Fact]
    public async Task Log_contains_the_endpoint_template_and_not_the_URL()
    {
        var logs = new CapturingLoggerProvider();
        using var services = Clients.Services(StubTransport.Statuses(HttpStatusCode.ServiceUnavailable), before: s => s.AddLogging(l => l.AddCapturing(logs)));

        await services.Geocoding().SearchAsync("Secret Street 5", cancellationToken: Cancel);

        Assert.Contains(logs.Messages, m => m.StartsWith("Information GET /geocoding/{query}.json responded 200 in", StringComparison.Ordinal));
        Assert.Contains(logs.Messages, m => m.StartsWith("Information Attempt 1 of /geocoding/{query}.json failed with 503", StringComparison.Ordinal));
        Assert.DoesNotContain("Street", logs.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_contains_the_method()
    {
        var logs = new CapturingLoggerProvider();
        var status = HttpStatusCode.OK;
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(status)), options: o => o.ServiceToken = Secrets.Token, before: s => s.AddLogging(l => l.AddCapturing(logs)));

        await services.Service().ApiKeys.DeleteAsync(Guid.NewGuid(), Cancel);
        status = HttpStatusCode.NotFound;
        await Assert.ThrowsAsync<MapTilerException>(() => services.Service().ApiKeys.DeleteAsync(Guid.NewGuid(), Cancel));

        Assert.Contains(logs.Messages, m => m.StartsWith("Information DELETE /v1/api_keys/{key_id} responded 200 in", StringComparison.Ordinal));
        Assert.Contains(logs.Messages, m => m.StartsWith("Warning DELETE /v1/api_keys/{key_id} failed after", StringComparison.Ordinal) && m.Contains(": NotFound", StringComparison.Ordinal));
    }

    private static ActivityListener Listen(Activity parent, List<Activity> activities)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "MapTiler",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == parent.TraceId)
                    activities.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}

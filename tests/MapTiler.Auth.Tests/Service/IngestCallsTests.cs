using System.Net;
using MapTiler.Service;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Service;

/// <summary>How the processing is started, with retries, and waited for.</summary>
public sealed class IngestCallsTests : UploadTest
{
    [Fact]
    public async Task Transient_failure_to_start_processing_is_retried()
    {
        var (path, _) = File(2500);
        var processRequests = 0;
        var transport = new ServiceTransport(request => request switch
        {
            { Method: "PUT" } => Keep(request),
            _ when request.ToString().EndsWith("/process", StringComparison.Ordinal) => ++processRequests < 3 ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) : ServiceTransport.Json(Ingest("completed", null)),
            { Method: "GET" } => ServiceTransport.Json(Ingest("upload", null)),
            _ => ServiceTransport.Json(Ingest("upload", 3)),
        });
        using var services = Instant(transport);

        var ingest = await Datasets(services).UploadAsync(path, cancellationToken: Cancel);

        Assert.Equal((IngestState.Completed, 3), (ingest.State, processRequests));
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, null, new double[] { 1, 2 })]
    [InlineData(HttpStatusCode.TooManyRequests, 77, new double[] { 77, 77 })]
    public async Task Retry_delays_of_processing_request_double_or_follow_RetryAfter(HttpStatusCode status, int? after, double[] waits)
    {
        var (path, _) = File(500);
        var processRequests = 0;
        var transport = Processing(() => ++processRequests < 3 ? Busy(status, after) : ServiceTransport.Json(Ingest("completed", null)));
        using var services = Passing(transport);

        await Datasets(services).UploadAsync(path, cancellationToken: Cancel);

        Assert.Equal(waits, _time.Waits);
    }

    [Fact]
    public async Task Processing_request_that_always_fails_throws_after_MaxRetryAttempts()
    {
        var (path, _) = File(500);
        var processRequests = 0;
        var transport = Processing(() =>
        {
            processRequests++;
            return Busy(HttpStatusCode.TooManyRequests, int.MaxValue);
        });
        using var services = Passing(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { MaxRetryAttempts = 1 }, Cancel));

        Assert.Equal((MapTilerErrorReason.RateLimited, TimeSpan.FromSeconds(int.MaxValue), 2), (error.Reason, error.RetryAfter, processRequests));
        Assert.Contains("The ingest was canceled, and no data remain at MapTiler.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public async Task Processing_request_whose_response_was_lost_is_not_repeated(int maxRetryAttempts)
    {
        var (path, _) = File(500);
        var processRequests = 0;
        var transport = Processing(() =>
        {
            processRequests++;
            return Busy(HttpStatusCode.BadGateway, null);
        }, state: "completed");
        using var services = Passing(transport);

        var ingest = await Datasets(services).UploadAsync(path, new() { MaxRetryAttempts = maxRetryAttempts }, Cancel);

        Assert.Equal((IngestState.Completed, 1), (ingest.State, processRequests));
    }

    [Fact]
    public async Task Waiting_for_unknown_state_throws_Timeout_with_the_state()
    {
        var time = new PassingTimeProvider();
        var transport = new ServiceTransport(_ => ServiceTransport.Json(Ingest("polishing", null)));
        using var services = transport.Services(s => s.AddSingleton<TimeProvider>(time));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).WaitForIngestAsync(Id, TimeSpan.FromSeconds(30), Cancel));

        Assert.Equal(MapTilerErrorReason.Timeout, error.Reason);
        Assert.Contains("state 'polishing'", error.Message, StringComparison.Ordinal);
        Assert.Equal([5, 6, 7, 8, 4], time.Waits);
        Assert.Equal(6, transport.Requests.Count);
    }

    [Fact]
    public async Task Polling_delay_grows_by_a_second_up_to_a_minute_and_ends_at_the_timeout()
    {
        var transport = new ServiceTransport(_ => ServiceTransport.Json(Ingest("processing", null)));
        using var services = Passing(transport);

        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).WaitForIngestAsync(Id, TimeSpan.FromSeconds(30), Cancel));
        var first = _time.Waits;
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).WaitForIngestAsync(Id, cancellationToken: Cancel));
        var hour = _time.Waits.Skip(first.Count).ToList();

        Assert.Equal([5, 6, 7, 8, 4], first);
        Assert.Equal((60, 3600), (hour.Max(), hour.Sum()));
    }

    [Theory]
    [InlineData("canceled")]
    [InlineData("failed")]
    public async Task Waiting_for_failed_or_canceled_ingest_throws_at_once(string state)
    {
        var transport = new ServiceTransport(_ => ServiceTransport.Json(Ingest(state, null)));
        using var services = Passing(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).WaitForIngestAsync(Id, cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.ProcessingFailed, error.Reason);
        Assert.Empty(_time.Waits);
    }

    private static HttpResponseMessage Busy(HttpStatusCode status, int? after)
    {
        var response = new HttpResponseMessage(status);
        if (after is { } seconds)
            response.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return response;
    }
}

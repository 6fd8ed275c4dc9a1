using System.Net;
using MapTiler.Service;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Service;

/// <summary>How long an upload waits for what.</summary>
public sealed class UploadWaitTests : UploadTest
{
    private readonly PassingTimeProvider _time = new();

    [Fact]
    public async Task Waiting_asks_a_second_later_each_time_up_to_a_minute_and_at_the_deadline()
    {
        var wire = new ServiceWire(_ => ServiceWire.Json(Ingest("processing", null)));
        using var services = Passing(wire);

        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).WaitAsync(Id, TimeSpan.FromSeconds(30), Cancel));
        var first = _time.Waits;
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).WaitAsync(Id, cancellationToken: Cancel));
        var hour = _time.Waits.Skip(first.Count).ToList();

        Assert.Equal([5, 6, 7, 8, 4], first);
        Assert.Equal((60, 3600), (hour.Max(), hour.Sum()));
    }

    [Theory]
    [InlineData("canceled")]
    [InlineData("failed")]
    public async Task Waiting_ends_where_the_processing_does(string state)
    {
        var wire = new ServiceWire(_ => ServiceWire.Json(Ingest(state, null)));
        using var services = Passing(wire);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).WaitAsync(Id, cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.ProcessingFailed, error.Reason);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task A_part_is_sent_again_after_a_longer_time_each_time()
    {
        var (path, _) = File(500);
        var wire = Store(_ => new HttpResponseMessage(HttpStatusCode.RequestTimeout));
        using var services = Passing(wire);

        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { MaxRetryAttempts = 9 }, Cancel));

        var longest = new double[] { 1, 2, 4, 8, 16, 32, 60, 60, 60 };
        Assert.Equal(longest.Length, _time.Waits.Count);
        Assert.All(_time.Waits.Zip(longest), wait => Assert.InRange(wait.First, wait.Second / 2, wait.Second));
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, null, new double[] { 1, 2 })]
    [InlineData(HttpStatusCode.TooManyRequests, 77, new double[] { 77, 77 })]
    public async Task The_processing_is_asked_for_again_when_the_service_says_so(HttpStatusCode status, int? after, double[] waits)
    {
        var (path, _) = File(500);
        var asked = 0;
        var wire = Processing(() => ++asked < 3 ? Busy(status, after) : ServiceWire.Json(Ingest("completed", null)));
        using var services = Passing(wire);

        await Datasets(services).UploadAsync(path, cancellationToken: Cancel);

        Assert.Equal(waits, _time.Waits);
    }

    [Fact]
    public async Task The_processing_is_not_asked_for_for_ever()
    {
        var (path, _) = File(500);
        var asked = 0;
        var wire = Processing(() =>
        {
            asked++;
            return Busy(HttpStatusCode.TooManyRequests, int.MaxValue);
        });
        using var services = Passing(wire);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { MaxRetryAttempts = 1 }, Cancel));

        Assert.Equal((MapTilerErrorReason.RateLimited, TimeSpan.FromSeconds(int.MaxValue), 2), (error.Reason, error.RetryAfter, asked));
        Assert.Contains("The ingest was canceled, and no data remain at MapTiler.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_processing_that_began_although_the_answer_was_lost_is_not_asked_for_again()
    {
        var (path, _) = File(500);
        var asked = 0;
        var wire = Processing(() =>
        {
            asked++;
            return Busy(HttpStatusCode.BadGateway, null);
        }, state: "completed");
        using var services = Passing(wire);

        var ingest = await Datasets(services).UploadAsync(path, cancellationToken: Cancel);

        Assert.Equal((IngestState.Completed, 1), (ingest.State, asked));
    }

    [Fact]
    public async Task The_processing_reports_how_far_it_is()
    {
        var (path, _) = File(500);
        var percent = 0;
        var wire = Processing(
            () => ServiceWire.Json(Ingest("processing", null)),
            () => Ingest((percent += 40) > 100 ? "completed" : "processing", null).Replace("\"progress\":0", $"\"progress\":{percent}", StringComparison.Ordinal));
        using var services = Passing(wire);
        var reports = new System.Collections.Concurrent.ConcurrentQueue<UploadProgress>();

        await Datasets(services).UploadAsync(path, new() { Progress = new Inline(reports) }, Cancel);

        Assert.Equal([0, 40, 80, 120], reports.Where(r => r.ProcessingPercent is not null).Select(r => r.ProcessingPercent!.Value));
        Assert.Equal([5, 6], _time.Waits);
    }

    [Fact]
    public async Task Nobody_waits_for_the_processing_who_does_not_want_to()
    {
        var (path, _) = File(500);
        var wire = Processing(() => ServiceWire.Json(Ingest("processing", null)));
        using var services = Passing(wire);

        var ingest = await Datasets(services).UploadAsync(path, new() { ProcessingTimeout = TimeSpan.Zero }, Cancel);

        Assert.Equal(IngestState.Processing, ingest.State);
        Assert.DoesNotContain(wire.Requests, r => r.Method == "GET");
    }

    private static HttpResponseMessage Busy(HttpStatusCode status, int? after)
    {
        var response = new HttpResponseMessage(status);
        if (after is { } seconds)
            response.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return response;
    }

    private ServiceWire Processing(Func<HttpResponseMessage> process, string state = "upload") => Processing(process, () => Ingest(state, null));

    private ServiceWire Processing(Func<HttpResponseMessage> process, Func<string> state) => new(request => request switch
    {
        { Method: "PUT" } => Keep(request),
        { Method: "GET" } => ServiceWire.Json(state()),
        _ when request.ToString().EndsWith("/process", StringComparison.Ordinal) => process(),
        _ => ServiceWire.Json(Ingest("upload", 1)),
    });

    private ServiceProvider Passing(ServiceWire wire) => wire.Services(s => s.AddSingleton<TimeProvider>(_time));
}

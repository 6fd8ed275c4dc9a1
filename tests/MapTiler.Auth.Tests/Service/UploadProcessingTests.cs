using System.Net;
using MapTiler.Service;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Service;

/// <summary>What the service does with an upload when all of its parts are there.</summary>
public sealed class UploadProcessingTests : UploadTest
{
    [Fact]
    public async Task A_beginning_of_the_processing_that_fails_in_passing_is_repeated()
    {
        var (path, _) = File(2500);
        var asked = 0;
        var wire = new ServiceWire(request => request switch
        {
            { Method: "PUT" } => Keep(request),
            _ when request.ToString().EndsWith("/process", StringComparison.Ordinal) => ++asked < 3 ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) : ServiceWire.Json(Ingest("completed", null)),
            { Method: "GET" } => ServiceWire.Json(Ingest("upload", null)),
            _ => ServiceWire.Json(Ingest("upload", 3)),
        });
        using var services = Instant(wire);

        var ingest = await Datasets(services).UploadAsync(path, cancellationToken: Cancel);

        Assert.Equal((IngestState.Completed, 3), (ingest.State, asked));
    }

    [Theory]
    [InlineData("failed", "[{\"message\":\"No geometry.\"}]", "No geometry.")]
    [InlineData("failed", "{\"mesage\":\"odd\"}", "odd")]
    [InlineData("canceled", "null", "was canceled at MapTiler")]
    public async Task Processing_that_fails_is_a_typed_error(string state, string errors, string words)
    {
        var (path, _) = File(100);
        var wire = Store(finished: $$"""{"id":"{{Id}}","state":"{{state}}","errors":{{errors}}}""");
        using var services = wire.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.ProcessingFailed, error.Reason);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_asks_ever_less_often_and_ends_at_its_deadline()
    {
        var time = new PassingTimeProvider();
        var wire = new ServiceWire(_ => ServiceWire.Json(Ingest("polishing", null)));
        using var services = wire.Services(s => s.AddSingleton<TimeProvider>(time));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).WaitAsync(Id, TimeSpan.FromSeconds(30), Cancel));

        Assert.Equal(MapTilerErrorReason.Timeout, error.Reason);
        Assert.Contains("state 'polishing'", error.Message, StringComparison.Ordinal);
        Assert.Equal([5, 6, 7, 8, 4], time.Waits);
        Assert.Equal(6, wire.Requests.Count);
    }
}

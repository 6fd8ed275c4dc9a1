using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using MapTiler.Service;

namespace MapTiler.Tests.Service;

/// <summary>What the service offers for an upload: addresses that expire, and what nobody asked for.</summary>
public sealed class UploadOfferTests : UploadTest
{
    [Fact]
    public async Task An_ingest_that_somebody_cancelled_is_not_begun_anew()
    {
        var (path, _) = File(2500);
        var wire = new ServiceWire(request => request.Method switch
        {
            "PUT" => new HttpResponseMessage(HttpStatusCode.NotFound),
            "GET" => ServiceWire.Json(Ingest("canceled", null)),
            _ => ServiceWire.Json(Ingest("upload", 3)),
        });
        using var services = Instant(wire);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.ProcessingFailed, error.Reason);
        Assert.Single(wire.Requests, r => r.ToString() == "POST /v1/datasets/ingest");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Expired_addresses_are_renewed_or_the_upload_begins_anew(bool renews)
    {
        var (path, bytes) = File(3500);
        var expired = true;
        var wire = new ServiceWire(request => request switch
        {
            { Method: "PUT" } when expired && request.Uri.AbsolutePath == "/part3" => new HttpResponseMessage(HttpStatusCode.Forbidden),
            { Method: "PUT" } => Keep(request),
            { Method: "GET" } when expired && renews => Renew(),
            { Method: "GET" } when expired => ServiceWire.Json(Ingest("upload", null)),
            _ when request.ToString().EndsWith("/cancel", StringComparison.Ordinal) => Renew(),
            _ when request.ToString().EndsWith("/process", StringComparison.Ordinal) => ServiceWire.Json(Ingest("completed", null)),
            _ => ServiceWire.Json(Ingest("upload", 4)),
        });
        using var services = Instant(wire);
        var reports = new ConcurrentQueue<UploadProgress>();

        await Datasets(services).UploadAsync(path, new() { MaxConcurrency = 1, Progress = new Inline(reports) }, Cancel);

        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
        Assert.Equal(renews ? 1 : 2, wire.Requests.Count(r => r.ToString() == "POST /v1/datasets/ingest"));
        Assert.Equal(renews ? 0 : 1, reports.Max(r => r.Restarts));

        HttpResponseMessage Renew()
        {
            expired = false;
            return ServiceWire.Json(Ingest("upload", 4));
        }
    }

    [Theory]
    [InlineData("""{"type":"google_drive_resumable","url":"https://x.example/"}""")]
    [InlineData("""{"type":"s3_multipart","part_size":1000,"parts":[{"part_id":1,"url":"https://store.example/part1"}]}""")]
    [InlineData("""{"type":"s3_multipart","part_size":0,"parts":[]}""")]
    [InlineData("null")]
    public async Task An_upload_that_was_not_asked_for_is_refused_and_cancelled(string upload)
    {
        var (path, _) = File(2500);
        var wire = new ServiceWire(_ => ServiceWire.Json($$"""{"id":"{{Id}}","state":"upload","upload":{{upload}}}"""));
        using var services = wire.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
        Assert.Equal(["POST /v1/datasets/ingest", $"POST /v1/datasets/ingest/{Id}/cancel"], wire.Requests.Select(r => r.ToString()));
    }

    [Theory]
    [InlineData("[0,1,2]")]
    [InlineData("[1,2,2]")]
    [InlineData("[2,3,4]")]
    [InlineData("[1,2,3,4]")]
    public async Task Parts_of_other_numbers_are_refused_and_cancelled(string numbers)
    {
        var (path, _) = File(2500);
        var parts = string.Join(',', JsonSerializer.Deserialize<int[]>(numbers)!.Select(i => $$"""{"part_id":{{i}},"url":"https://store.example/part{{i}}"}"""));
        var wire = new ServiceWire(_ => ServiceWire.Json($$"""{"id":"{{Id}}","state":"upload","upload":{"type":"s3_multipart","part_size":1000,"parts":[{{parts}}]} }"""));
        using var services = wire.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
        Assert.Equal(["POST /v1/datasets/ingest", $"POST /v1/datasets/ingest/{Id}/cancel"], wire.Requests.Select(r => r.ToString()));
        Assert.DoesNotContain("store.example", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task An_upload_begins_anew_three_times_and_leaves_nothing_behind(int status)
    {
        var (path, _) = File(500);
        var wire = Store(_ => new HttpResponseMessage((HttpStatusCode)status));
        using var services = Instant(wire);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, cancellationToken: Cancel));

        Assert.Equal((MapTilerErrorReason.Forbidden, (HttpStatusCode?)status), (error.Reason, error.StatusCode));
        Assert.Contains($"The storage service accepts no more parts of data.geojson. The URL of a part was rejected with status {status}.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("store.example", error.ToString(), StringComparison.Ordinal);
        Assert.Equal((4, 4), (wire.Requests.Count(r => r.ToString() == "POST /v1/datasets/ingest"), wire.Requests.Count(r => r.ToString().EndsWith("/cancel", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Renewed_addresses_are_remembered()
    {
        var (path, _) = File(2500);
        var checkpoint = Path.Combine(_folder, "upload.json");
        var wire = new ServiceWire(request => request.Method switch
        {
            "PUT" when request.Uri.Host == "fresh.example" => new HttpResponseMessage(HttpStatusCode.BadRequest),
            "PUT" => new HttpResponseMessage(HttpStatusCode.Forbidden),
            "GET" => ServiceWire.Json(Ingest("upload", 3).Replace("store.example", "fresh.example", StringComparison.Ordinal)),
            _ => ServiceWire.Json(Ingest("upload", 3)),
        });
        using var services = Instant(wire);

        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { CheckpointPath = checkpoint }, Cancel));

        var remembered = System.IO.File.ReadAllText(checkpoint);
        Assert.Contains("fresh.example", remembered, StringComparison.Ordinal);
        Assert.DoesNotContain("store.example", remembered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renewed_parts_of_another_size_do_not_continue_the_old_ones()
    {
        var (path, bytes) = File(2500);
        var (restarted, expired) = (false, 1);
        var wire = new ServiceWire(request => request switch
        {
            { Method: "PUT" } when request.Uri.AbsolutePath == "/part3" && expired-- > 0 => new HttpResponseMessage(HttpStatusCode.Forbidden),
            { Method: "PUT" } => Keep(request),
            { Method: "GET" } => ServiceWire.Json(Ingest("upload", 3).Replace("\"part_size\":1000", "\"part_size\":1100", StringComparison.Ordinal)),
            _ when request.ToString().EndsWith("/process", StringComparison.Ordinal) => ServiceWire.Json(Ingest("completed", null)),
            _ => Offer(request),
        });
        using var services = Instant(wire);

        await Datasets(services).UploadAsync(path, new() { MaxConcurrency = 1 }, Cancel);

        Assert.True(restarted);
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));

        HttpResponseMessage Offer(ServiceRequest request)
        {
            restarted |= request.ToString().EndsWith("/cancel", StringComparison.Ordinal);
            return ServiceWire.Json(Ingest("upload", 3));
        }
    }

    [Fact]
    public async Task An_ingest_that_somebody_else_has_processed_meanwhile_is_waited_for()
    {
        var (path, _) = File(500);
        var asked = 0;
        var wire = new ServiceWire(request => request.Method switch
        {
            "PUT" => new HttpResponseMessage(HttpStatusCode.NotFound),
            "GET" => ServiceWire.Json(Ingest(++asked == 1 ? "processing" : "completed", null)),
            _ => ServiceWire.Json(Ingest("upload", 1)),
        });
        using var services = Instant(wire);

        var ingest = await Datasets(services).UploadAsync(path, cancellationToken: Cancel);

        Assert.Equal(IngestState.Completed, ingest.State);
        Assert.Equal(["POST", "PUT", "GET", "GET"], wire.Requests.Select(r => r.Method));
    }
}

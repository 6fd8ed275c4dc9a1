using System.Collections.Concurrent;
using System.Net;
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
}

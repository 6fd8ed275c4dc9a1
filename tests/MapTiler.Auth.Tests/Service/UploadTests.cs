using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using MapTiler.Service;

namespace MapTiler.Tests.Service;

/// <summary>Uploads against a store that goes wrong in every way.</summary>
public sealed class UploadTests : UploadTest
{
    [Fact]
    public async Task A_file_goes_in_parts_without_any_credential_and_is_processed()
    {
        var (path, bytes) = File(3500);
        var wire = Store();
        using var services = wire.Services();
        var reports = new ConcurrentQueue<UploadProgress>();

        var ingest = await Datasets(services).UploadAsync(path, new() { Output = DatasetOutput.VectorFeatures, MaxConcurrency = 2, Progress = new Inline(reports) }, Cancel);

        Assert.Equal(IngestState.Completed, ingest.State);
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
        var created = wire.Requests[0];
        Assert.Equal("POST /v1/datasets/ingest", created.ToString());
        Assert.Equal("""{"filename":"data.geojson","size":3500,"supported_upload_types":["s3_multipart"],"output":{"type":"vector_features"}}""", created.Text);
        var puts = wire.Requests.Where(r => r.Method == "PUT").ToList();
        Assert.Equal(4, puts.Count);
        Assert.All(puts, put => Assert.Equal((null, null, "store.example"), (put.Authorization, put.ContentType, put.Uri.Host)));
        Assert.DoesNotContain(puts, put => put.Uri.Query.Contains("key=", StringComparison.Ordinal));
        using var process = JsonDocument.Parse(wire.Requests.Single(r => r.ToString() == $"POST /v1/datasets/ingest/{Id}/process").Body);
        var result = process.RootElement.GetProperty("upload_result");
        Assert.Equal("s3_multipart", result.GetProperty("type").GetString());
        Assert.Equal([1, 2, 3, 4], result.GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("part_id").GetInt32()));
        Assert.Equal(3500, reports.Max(r => r.BytesSent));
    }

    [Fact]
    public async Task A_stream_is_read_by_all_parts_and_replaces_the_data_of_a_document()
    {
        var bytes = RandomNumberGenerator.GetBytes(5001);
        var wire = Store();
        using var services = wire.Services();
        var document = Guid.NewGuid();
        using var source = new MemoryStream(bytes) { Position = 77 };

        await Datasets(services).UploadAsync(source, "a.mbtiles", new() { DocumentId = document }, Cancel);

        Assert.Equal($"POST /v1/datasets/{document}/ingest", wire.Requests[0].ToString());
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
        Assert.True(source.CanRead);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(0)]
    public async Task A_part_that_fails_in_passing_is_sent_again_with_a_fresh_stream(int status)
    {
        var (path, bytes) = File(2500);
        var failures = 2;
        var wire = Store(put => put.Uri.AbsolutePath == "/part2" && failures-- > 0 ? status == 0 ? throw new HttpRequestException("reset") : new HttpResponseMessage((HttpStatusCode)status) : null);
        using var services = Instant(wire);

        await Datasets(services).UploadAsync(path, cancellationToken: Cancel);

        Assert.Equal(5, wire.Requests.Count(r => r.Method == "PUT"));
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
    }

    [Fact]
    public async Task A_store_that_encrypts_names_parts_otherwise()
    {
        var (path, bytes) = File(2500);
        var wire = Store(put =>
        {
            Keep(put);
            return ServiceWire.Stored(RandomNumberGenerator.GetBytes(8)); // some 32 hexadecimal digits
        });
        using var services = Instant(wire);

        await Datasets(services).UploadAsync(path, cancellationToken: Cancel);

        Assert.Equal(3, wire.Requests.Count(r => r.Method == "PUT"));
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
    }

    [Theory]
    [InlineData(500, "ServerError", "(attempt 2 of 2). The storage service responded with status 500.")]
    [InlineData(400, "InvalidResponse", "(attempt 1 of 2). The storage service responded with status 400.")]
    [InlineData(200, "InvalidResponse", "The response of the storage service has no ETag.")]
    public async Task A_part_that_fails_for_good_is_a_typed_error_and_leaves_nothing_behind(int status, string reason, string words)
    {
        var (path, _) = File(2500);
        var wire = Store(put => put.Uri.AbsolutePath == "/part2" ? new HttpResponseMessage((HttpStatusCode)status) : null);
        using var services = Instant(wire);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { MaxRetryAttempts = 1 }, Cancel));

        Assert.Equal(reason, error.Reason.Value);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Contains("The ingest was canceled, and no data remain at MapTiler.", error.Message, StringComparison.Ordinal);
        Assert.Equal($"POST /v1/datasets/ingest/{Id}/cancel", wire.Requests[^1].ToString());
        Assert.DoesNotContain("store.example", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_changes_meanwhile_is_not_published(bool grows)
    {
        var (path, _) = File(5000);
        var wire = Store(put =>
        {
            if (put.Uri.AbsolutePath == "/part2")
            {
                using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                file.SetLength(grows ? 6000 : 100);
            }

            return null;
        });
        using var services = Instant(wire);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { MaxConcurrency = 1 }, Cancel));

        Assert.Contains("data.geojson changed while it was uploaded", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(wire.Requests, r => r.ToString().EndsWith("/process", StringComparison.Ordinal));
        Assert.EndsWith("/cancel", wire.Requests[^1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_upload_is_cancelled_at_the_service_too()
    {
        var (path, _) = File(2500);
        using var cancellation = new CancellationTokenSource();
        var wire = Store(put =>
        {
            cancellation.Cancel();
            cancellation.Token.ThrowIfCancellationRequested();
            return null;
        });
        using var services = wire.Services();

        var error = await Assert.ThrowsAsync<OperationCanceledException>(() => Datasets(services).UploadAsync(path, cancellationToken: cancellation.Token));

        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Equal($"POST /v1/datasets/ingest/{Id}/cancel", wire.Requests[^1].ToString());
    }

    [Fact]
    public async Task What_cannot_be_sent_is_told_before_any_request()
    {
        var wire = Store();
        using var services = wire.Services();
        var client = Datasets(services);
        var (empty, _) = File(0);

        await Assert.ThrowsAsync<ArgumentException>("path", () => client.UploadAsync(empty, cancellationToken: Cancel));
        await Assert.ThrowsAsync<FileNotFoundException>(() => client.UploadAsync(Path.Combine(_folder, "nothing"), cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentException>("source", () => client.UploadAsync(new MemoryStream(), "a", cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentException>("filename", () => client.UploadAsync(new MemoryStream([1]), new string('č', 128), cancellationToken: Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("MaxConcurrency", () => client.UploadAsync(new MemoryStream([1]), "a", new() { MaxConcurrency = 0 }, Cancel));
        Assert.Empty(wire.Requests);
    }
}

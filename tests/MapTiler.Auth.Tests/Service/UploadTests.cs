using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using MapTiler.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Tests.Service;

/// <summary>Uploads against a store that goes wrong in every way.</summary>
public sealed class UploadTests : IDisposable
{
    private const int PartSize = 1000;

    private static readonly Guid Id = Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");

    private readonly string _folder = Directory.CreateTempSubdirectory("maptiler-upload").FullName;
    private readonly ConcurrentDictionary<int, byte[]> _parts = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

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
    public async Task Bytes_that_arrived_as_others_are_sent_again()
    {
        var (path, bytes) = File(2500);
        var first = true;
        var wire = Store(put =>
        {
            var corrupt = put.Uri.AbsolutePath == "/part1" && first;
            first &= !corrupt;
            return corrupt ? ServiceWire.Stored([1, 2, 3]) : null;
        });
        using var services = Instant(wire);

        await Datasets(services).UploadAsync(path, cancellationToken: Cancel);

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
    [InlineData(500, "ServerError", "in 2 attempts: the store answered 500")]
    [InlineData(400, "InvalidResponse", "in 1 attempts: the store answered 400")]
    [InlineData(200, "InvalidResponse", "no ETag")]
    public async Task A_part_that_fails_for_good_is_a_typed_error_and_leaves_nothing_behind(int status, string reason, string words)
    {
        var (path, _) = File(2500);
        var wire = Store(put => put.Uri.AbsolutePath == "/part2" ? new HttpResponseMessage((HttpStatusCode)status) : null);
        using var services = Instant(wire);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { MaxAttempts = 2 }, Cancel));

        Assert.Equal(reason, error.Reason.Value);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Contains("The ingest was cancelled; nothing is left at the service.", error.Message, StringComparison.Ordinal);
        Assert.Equal($"POST /v1/datasets/ingest/{Id}/cancel", wire.Requests[^1].ToString());
        Assert.DoesNotContain("store.example", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_upload_with_a_checkpoint_continues_and_sends_no_part_twice()
    {
        var (path, bytes) = File(9_500);
        var checkpoint = Path.Combine(_folder, "upload.json");
        var fails = true;
        var wire = Store(put => fails && put.Uri.AbsolutePath == "/part7" ? new HttpResponseMessage(HttpStatusCode.BadRequest) : null);
        using var services = Instant(wire);
        var options = new DatasetUploadOptions { CheckpointPath = checkpoint, MaxConcurrency = 1 };

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, options, Cancel));
        var remembered = System.IO.File.ReadAllText(checkpoint);
        var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : System.IO.File.GetUnixFileMode(checkpoint);
        fails = false;
        await Datasets(services).UploadAsync(path, options, Cancel);

        Assert.Contains("The same call with the checkpoint", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets.Token, remembered, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
        Assert.Equal([1, 1, 1, 1, 1, 1, 2, 1, 1, 1], wire.Requests.Where(r => r.Method == "PUT").GroupBy(r => r.Uri.AbsolutePath).OrderBy(g => int.Parse(g.Key[5..], System.Globalization.CultureInfo.InvariantCulture)).Select(g => g.Count()));
        Assert.Single(wire.Requests, r => r.ToString() == "POST /v1/datasets/ingest");
        Assert.False(System.IO.File.Exists(checkpoint));
    }

    [Fact]
    public async Task A_checkpoint_of_other_data_is_refused()
    {
        var (path, _) = File(2500);
        var checkpoint = Path.Combine(_folder, "upload.json");
        var wire = Store(_ => new HttpResponseMessage(HttpStatusCode.BadRequest));
        using var services = Instant(wire);
        var options = new DatasetUploadOptions { CheckpointPath = checkpoint };
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, options, Cancel));

        System.IO.File.WriteAllBytes(path, new byte[2500]);
        var changed = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, options, Cancel));
        System.IO.File.WriteAllText(checkpoint, "{");
        var broken = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, options, Cancel));

        Assert.Contains($"cancel the ingest {Id}", changed.Message, StringComparison.Ordinal);
        Assert.Contains("is no checkpoint", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_of_another_request_is_refused()
    {
        var (path, _) = File(2500);
        var wire = Store(_ => new HttpResponseMessage(HttpStatusCode.BadRequest));
        using var services = Instant(wire);
        var checkpoint = Path.Combine(_folder, "upload.json");
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { CheckpointPath = checkpoint, DocumentId = Guid.NewGuid() }, Cancel));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { CheckpointPath = checkpoint }, Cancel));

        Assert.Contains("belongs to another file or another request", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_changed_is_never_continued()
    {
        var (path, _) = File(300_000);
        var checkpoint = Path.Combine(_folder, "upload.json");
        var wire = new ServiceWire(request =>
        {
            if (request.Method != "PUT")
                return ServiceWire.Json(request.ToString().EndsWith("/process", StringComparison.Ordinal) ? Ingest("completed", null) : Ingest("upload", 300));
            if (request.Uri.AbsolutePath == "/part150")
            {
                using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                file.Position = 150_000; // neither the length nor the ends change
                file.WriteByte(7);
            }

            return Keep(request);
        });
        using var services = Instant(wire);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { CheckpointPath = checkpoint }, Cancel));

        Assert.Contains("changed while it was uploaded", error.Message, StringComparison.Ordinal);
        Assert.Contains("The ingest was cancelled", error.Message, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(checkpoint));
    }

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

    [Fact]
    public async Task A_checkpoint_that_cannot_be_written_leaves_no_ingest_behind()
    {
        var (path, _) = File(2500);
        var wire = Store();
        using var services = wire.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { CheckpointPath = Path.Combine(_folder, "no", "such", "folder.json") }, Cancel));

        Assert.Contains("The ingest was cancelled", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("/cancel", wire.Requests[^1].ToString(), StringComparison.Ordinal);
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
    [InlineData("failed", "[{\"message\":\"No geometry.\"}]", "No geometry.")]
    [InlineData("failed", "{\"mesage\":\"odd\"}", "odd")]
    [InlineData("canceled", "null", "was cancelled at the service")]
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
        var time = new FakeTimeProvider();
        var asked = new List<double>();
        var started = time.GetUtcNow();
        var wire = new ServiceWire(_ =>
        {
            asked.Add((time.GetUtcNow() - started).TotalSeconds);
            return ServiceWire.Json(Ingest("polishing", null));
        });
        using var services = wire.Services(s => s.AddSingleton<TimeProvider>(time));

        var waiting = Datasets(services).WaitAsync(Id, TimeSpan.FromSeconds(30), Cancel);
        while (!waiting.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1, Cancel);
        }

        var error = await Assert.ThrowsAsync<MapTilerException>(() => waiting);
        Assert.Equal(MapTilerErrorReason.Timeout, error.Reason);
        Assert.Contains("state 'polishing'", error.Message, StringComparison.Ordinal);
        Assert.InRange(asked.Count, 4, 7);
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

    private static IDatasetsClient Datasets(IServiceProvider services) => services.GetRequiredService<IDatasetsClient>();

    private static string Ingest(string state, int? parts) =>
        $$"""{"id":"{{Id}}","document_id":null,"state":"{{state}}","filename":"data.geojson","size":1,"progress":0,"errors":null,"upload":{{(parts is null ? "null" : $$"""{"type":"s3_multipart","part_size":{{PartSize}},"parts":[{{string.Join(',', Enumerable.Range(1, parts.Value).Reverse().Select(i => $$"""{"part_id":{{i}},"url":"https://store.example/part{{i}}?X-Amz-Signature=s"}"""))}}]}""")}}}""";

    /// <summary>Delays of the library pass at once.</summary>
    private static ServiceProvider Instant(ServiceWire wire) => wire.Services(s => s.AddSingleton<TimeProvider>(new HastyTimeProvider()));

    private (string Path, byte[] Bytes) File(int length)
    {
        var path = Path.Combine(_folder, "data.geojson");
        var bytes = RandomNumberGenerator.GetBytes(length);
        System.IO.File.WriteAllBytes(path, bytes);
        return (path, bytes);
    }

    private ServiceWire Store(Func<ServiceRequest, HttpResponseMessage?>? put = null, string? finished = null) => new(request =>
    {
        if (request.Method == "PUT")
            return put?.Invoke(request) ?? Keep(request);
        if (request.ToString() == "POST /v1/datasets/ingest" || request.ToString().EndsWith("/ingest", StringComparison.Ordinal))
        {
            using var body = JsonDocument.Parse(request.Body);
            return ServiceWire.Json(Ingest("upload", (int)((body.RootElement.GetProperty("size").GetInt64() + PartSize - 1) / PartSize)));
        }

        return ServiceWire.Json(request.ToString().EndsWith("/process", StringComparison.Ordinal) ? finished ?? Ingest("completed", null) : Ingest("upload", null));
    });

    private HttpResponseMessage Keep(ServiceRequest put)
    {
        _parts[int.Parse(put.Uri.AbsolutePath[5..], System.Globalization.CultureInfo.InvariantCulture)] = put.Body;
        return ServiceWire.Stored(put.Body);
    }

    private sealed class Inline(ConcurrentQueue<UploadProgress> reports) : IProgress<UploadProgress>
    {
        public void Report(UploadProgress value) => reports.Enqueue(value);
    }

    /// <summary>Its short timers fire at once; those that guard against stalls do not.</summary>
    private sealed class HastyTimeProvider : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromSeconds(9) ? TimeSpan.FromMilliseconds(1) : dueTime, period);
    }
}

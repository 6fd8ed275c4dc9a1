using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MapTiler.Service;

namespace MapTiler.Tests.Service;

/// <summary>Uploads that are interrupted at each of their steps, and how the same call resumes them.</summary>
public sealed class CheckpointFileTests : UploadTest
{
    private readonly DatasetUploadOptions _options;
    private volatile bool _fails = true;
    private volatile string _state = "upload";

    public CheckpointFileTests() => _options = new() { CheckpointPath = Path.Combine(_folder, "upload.json"), MaxConcurrency = 1, MaxRetryAttempts = 0, Progress = new Inline(Reports) };

    private ConcurrentQueue<UploadProgress> Reports { get; } = new();

    [Fact]
    public async Task Failed_upload_resumes_and_sends_no_stored_part_again()
    {
        var (path, bytes) = File(9_500);
        var checkpoint = Path.Combine(_folder, "upload.json");
        var fails = true;
        var transport = Store(put => fails && put.Uri.AbsolutePath == "/part7" ? new HttpResponseMessage(HttpStatusCode.BadRequest) : null);
        using var services = Instant(transport);
        var options = new DatasetUploadOptions { CheckpointPath = checkpoint, MaxConcurrency = 1 };

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, options, Cancel));
        var remembered = System.IO.File.ReadAllText(checkpoint);
        var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : System.IO.File.GetUnixFileMode(checkpoint);
        fails = false;
        await Datasets(services).UploadAsync(path, options, Cancel);

        Assert.Contains("Call UploadAsync again with the checkpoint", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets.Token, remembered, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
        Assert.Equal([1, 1, 1, 1, 1, 1, 2, 1, 1, 1], transport.Requests.Where(r => r.Method == "PUT").GroupBy(r => r.Uri.AbsolutePath).OrderBy(g => int.Parse(g.Key[5..], System.Globalization.CultureInfo.InvariantCulture)).Select(g => g.Count()));
        Assert.Single(transport.Requests, r => r.ToString() == "POST /v1/datasets/ingest");
        Assert.False(System.IO.File.Exists(checkpoint));
    }

    [Fact]
    public async Task Canceled_upload_resumes_and_does_not_cancel_the_ingest()
    {
        var (path, bytes) = File(2500);
        using var cancellation = new CancellationTokenSource();
        var transport = Store(put => put.Uri.AbsolutePath == "/part2" && !cancellation.IsCancellationRequested ? throw new OperationCanceledException(CancelAndGetToken(cancellation)) : null);
        using var services = Instant(transport);

        var error = await Assert.ThrowsAsync<OperationCanceledException>(() => Datasets(services).UploadAsync(path, _options, cancellation.Token));
        await Datasets(services).UploadAsync(path, _options, Cancel);

        Assert.Contains("Call UploadAsync again with the checkpoint", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, Created(transport));
        Assert.DoesNotContain(transport.Requests, r => r.ToString().EndsWith("/cancel", StringComparison.Ordinal));
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
    }

    [Theory]
    [InlineData(1000, 499, 500)]
    [InlineData(1001, 0, 500)]
    public async Task Checkpoint_of_more_than_1000_parts_is_saved_once_a_second_and_at_the_end(int parts, int before, int after)
    {
        var (path, _) = File(parts * PartSize);
        var saved = new Dictionary<string, int>();
        var transport = Store(put =>
        {
            saved[put.Uri.AbsolutePath] = SavedParts();
            if (put.Uri.AbsolutePath == "/part500")
                _time.Advance(TimeSpan.FromSeconds(1));
            return put.Uri.AbsolutePath == $"/part{parts}" ? new HttpResponseMessage(HttpStatusCode.BadRequest) : null;
        });
        using var services = Passing(transport);

        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));

        Assert.Equal((before, after), (saved["/part500"], saved["/part501"]));
        Assert.Equal(parts - 1, SavedParts());

        int SavedParts()
        {
            using var checkpoint = JsonDocument.Parse(System.IO.File.ReadAllBytes(_options.CheckpointPath!));
            return checkpoint.RootElement.GetProperty("stored").EnumerateObject().Count();
        }
    }

    [Fact]
    public async Task Progress_of_resumed_upload_includes_the_stored_parts()
    {
        var (path, _) = File(2500);
        var transport = Service(failing: "/part3");
        using var services = Instant(transport);
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));
        Reports.Clear();

        _fails = false;
        await Datasets(services).UploadAsync(path, _options, Cancel);

        Assert.Equal((2000, 0, 0), (Reports.First().BytesSent, Reports.First().BytesPerSecond, Reports.First().Restarts));
    }

    [Theory]
    [InlineData("404")]
    [InlineData("410")]
    [InlineData("canceled")]
    [InlineData("failed")]
    public async Task Resuming_an_ended_ingest_starts_a_new_one(string state)
    {
        var (path, bytes) = File(2500);
        var transport = Service();
        using var services = Instant(transport);
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));

        (_fails, _state) = (false, state);
        await Datasets(services).UploadAsync(path, _options, Cancel);

        Assert.Equal(2, Created(transport));
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
        Assert.False(System.IO.File.Exists(_options.CheckpointPath));
    }

    [Fact]
    public async Task Resuming_an_inaccessible_ingest_throws_and_keeps_the_checkpoint()
    {
        var (path, _) = File(2500);
        var transport = Service();
        using var services = Instant(transport);
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));

        _state = "403";
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));

        Assert.Equal(1, Created(transport));
        Assert.True(System.IO.File.Exists(_options.CheckpointPath));
    }

    [Fact]
    public async Task Resuming_a_processed_ingest_sends_no_data()
    {
        var (path, _) = File(2500);
        var transport = Service();
        using var services = Instant(transport);
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));
        var before = transport.Requests.Count;

        _state = "completed";
        var ingest = await Datasets(services).UploadAsync(path, _options, Cancel);

        Assert.Equal(IngestState.Completed, ingest.State);
        Assert.Equal([$"GET /v1/datasets/ingest/{Id}"], transport.Requests.Skip(before).Select(r => r.ToString()));
        Assert.False(System.IO.File.Exists(_options.CheckpointPath));
    }

    [Fact]
    public async Task Failed_waiting_throws_that_all_data_are_stored_and_can_be_resumed()
    {
        var (path, _) = File(500);
        var transport = Service(processed: "processing");
        using var services = Instant(transport);
        (_fails, _state) = (false, "403");

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));
        var remembered = System.IO.File.Exists(_options.CheckpointPath);
        _state = "completed";
        await Datasets(services).UploadAsync(path, _options, Cancel);

        Assert.Contains($"All data are stored, and the processing of the ingest {Id} continues at MapTiler. Wait for it with WaitForIngestAsync.", error.Message, StringComparison.Ordinal);
        Assert.True(remembered);
        Assert.Equal(1, Created(transport));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Timeout_of_a_request_or_of_the_processing_throws_that_all_data_are_stored(bool isOfRequest)
    {
        var (path, _) = File(500);
        var processing = Ingest("processing", null);
        var transport = Processing(() => ServiceTransport.Json(processing), () => isOfRequest ? throw new Polly.Timeout.TimeoutRejectedException() : processing);
        using var services = Passing(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));

        Assert.Equal(MapTilerErrorReason.Timeout, error.Reason);
        Assert.Contains($"All data are stored, and the processing of the ingest {Id} continues at MapTiler.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Canceled_waiting_throws_that_all_data_are_stored_and_cancels_no_ingest()
    {
        var (path, _) = File(500);
        using var cancellation = new CancellationTokenSource();
        var transport = new ServiceTransport(request => request.Method == "GET" ? throw new OperationCanceledException(CancelAndGetToken(cancellation)) : request.Method == "PUT" ? Keep(request)
            : ServiceTransport.Json(request.ToString().EndsWith("/process", StringComparison.Ordinal) ? Ingest("processing", null) : Ingest("upload", 1)));
        using var services = Instant(transport);

        var error = await Assert.ThrowsAsync<OperationCanceledException>(() => Datasets(services).UploadAsync(path, _options, cancellation.Token));

        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Contains($"All data are stored, and the processing of the ingest {Id} continues", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(transport.Requests, r => r.ToString().EndsWith("/cancel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Renewed_URLs_are_saved()
    {
        var (path, _) = File(2500);
        var checkpoint = Path.Combine(_folder, "upload.json");
        var transport = new ServiceTransport(request => request.Method switch
        {
            "PUT" when request.Uri.Host == "fresh.example" => new HttpResponseMessage(HttpStatusCode.BadRequest),
            "PUT" => new HttpResponseMessage(HttpStatusCode.Forbidden),
            "GET" => ServiceTransport.Json(Ingest("upload", 3).Replace("store.example", "fresh.example", StringComparison.Ordinal)),
            _ => ServiceTransport.Json(Ingest("upload", 3)),
        });
        using var services = Instant(transport);

        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { CheckpointPath = checkpoint }, Cancel));

        var remembered = System.IO.File.ReadAllText(checkpoint);
        Assert.Contains("fresh.example", remembered, StringComparison.Ordinal);
        Assert.DoesNotContain("store.example", remembered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checkpoint_that_cannot_be_created_cancels_the_ingest()
    {
        var (path, _) = File(2500);
        var transport = Store();
        using var services = transport.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { CheckpointPath = Path.Combine(_folder, "no", "such", "folder.json") }, Cancel));

        Assert.Contains("The ingest was canceled, and no data remain at MapTiler.", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("/cancel", transport.Requests[^1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checkpoint_that_can_no_longer_be_written_remains_valid()
    {
        var (path, bytes) = File(2500);
        var next = _options.CheckpointPath + ".tmp";
        var transport = Store(put =>
        {
            if (put.Uri.AbsolutePath == "/part2" && _fails)
                Directory.CreateDirectory(next);
            return null;
        });
        using var services = Instant(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));
        Directory.Delete(next);
        _fails = false;
        await Datasets(services).UploadAsync(path, _options, Cancel);

        Assert.Contains("A file could not be read or written during the upload.", error.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1), (Created(transport), transport.Requests.Count(r => r.Uri.AbsolutePath == "/part1")));
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
    }

    [Fact]
    public async Task Temporary_file_of_killed_process_is_replaced_and_only_its_owner_can_read_the_checkpoint()
    {
        var (path, _) = File(500);
        var next = _options.CheckpointPath + ".tmp";
        System.IO.File.WriteAllText(next, "torn");
        var modes = new List<UnixFileMode>();
        var transport = Store(_ =>
        {
            modes.Add(OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : System.IO.File.GetUnixFileMode(_options.CheckpointPath!));
            System.IO.File.WriteAllText(next, "torn again");
            return null;
        });
        using var services = Instant(transport);

        await Datasets(services).UploadAsync(path, _options, Cancel);

        Assert.Equal([UnixFileMode.UserRead | UnixFileMode.UserWrite], modes);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Directory_as_checkpoint_throws_and_cancels_the_ingest()
    {
        var (path, _) = File(500);
        Directory.CreateDirectory(_options.CheckpointPath!);
        var transport = Store();
        using var services = Instant(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));

        Assert.Contains("The ingest was canceled, and no data remain at MapTiler.", error.Message, StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""["\ud800"]""")]
    [InlineData("""{"version":2}""")]
    [InlineData("""{"part_size":0}""")]
    [InlineData("""{"parts":null}""")]
    [InlineData("""{"stored":null}""")]
    [InlineData("""{"stored":{"1":null}}""")]
    [InlineData("""{"stored":{"1":{"etag":null,"md5":"00000000000000000000000000000000"}}}""")]
    [InlineData("""{"stored":{"1":{"etag":"e"}}}""")]
    [InlineData("""{"stored":{"2":{"etag":"e","md5":"00000000000000000000000000000000"}}}""")]
    [InlineData("""{"filename":null}""")]
    [InlineData("""{"ingest_id":"00000000-0000-0000-0000-000000000000"}""")]
    [InlineData("""{"size":0}""")]
    [InlineData("""{"part_size":9223372036854775807,"size":-1}""")]
    [InlineData("""{"parts":[]}""")]
    [InlineData("""{"parts":[null]}""")]
    [InlineData("""{"parts":[{"url":"https://store.example/part1"}]}""")]
    [InlineData("""{"parts":[{"part_id":1,"url":"/part1"}]}""")]
    [InlineData("""{"parts":[{"part_id":1,"url":"ftp://store.example/part1"}]}""")]
    [InlineData("""{"parts":[{"part_id":1,"url":"file:///part1"}]}""")]
    [InlineData("""{"parts":[{"part_id":1,"url":"data:,part1"}]}""")]
    [InlineData("""{"parts":[{"part_id":1,"url":"https://store.example/part1"},{"part_id":2,"url":"https://store.example/part2"}]}""")]
    public async Task Damaged_checkpoint_throws_before_any_request(string damage)
    {
        var (path, _) = File(500);
        var transport = Service();
        using var services = Instant(transport);
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));
        var before = transport.Requests.Count;
        var checkpoint = JsonNode.Parse(System.IO.File.ReadAllText(_options.CheckpointPath!))!;
        var other = JsonNode.Parse(damage);
        foreach (var member in other as JsonObject ?? [])
            checkpoint[member.Key] = member.Value?.DeepClone();
        System.IO.File.WriteAllText(_options.CheckpointPath!, other is JsonObject ? checkpoint.ToJsonString() : damage);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));

        Assert.Contains("cannot be read. It is damaged, or another version of this package wrote it.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("store.example", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, transport.Requests.Count);
    }

    [Fact]
    public async Task Checkpoint_of_another_account_is_rejected_and_kept()
    {
        var (path, _) = File(2500);
        var transport = Service();
        using var services = Instant(transport);
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));
        var before = System.IO.File.ReadAllText(_options.CheckpointPath!);
        var foreign = new ServiceTransport(_ => new HttpResponseMessage(HttpStatusCode.NotFound));
        using var others = Clients.Services(foreign, options: o => o.ServiceToken = TestToken.Text);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(others).UploadAsync(path, _options, Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidRequest, error.Reason);
        Assert.Contains($"belongs to the ingest {Id}, which the account of this service token does not have. The token with the key id {Secrets.KeyId} created it.", error.Message, StringComparison.Ordinal);
        Assert.Equal([$"GET /v1/datasets/ingest/{Id}"], foreign.Requests.Select(r => r.ToString()));
        Assert.Equal(before, System.IO.File.ReadAllText(_options.CheckpointPath!));
        Assert.DoesNotContain(Secrets.TokenSecret, before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resuming_after_a_stored_part_changed_with_the_same_size_and_time_throws_before_any_request()
    {
        var (path, bytes) = File(200_000);
        var transport = Service(failing: "/part150");
        using var services = Instant(transport);
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));
        var before = transport.Requests.Count;
        Change(path, bytes, 100_000);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));

        Assert.Contains("changed since the upload started", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, transport.Requests.Count);
        Assert.True(System.IO.File.Exists(_options.CheckpointPath));
    }

    private static CancellationToken CancelAndGetToken(CancellationTokenSource cancellation)
    {
        cancellation.Cancel();
        return cancellation.Token;
    }

    private static int Created(ServiceTransport transport) => transport.Requests.Count(r => r.ToString() == "POST /v1/datasets/ingest");

    private ServiceTransport Service(string failing = "/part1", string processed = "completed") => new(request => request switch
    {
        { Method: "PUT" } => _fails && request.Uri.AbsolutePath == failing ? new HttpResponseMessage(HttpStatusCode.BadRequest) : Keep(request),
        { Method: "GET" } => int.TryParse(_state, out var status) ? new HttpResponseMessage((HttpStatusCode)status) : ServiceTransport.Json(Ingest(_state, null)),
        _ when request.ToString().EndsWith("/process", StringComparison.Ordinal) => ServiceTransport.Json(Ingest(processed, null)),
        _ => ServiceTransport.Json(Ingest("upload", request.Body.Length == 0 ? null : (Size(request) + PartSize - 1) / PartSize)),
    });

    private static int Size(ServiceRequest request)
    {
        using var body = JsonDocument.Parse(request.Body);
        return body.RootElement.GetProperty("size").GetInt32();
    }
}

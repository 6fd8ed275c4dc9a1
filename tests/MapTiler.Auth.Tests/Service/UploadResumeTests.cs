using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MapTiler.Service;

namespace MapTiler.Tests.Service;

/// <summary>Uploads that end at each of their steps, and what the same call does then.</summary>
public sealed class UploadResumeTests : UploadTest
{
    private readonly DatasetUploadOptions _options;
    private volatile bool _fails = true;
    private volatile string _state = "upload";

    public UploadResumeTests() => _options = new() { CheckpointPath = Path.Combine(_folder, "upload.json"), MaxConcurrency = 1, MaxRetryAttempts = 0, Progress = new Inline(Reports) };

    private ConcurrentQueue<UploadProgress> Reports { get; } = new();

    [Theory]
    [InlineData("404")]
    [InlineData("410")]
    [InlineData("canceled")]
    [InlineData("failed")]
    public async Task An_ingest_that_is_no_more_is_begun_anew(string state)
    {
        var (path, bytes) = File(2500);
        var wire = Service();
        using var services = Instant(wire);
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));

        (_fails, _state) = (false, state);
        await Datasets(services).UploadAsync(path, _options, Cancel);

        Assert.Equal(2, Created(wire));
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
        Assert.False(System.IO.File.Exists(_options.CheckpointPath));
    }

    [Fact]
    public async Task An_ingest_that_cannot_be_asked_for_is_neither_begun_anew_nor_forgotten()
    {
        var (path, _) = File(2500);
        var wire = Service();
        using var services = Instant(wire);
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));

        _state = "403";
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));

        Assert.Equal(1, Created(wire));
        Assert.True(System.IO.File.Exists(_options.CheckpointPath));
    }

    [Fact]
    public async Task Data_that_are_processed_already_are_waited_for_and_not_sent_again()
    {
        var (path, _) = File(2500);
        var wire = Service();
        using var services = Instant(wire);
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));
        var before = wire.Requests.Count;

        _state = "completed";
        var ingest = await Datasets(services).UploadAsync(path, _options, Cancel);

        Assert.Equal(IngestState.Completed, ingest.State);
        Assert.Equal([$"GET /v1/datasets/ingest/{Id}"], wire.Requests.Skip(before).Select(r => r.ToString()));
        Assert.False(System.IO.File.Exists(_options.CheckpointPath));
    }

    [Fact]
    public async Task What_was_sent_before_counts_from_the_beginning()
    {
        var (path, _) = File(2500);
        var wire = Service(failing: "/part3");
        using var services = Instant(wire);
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));
        Reports.Clear();

        _fails = false;
        await Datasets(services).UploadAsync(path, _options, Cancel);

        Assert.Equal((2000, 0, 0), (Reports.First().BytesSent, Reports.First().BytesPerSecond, Reports.First().Restarts));
    }

    [Fact]
    public async Task Waiting_that_fails_says_that_all_data_are_there_and_can_be_continued()
    {
        var (path, _) = File(500);
        var wire = Service(processed: "processing");
        using var services = Instant(wire);
        (_fails, _state) = (false, "403");

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));
        var remembered = System.IO.File.Exists(_options.CheckpointPath);
        _state = "completed";
        await Datasets(services).UploadAsync(path, _options, Cancel);

        Assert.Contains($"All data are stored, and the processing of the ingest {Id} continues at MapTiler. Wait for it with WaitAsync.", error.Message, StringComparison.Ordinal);
        Assert.True(remembered);
        Assert.Equal(1, Created(wire));
    }

    [Fact]
    public async Task Waiting_that_is_cancelled_says_that_all_data_are_there_and_cancels_no_ingest()
    {
        var (path, _) = File(500);
        using var cancellation = new CancellationTokenSource();
        var wire = new ServiceWire(request => request.Method == "GET" ? throw new OperationCanceledException(Cancelled(cancellation)) : request.Method == "PUT" ? Keep(request)
            : ServiceWire.Json(request.ToString().EndsWith("/process", StringComparison.Ordinal) ? Ingest("processing", null) : Ingest("upload", 1)));
        using var services = Instant(wire);

        var error = await Assert.ThrowsAsync<OperationCanceledException>(() => Datasets(services).UploadAsync(path, _options, cancellation.Token));

        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Contains($"All data are stored, and the processing of the ingest {Id} continues", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(wire.Requests, r => r.ToString().EndsWith("/cancel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cancelled_upload_with_a_checkpoint_can_be_continued()
    {
        var (path, bytes) = File(2500);
        using var cancellation = new CancellationTokenSource();
        var wire = Store(put => put.Uri.AbsolutePath == "/part2" && !cancellation.IsCancellationRequested ? throw new OperationCanceledException(Cancelled(cancellation)) : null);
        using var services = Instant(wire);

        var error = await Assert.ThrowsAsync<OperationCanceledException>(() => Datasets(services).UploadAsync(path, _options, cancellation.Token));
        await Datasets(services).UploadAsync(path, _options, Cancel);

        Assert.Contains("Call UploadAsync again with the checkpoint", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, Created(wire));
        Assert.DoesNotContain(wire.Requests, r => r.ToString().EndsWith("/cancel", StringComparison.Ordinal));
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
    }

    [Fact]
    public async Task A_checkpoint_that_can_no_longer_be_written_stays_as_it_was()
    {
        var (path, bytes) = File(2500);
        var next = _options.CheckpointPath + ".tmp";
        var wire = Store(put =>
        {
            if (put.Uri.AbsolutePath == "/part2" && _fails)
                Directory.CreateDirectory(next);
            return null;
        });
        using var services = Instant(wire);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));
        Directory.Delete(next);
        _fails = false;
        await Datasets(services).UploadAsync(path, _options, Cancel);

        Assert.Contains("A file could not be read or written during the upload.", error.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1), (Created(wire), wire.Requests.Count(r => r.Uri.AbsolutePath == "/part1")));
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
    }

    [Fact]
    public async Task What_a_killed_run_left_is_in_nobodys_way_and_never_readable_for_others()
    {
        var (path, _) = File(500);
        var next = _options.CheckpointPath + ".tmp";
        System.IO.File.WriteAllText(next, "torn");
        var modes = new List<UnixFileMode>();
        var wire = Store(_ =>
        {
            modes.Add(OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : System.IO.File.GetUnixFileMode(_options.CheckpointPath!));
            System.IO.File.WriteAllText(next, "torn again");
            return null;
        });
        using var services = Instant(wire);

        await Datasets(services).UploadAsync(path, _options, Cancel);

        Assert.Equal([UnixFileMode.UserRead | UnixFileMode.UserWrite], modes);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_folder_is_no_checkpoint_and_leaves_no_ingest_behind()
    {
        var (path, _) = File(500);
        Directory.CreateDirectory(_options.CheckpointPath!);
        var wire = Store();
        using var services = Instant(wire);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));

        Assert.Contains("The ingest was canceled, and no data remain at MapTiler.", error.Message, StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"version":2}""")]
    [InlineData("""{"part_size":0}""")]
    [InlineData("""{"parts":null}""")]
    [InlineData("""{"etags":null}""")]
    [InlineData("""{"mismatched":null}""")]
    [InlineData("""{"parts":[null]}""")]
    [InlineData("""{"parts":[{"part_id":1,"url":"/part1"}]}""")]
    public async Task A_checkpoint_of_another_form_is_refused_before_any_request(string damage)
    {
        var (path, _) = File(500);
        var wire = Service();
        using var services = Instant(wire);
        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));
        var before = wire.Requests.Count;
        var checkpoint = JsonNode.Parse(System.IO.File.ReadAllText(_options.CheckpointPath!))!;
        var other = JsonNode.Parse(damage);
        foreach (var member in other as JsonObject ?? [])
            checkpoint[member.Key] = member.Value?.DeepClone();
        System.IO.File.WriteAllText(_options.CheckpointPath!, other is JsonObject ? checkpoint.ToJsonString() : damage);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, _options, Cancel));

        Assert.Contains("cannot be read. It is damaged, or another version of this package wrote it.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("store.example", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, wire.Requests.Count);
    }

    private static CancellationToken Cancelled(CancellationTokenSource cancellation)
    {
        cancellation.Cancel();
        return cancellation.Token;
    }

    private static int Created(ServiceWire wire) => wire.Requests.Count(r => r.ToString() == "POST /v1/datasets/ingest");

    private ServiceWire Service(string failing = "/part1", string processed = "completed") => new(request => request switch
    {
        { Method: "PUT" } => _fails && request.Uri.AbsolutePath == failing ? new HttpResponseMessage(HttpStatusCode.BadRequest) : Keep(request),
        { Method: "GET" } => int.TryParse(_state, out var status) ? new HttpResponseMessage((HttpStatusCode)status) : ServiceWire.Json(Ingest(_state, null)),
        _ when request.ToString().EndsWith("/process", StringComparison.Ordinal) => ServiceWire.Json(Ingest(processed, null)),
        _ => ServiceWire.Json(Ingest("upload", request.Body.Length == 0 ? null : (Size(request) + PartSize - 1) / PartSize)),
    });

    private static int Size(ServiceRequest request)
    {
        using var body = JsonDocument.Parse(request.Body);
        return body.RootElement.GetProperty("size").GetInt32();
    }
}

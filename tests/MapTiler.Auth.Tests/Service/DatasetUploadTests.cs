using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using MapTiler.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Tests.Service;

/// <summary>The whole of an upload: parts in parallel, URLs that expire, cancellation, and waiting for the processing.</summary>
public sealed class DatasetUploadTests : UploadTest
{
    [Fact]
    public async Task Upload_of_file_sends_parts_without_credentials_and_starts_processing()
    {
        var (path, bytes) = File(3500);
        var transport = Store();
        using var services = transport.Services();
        var reports = new ConcurrentQueue<UploadProgress>();

        var ingest = await Datasets(services).UploadAsync(path, new() { Output = DatasetOutput.VectorFeatures, MaxConcurrency = 2, Progress = new Inline(reports) }, Cancel);

        Assert.Equal(IngestState.Completed, ingest.State);
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
        var created = transport.Requests[0];
        Assert.Equal("POST /v1/datasets/ingest", created.ToString());
        Assert.Equal("""{"filename":"data.geojson","size":3500,"supported_upload_types":["s3_multipart"],"output":{"type":"vector_features"}}""", created.Text);
        var puts = transport.Requests.Where(r => r.Method == "PUT").ToList();
        Assert.Equal(4, puts.Count);
        Assert.All(puts, put => Assert.Equal((null, null, "store.example"), (put.Authorization, put.ContentType, put.Uri.Host)));
        Assert.DoesNotContain(puts, put => put.Uri.Query.Contains("key=", StringComparison.Ordinal));
        using var process = JsonDocument.Parse(transport.Requests.Single(r => r.ToString() == $"POST /v1/datasets/ingest/{Id}/process").Body);
        var result = process.RootElement.GetProperty("upload_result");
        Assert.Equal("s3_multipart", result.GetProperty("type").GetString());
        Assert.Equal([1, 2, 3, 4], result.GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("part_id").GetInt32()));
        Assert.Equal(3500, reports.Max(r => r.BytesSent));
    }

    [Fact]
    public async Task MaxConcurrency_limits_the_parts_in_progress()
    {
        var (path, bytes) = File(40_000);
        var (inProgress, counts) = (0, new ConcurrentBag<int>());
        var both = new TaskCompletionSource();
        var transport = new ServiceTransport(request => request.Method == "PUT" ? Keep(request) : ServiceTransport.Json(Ingest(request.ToString().EndsWith("/process", StringComparison.Ordinal) ? "completed" : "upload", 40)))
        {
            Before = async (request, _) =>
            {
                if (request.Method != "PUT")
                    return;
                counts.Add(Interlocked.Increment(ref inProgress));
                if (Volatile.Read(ref inProgress) == 2)
                    both.TrySetResult();
                await both.Task.WaitAsync(Cancel); // the first part waits for the second
                for (var i = 0; i < 20; i++)
                    await Task.Yield();
                Interlocked.Decrement(ref inProgress);
            },
        };
        using var services = transport.Services();

        await Datasets(services).UploadAsync(path, new() { MaxConcurrency = 2, MaxRetryAttempts = 0, PartTimeout = TimeSpan.FromMinutes(1) }, Cancel);

        Assert.Equal(2, counts.Max());
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
    }

    [Fact]
    public async Task First_failed_part_cancels_the_parts_in_progress()
    {
        var (path, _) = File(2500);
        var both = new TaskCompletionSource();
        var transport = new ServiceTransport(request => request.Method == "PUT" ? new HttpResponseMessage(HttpStatusCode.BadRequest)
            : ServiceTransport.Json(Ingest("upload", 3)))
        {
            Before = (request, token) =>
            {
                if (request.Uri.AbsolutePath == "/part1")
                    return both.Task.WaitAsync(token);
                if (request.Uri.AbsolutePath == "/part2")
                {
                    both.SetResult();
                    return Task.Delay(Timeout.Infinite, token);
                }

                return Task.CompletedTask;
            },
        };
        using var services = Instant(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { MaxConcurrency = 2, PartTimeout = TimeSpan.FromSeconds(20) }, Cancel));

        Assert.Contains("Part 1 could not be uploaded", error.Message, StringComparison.Ordinal);
        Assert.Equal(["/part1", "/part2"], transport.Requests.Where(r => r.Method == "PUT").Select(r => r.Uri.AbsolutePath).Order());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Part_that_changes_with_the_same_size_and_time_after_it_was_sent_ends_the_upload(bool isStream)
    {
        var (path, bytes) = File(2500);
        var buffer = (byte[])bytes.Clone();
        using var stream = new MemoryStream(buffer);
        var transport = Store(put =>
        {
            if (put.Uri.AbsolutePath == "/part3")
            {
                Change(path, bytes, 1500);
                buffer[1500] ^= 1;
            }

            return null;
        });
        using var services = Instant(transport);
        var options = new DatasetUploadOptions { MaxConcurrency = 1, CheckpointPath = Path.Combine(_folder, "upload.json") };

        var error = await Assert.ThrowsAsync<MapTilerException>(() => isStream ? Datasets(services).UploadAsync(stream, "a.geojson", options, Cancel) : Datasets(services).UploadAsync(path, options, Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidRequest, error.Reason);
        Assert.Contains("changed while it was uploaded", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("/cancel", transport.Requests[^1].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(transport.Requests, request => request.ToString().EndsWith("/process", StringComparison.Ordinal));
        Assert.False(System.IO.File.Exists(options.CheckpointPath));
    }

    [Fact]
    public async Task Upload_that_is_canceled_while_the_ingest_is_created_cancels_the_ingest()
    {
        var (path, _) = File(500);
        using var cancellation = new CancellationTokenSource();
        var created = new TaskCompletionSource();
        var transport = Delayed(request => request.ToString() == "POST /v1/datasets/ingest", async token =>
        {
            await cancellation.CancelAsync();
            await Task.Yield();
            token.ThrowIfCancellationRequested();
            await created.Task;
        });
        using var services = transport.Services();

        var upload = Datasets(services).UploadAsync(path, cancellationToken: cancellation.Token);
        created.SetResult();
        var error = await Assert.ThrowsAsync<OperationCanceledException>(() => upload);

        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Contains("The ingest was canceled, and no data remain at MapTiler.", error.Message, StringComparison.Ordinal);
        Assert.Equal(["POST /v1/datasets/ingest", $"POST /v1/datasets/ingest/{Id}/cancel"], transport.Requests.Select(r => r.ToString()));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(500, true)]
    [InlineData(200, true)]
    [InlineData(400, false)]
    public async Task Failed_creation_throws_whether_an_ingest_was_possibly_created(int status, bool possibly)
    {
        var (path, _) = File(500);
        var transport = new ServiceTransport(_ => status == 0 ? throw new HttpRequestException("reset") : ServiceTransport.Json("{}", (HttpStatusCode)status));
        using var services = Instant(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, cancellationToken: Cancel));

        Assert.Equal(possibly, error.Message.Contains("An ingest of data.geojson was possibly created at MapTiler, and only the response was lost.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Canceled_upload_without_checkpoint_cancels_the_ingest()
    {
        var (path, _) = File(2500);
        using var cancellation = new CancellationTokenSource();
        var transport = Store(put =>
        {
            cancellation.Cancel();
            cancellation.Token.ThrowIfCancellationRequested();
            return null;
        });
        using var services = transport.Services();

        var error = await Assert.ThrowsAsync<OperationCanceledException>(() => Datasets(services).UploadAsync(path, cancellationToken: cancellation.Token));

        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Equal($"POST /v1/datasets/ingest/{Id}/cancel", transport.Requests[^1].ToString());
    }

    [Fact]
    public async Task Cancel_request_without_response_ends_after_ten_seconds()
    {
        var (path, _) = File(500);
        var time = new FakeTimeProvider();
        var transport = Delayed(request => request.ToString().EndsWith("/cancel", StringComparison.Ordinal), async token =>
        {
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(token.IsCancellationRequested ? Timeout.Infinite : 0, token);
        }, _ => new HttpResponseMessage(HttpStatusCode.BadRequest));
        using var services = Clients.Services(transport, builder => builder.DisableResilience(), o => o.ServiceToken = Secrets.Token, s => s.AddSingleton<TimeProvider>(time));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, cancellationToken: Cancel));

        Assert.Contains($"The ingest {Id} could not be canceled (no response). Cancel it later.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Expired_URLs_are_renewed_or_the_upload_starts_again(bool renews)
    {
        var (path, bytes) = File(3500);
        var expired = true;
        var transport = new ServiceTransport(request => request switch
        {
            { Method: "PUT" } when expired && request.Uri.AbsolutePath == "/part3" => new HttpResponseMessage(HttpStatusCode.Forbidden),
            { Method: "PUT" } => Keep(request),
            { Method: "GET" } when expired && renews => Renew(),
            { Method: "GET" } when expired => ServiceTransport.Json(Ingest("upload", null)),
            _ when request.ToString().EndsWith("/cancel", StringComparison.Ordinal) => Renew(),
            _ when request.ToString().EndsWith("/process", StringComparison.Ordinal) => ServiceTransport.Json(Ingest("completed", null)),
            _ => ServiceTransport.Json(Ingest("upload", 4)),
        });
        using var services = Instant(transport);
        var reports = new ConcurrentQueue<UploadProgress>();

        await Datasets(services).UploadAsync(path, new() { MaxConcurrency = 1, Progress = new Inline(reports) }, Cancel);

        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
        Assert.Equal(renews ? 1 : 2, transport.Requests.Count(r => r.ToString() == "POST /v1/datasets/ingest"));
        Assert.Equal(renews ? 0 : 1, reports.Max(r => r.Restarts));

        HttpResponseMessage Renew()
        {
            expired = false;
            return ServiceTransport.Json(Ingest("upload", 4));
        }
    }

    [Fact]
    public async Task Renewed_URLs_for_another_part_size_start_the_upload_again()
    {
        var (path, bytes) = File(2500);
        var (restarted, expired) = (false, 1);
        var transport = new ServiceTransport(request => request switch
        {
            { Method: "PUT" } when request.Uri.AbsolutePath == "/part3" && expired-- > 0 => new HttpResponseMessage(HttpStatusCode.Forbidden),
            { Method: "PUT" } => Keep(request),
            { Method: "GET" } => ServiceTransport.Json(Ingest("upload", 3).Replace("\"part_size\":1000", "\"part_size\":1100", StringComparison.Ordinal)),
            _ when request.ToString().EndsWith("/process", StringComparison.Ordinal) => ServiceTransport.Json(Ingest("completed", null)),
            _ => Offer(request),
        });
        using var services = Instant(transport);

        await Datasets(services).UploadAsync(path, new() { MaxConcurrency = 1 }, Cancel);

        Assert.True(restarted);
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));

        HttpResponseMessage Offer(ServiceRequest request)
        {
            restarted |= request.ToString().EndsWith("/cancel", StringComparison.Ordinal);
            return ServiceTransport.Json(Ingest("upload", 3));
        }
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Upload_with_rejected_URLs_starts_again_three_times_and_cancels_each_ingest(int status)
    {
        var (path, _) = File(500);
        var transport = Store(_ => new HttpResponseMessage((HttpStatusCode)status));
        using var services = Instant(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, cancellationToken: Cancel));

        Assert.Equal((MapTilerErrorReason.Forbidden, (HttpStatusCode?)status), (error.Reason, error.StatusCode));
        Assert.Contains($"The storage service accepts no more parts of data.geojson. The URL of a part was rejected with status {status}.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("store.example", error.ToString(), StringComparison.Ordinal);
        Assert.Equal((4, 4), (transport.Requests.Count(r => r.ToString() == "POST /v1/datasets/ingest"), transport.Requests.Count(r => r.ToString().EndsWith("/cancel", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Ingest_canceled_by_another_program_does_not_start_again()
    {
        var (path, _) = File(2500);
        var transport = new ServiceTransport(request => request.Method switch
        {
            "PUT" => new HttpResponseMessage(HttpStatusCode.NotFound),
            "GET" => ServiceTransport.Json(Ingest("canceled", null)),
            _ => ServiceTransport.Json(Ingest("upload", 3)),
        });
        using var services = Instant(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.ProcessingFailed, error.Reason);
        Assert.Single(transport.Requests, r => r.ToString() == "POST /v1/datasets/ingest");
    }

    [Fact]
    public async Task Ingest_processed_by_another_program_is_waited_for()
    {
        var (path, _) = File(500);
        var stateRequests = 0;
        var transport = new ServiceTransport(request => request.Method switch
        {
            "PUT" => new HttpResponseMessage(HttpStatusCode.NotFound),
            "GET" => ServiceTransport.Json(Ingest(++stateRequests == 1 ? "processing" : "completed", null)),
            _ => ServiceTransport.Json(Ingest("upload", 1)),
        });
        using var services = Instant(transport);

        var ingest = await Datasets(services).UploadAsync(path, cancellationToken: Cancel);

        Assert.Equal(IngestState.Completed, ingest.State);
        Assert.Equal(["POST", "PUT", "GET", "GET"], transport.Requests.Select(r => r.Method));
    }

    [Theory]
    [InlineData("failed", "[{\"message\":\"No geometry.\"}]", "No geometry.")]
    [InlineData("failed", "{\"mesage\":\"odd\"}", "odd")]
    [InlineData("canceled", "null", "was canceled at MapTiler")]
    public async Task Failed_or_canceled_processing_throws_ProcessingFailed(string state, string errors, string words)
    {
        var (path, _) = File(100);
        var transport = Store(finished: $$"""{"id":"{{Id}}","state":"{{state}}","errors":{{errors}}}""");
        using var services = transport.Services();

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.ProcessingFailed, error.Reason);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_reports_the_percentage_of_the_processing()
    {
        var (path, _) = File(500);
        var percent = 0;
        var transport = Processing(
            () => ServiceTransport.Json(Ingest("processing", null)),
            () => Ingest((percent += 40) > 100 ? "completed" : "processing", null).Replace("\"progress\":0", $"\"progress\":{percent}", StringComparison.Ordinal));
        using var services = Passing(transport);
        var reports = new System.Collections.Concurrent.ConcurrentQueue<UploadProgress>();

        await Datasets(services).UploadAsync(path, new() { Progress = new Inline(reports) }, Cancel);

        Assert.Equal([0, 40, 80, 120], reports.Where(r => r.ProcessingPercent is not null).Select(r => r.ProcessingPercent!.Value));
        Assert.Equal([5, 6], _time.Waits);
    }

    [Fact]
    public async Task ProcessingTimeout_zero_returns_without_waiting()
    {
        var (path, _) = File(500);
        var transport = Processing(() => ServiceTransport.Json(Ingest("processing", null)));
        using var services = Passing(transport);

        var ingest = await Datasets(services).UploadAsync(path, new() { ProcessingTimeout = TimeSpan.Zero }, Cancel);

        Assert.Equal(IngestState.Processing, ingest.State);
        Assert.DoesNotContain(transport.Requests, r => r.Method == "GET");
    }
}

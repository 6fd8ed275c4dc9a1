using System.Collections.Concurrent;
using System.Net;
using MapTiler.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Tests.Service;

/// <summary>Retries, timeouts and errors of single parts.</summary>
public sealed class PartSenderTests : UploadTest
{
    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(0)]
    public async Task Transient_failure_of_part_is_retried_with_all_its_bytes(int status)
    {
        var (path, bytes) = File(2500);
        var failures = 2;
        var transport = Store(put => put.Uri.AbsolutePath == "/part2" && failures-- > 0 ? status == 0 ? throw new HttpRequestException("reset") : new HttpResponseMessage((HttpStatusCode)status) : null);
        using var services = Instant(transport);

        await Datasets(services).UploadAsync(path, cancellationToken: Cancel);

        Assert.Equal(5, transport.Requests.Count(r => r.Method == "PUT"));
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
    }

    [Fact]
    public async Task Retry_delays_of_part_double_up_to_a_minute_with_jitter()
    {
        var (path, _) = File(500);
        var transport = Store(_ => new HttpResponseMessage(HttpStatusCode.RequestTimeout));
        using var services = Passing(transport);

        await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { MaxRetryAttempts = 9 }, Cancel));

        var longest = new double[] { 1, 2, 4, 8, 16, 32, 60, 60, 60 };
        Assert.Equal(longest.Length, _time.Waits.Count);
        Assert.All(_time.Waits.Zip(longest), wait => Assert.InRange(wait.First, wait.Second / 2, wait.Second));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    public async Task Bytes_of_failed_attempt_are_subtracted_from_progress(int status)
    {
        var (path, _) = File(2500);
        var failures = 1;
        var transport = Store(put => put.Uri.AbsolutePath == "/part2" && failures-- > 0 ? status == 0 ? throw new HttpRequestException("reset") : new HttpResponseMessage((HttpStatusCode)status) : null);

        Assert.Equal([0, 1000, 2000, 1000, 2000, 2500], await ProgressAsync(transport, path));
    }

    [Theory]
    [InlineData(500, "ServerError", "(attempt 2 of 2). The storage service responded with status 500.")]
    [InlineData(400, "InvalidResponse", "(attempt 1 of 2). The storage service responded with status 400.")]
    [InlineData(200, "InvalidResponse", "The response of the storage service has no ETag.")]
    public async Task Failed_part_throws_its_last_response_and_cancels_the_ingest(int status, string reason, string words)
    {
        var (path, _) = File(2500);
        var transport = Store(put => put.Uri.AbsolutePath == "/part2" ? new HttpResponseMessage((HttpStatusCode)status) : null);
        using var services = Instant(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { MaxRetryAttempts = 1 }, Cancel));

        Assert.Equal(reason, error.Reason.ToString());
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Contains("The ingest was canceled, and no data remain at MapTiler.", error.Message, StringComparison.Ordinal);
        Assert.Equal($"POST /v1/datasets/ingest/{Id}/cancel", transport.Requests[^1].ToString());
        Assert.DoesNotContain("store.example", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "ConnectionFailed")]
    [InlineData(429, "RateLimited")]
    [InlineData(503, "ServerError")]
    [InlineData(408, "InvalidResponse")]
    public async Task Failed_part_throws_the_reason_of_its_last_attempt(int status, string reason)
    {
        var (path, _) = File(500);
        var transport = Store(_ => status == 0 ? throw new HttpRequestException("reset") : new HttpResponseMessage((HttpStatusCode)status));
        using var services = Instant(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { MaxRetryAttempts = 1 }, Cancel));

        Assert.Equal(reason, error.Reason.ToString());
        Assert.Equal(2, transport.Requests.Count(r => r.Method == "PUT"));
        Assert.DoesNotContain("Signature", error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Part_is_retried_after_the_time_in_Retry_After(int status)
    {
        var (path, _) = File(500);
        var failures = 1;
        var transport = Store(_ => failures-- > 0 ? new HttpResponseMessage((HttpStatusCode)status) { Headers = { RetryAfter = new(TimeSpan.FromSeconds(77)) } } : null);
        using var services = transport.Services(s => s.AddSingleton<TimeProvider>(_time));

        await Datasets(services).UploadAsync(path, cancellationToken: Cancel);

        Assert.Equal([77], _time.Waits);
    }

    [Fact]
    public async Task Part_without_response_fails_after_PartTimeout()
    {
        var (path, _) = File(500);
        var time = new FakeTimeProvider();
        var transport = Delayed(request => request.Method == "PUT", async token =>
        {
            time.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(token.IsCancellationRequested ? Timeout.Infinite : 0, token);
        });
        using var services = transport.Services(s => s.AddSingleton<TimeProvider>(time));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { MaxRetryAttempts = 0, PartTimeout = TimeSpan.FromSeconds(20) }, Cancel));

        Assert.Equal(MapTilerErrorReason.Timeout, error.Reason);
        Assert.Contains("There was no response within 00:00:20.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_to_a_part_that_was_not_read_does_not_count_as_stored()
    {
        var (path, _) = File(500);
        var service = Store();
        var requests = new List<string>();
        var transport = new UnreadTransport(service, requests);
        using var services = Clients.Services(transport, options: o => o.ServiceToken = Secrets.Token);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
        Assert.Contains("responded after 0 of 500 bytes", error.Message, StringComparison.Ordinal);
        Assert.Equal(["POST", "PUT", "POST"], requests);
    }

    [Fact]
    public async Task Upload_with_retries_succeeds_where_HttpClient_disposes_the_content_of_each_request()
    {
        var (path, bytes) = File(2500);
        var (failures, processRequests) = (1, 0);
        var transport = new ServiceTransport(request => request switch
        {
            { Method: "PUT" } when request.Uri.AbsolutePath == "/part2" && failures-- > 0 => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable),
            { Method: "PUT" } => Keep(request),
            { Method: "GET" } => ServiceTransport.Json(Ingest("upload", null)),
            _ when request.ToString().EndsWith("/process", StringComparison.Ordinal) && processRequests++ == 0 => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable),
            _ => ServiceTransport.Json(Ingest(processRequests == 0 ? "upload" : "completed", 3)),
        });
        using var services = Clients.Services(transport, builder =>
        {
            builder.ServiceHttpClientBuilder.AddHttpMessageHandler(() => new ContentDisposer());
            builder.UploadHttpClientBuilder.AddHttpMessageHandler(() => new ContentDisposer());
        }, o => o.ServiceToken = Secrets.Token, s => s.AddSingleton<TimeProvider>(new HastyTimeProvider()));
        var reports = new ConcurrentQueue<UploadProgress>();

        await Datasets(services).UploadAsync(path, new() { Progress = new Inline(reports) }, Cancel);

        Assert.Equal((4, 2), (transport.Requests.Count(r => r.Method == "PUT"), processRequests));
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
        Assert.Equal(bytes.Length, reports.Last().BytesSent);
    }

    /// <summary>Disposes the content of a request when its response has arrived, as HttpClient does on .NET Framework.</summary>
    private sealed class ContentDisposer : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            request.Content?.Dispose();
            return response;
        }
    }

    /// <summary>Returns the status 200 for a part without reading it.</summary>
    private sealed class UnreadTransport(HttpMessageHandler inner, List<string> requests) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            requests.Add(request.Method.Method);
            return request.Method == HttpMethod.Put ? Task.FromResult(ServiceTransport.Stored([])) : base.SendAsync(request, cancellationToken);
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using MapTiler.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Tests.Service;

/// <summary>Single parts: when they end, what they count, and what the store calls them.</summary>
public sealed class UploadPartTests : UploadTest
{
    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    public async Task Progress_goes_back_by_what_was_sent_in_vain(int status)
    {
        var (path, _) = File(2500);
        var failures = 1;
        var wire = Store(put => put.Uri.AbsolutePath == "/part2" && failures-- > 0 ? status == 0 ? throw new HttpRequestException("reset") : new HttpResponseMessage((HttpStatusCode)status) : null);

        Assert.Equal([0, 1000, 2000, 1000, 2000, 2500], await ProgressAsync(wire, path));
    }

    [Fact]
    public async Task Progress_goes_back_by_parts_that_arrived_as_others()
    {
        var (path, bytes) = File(2500);
        var first = true;
        var wire = Store(put =>
        {
            var corrupt = put.Uri.AbsolutePath == "/part1" && first;
            first &= !corrupt;
            return corrupt ? ServiceWire.Stored([1, 2, 3]) : null;
        });

        Assert.Equal([0, 1000, 2000, 2500, 1500, 2500], await ProgressAsync(wire, path));
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
    }

    [Fact]
    public async Task A_store_may_name_parts_in_capitals()
    {
        var (path, bytes) = File(2500);
        var first = true;
        var wire = Store(put =>
        {
            var stored = put.Uri.AbsolutePath == "/part1" && first ? ServiceWire.Stored([1, 2, 3]) : Keep(put);
            first = false;
            return new HttpResponseMessage { Headers = { { "ETag", stored.Headers.ETag!.Tag.ToUpperInvariant() } } };
        });
        using var services = Instant(wire);

        await Datasets(services).UploadAsync(path, new() { MaxConcurrency = 1 }, Cancel);

        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
        Assert.Equal(4, wire.Requests.Count(r => r.Method == "PUT"));
    }

    [Theory]
    [InlineData(0, "ConnectionFailed")]
    [InlineData(429, "RateLimited")]
    [InlineData(503, "ServerError")]
    [InlineData(408, "InvalidResponse")]
    public async Task A_part_that_fails_for_good_tells_how(int status, string reason)
    {
        var (path, _) = File(500);
        var wire = Store(_ => status == 0 ? throw new HttpRequestException("reset") : new HttpResponseMessage((HttpStatusCode)status));
        using var services = Instant(wire);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { MaxRetryAttempts = 1 }, Cancel));

        Assert.Equal(reason, error.Reason.Value);
        Assert.Equal(2, wire.Requests.Count(r => r.Method == "PUT"));
        Assert.DoesNotContain("Signature", error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_part_that_is_not_answered_ends_at_its_limit()
    {
        var (path, _) = File(500);
        var time = new FakeTimeProvider();
        var wire = Held(request => request.Method == "PUT", async token =>
        {
            time.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(token.IsCancellationRequested ? Timeout.Infinite : 0, token);
        });
        using var services = wire.Services(s => s.AddSingleton<TimeProvider>(time));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { MaxRetryAttempts = 0, PartTimeout = TimeSpan.FromSeconds(20) }, Cancel));

        Assert.Equal(MapTilerErrorReason.ConnectionFailed, error.Reason);
        Assert.Contains("There was no response within 00:00:20.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancel_that_is_not_answered_ends_after_ten_seconds()
    {
        var (path, _) = File(500);
        var time = new FakeTimeProvider();
        var wire = Held(request => request.ToString().EndsWith("/cancel", StringComparison.Ordinal), async token =>
        {
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(token.IsCancellationRequested ? Timeout.Infinite : 0, token);
        }, _ => new HttpResponseMessage(HttpStatusCode.BadRequest));
        using var services = Clients.Services(wire, builder => builder.DisableResilience(), o => o.ServiceToken = Secrets.Token, s => s.AddSingleton<TimeProvider>(time));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, cancellationToken: Cancel));

        Assert.Contains($"The ingest {Id} could not be canceled (no response). Cancel it later.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_failure_ends_the_parts_beside_it()
    {
        var (path, _) = File(2500);
        var both = new TaskCompletionSource();
        var wire = new ServiceWire(request => request.Method == "PUT" ? new HttpResponseMessage(HttpStatusCode.BadRequest)
            : ServiceWire.Json(Ingest("upload", 3)))
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
        using var services = Instant(wire);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(path, new() { MaxConcurrency = 2, PartTimeout = TimeSpan.FromSeconds(20) }, Cancel));

        Assert.Contains("Part 1 could not be uploaded", error.Message, StringComparison.Ordinal);
        Assert.Equal(["/part1", "/part2"], wire.Requests.Where(r => r.Method == "PUT").Select(r => r.Uri.AbsolutePath).Order());
    }

    [Fact]
    public async Task No_more_parts_are_under_way_than_allowed()
    {
        var (path, bytes) = File(40_000);
        var (underWay, most) = (0, new ConcurrentBag<int>());
        var wire = new ServiceWire(request => request.Method == "PUT" ? Keep(request) : ServiceWire.Json(Ingest(request.ToString().EndsWith("/process", StringComparison.Ordinal) ? "completed" : "upload", 40)))
        {
            Before = async (request, _) =>
            {
                if (request.Method != "PUT")
                    return;
                most.Add(Interlocked.Increment(ref underWay));
                for (var i = 0; i < 20; i++)
                    await Task.Yield();
                Interlocked.Decrement(ref underWay);
            },
        };
        using var services = wire.Services();

        await Datasets(services).UploadAsync(path, new() { MaxConcurrency = 2 }, Cancel);

        Assert.InRange(most.Max(), 1, 2);
        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(500, 0)]
    [InlineData(500, 1)]
    [InlineData(-1, 0)]
    public async Task A_source_that_changes_during_its_last_part_is_not_published(int by, int status)
    {
        var bytes = RandomNumberGenerator.GetBytes(500);
        using var source = new MemoryStream();
        source.Write(bytes);
        var wire = Store(put =>
        {
            source.SetLength(500 + by);
            return status == 0 ? null : throw new HttpRequestException("reset");
        });
        using var services = Instant(wire);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(source, "a.mbtiles", new() { MaxRetryAttempts = 0 }, Cancel));

        Assert.Contains("a.mbtiles changed while it was uploaded", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(wire.Requests, r => r.ToString().EndsWith("/process", StringComparison.Ordinal));
        Assert.Single(wire.Requests, r => r.Method == "PUT");
    }

    [Fact]
    public async Task Parts_that_read_one_stream_do_not_read_into_each_other()
    {
        var bytes = RandomNumberGenerator.GetBytes(40_000);
        using var source = new Slow(bytes);
        var wire = Store();
        using var services = Instant(wire);

        await Datasets(services).UploadAsync(source, "a.mbtiles", cancellationToken: Cancel);

        Assert.Equal(bytes, _parts.OrderBy(p => p.Key).SelectMany(p => p.Value));
    }

    [Fact]
    public async Task A_source_that_ends_early_is_told_and_not_padded()
    {
        using var source = new Short();
        var wire = Store();
        using var services = Instant(wire);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => Datasets(services).UploadAsync(source, "a.mbtiles", new() { MaxRetryAttempts = 1 }, Cancel));

        Assert.Contains("The data ended before the part did", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_parts);
    }

    private static async Task<List<long>> ProgressAsync(ServiceWire wire, string path)
    {
        var reports = new ConcurrentQueue<UploadProgress>();
        using var services = wire.Services(s => s.AddSingleton<TimeProvider>(new LeapingTimeProvider()));

        await Datasets(services).UploadAsync(path, new() { MaxConcurrency = 1, Progress = new Inline(reports) }, Cancel);

        var sent = reports.Select(report => report.BytesSent).ToList();
        return [.. sent.Where((bytes, i) => i == 0 || bytes != sent[i - 1])];
    }

    private ServiceWire Held(Func<ServiceRequest, bool> isHeld, Func<CancellationToken, Task> hold, Func<ServiceRequest, HttpResponseMessage>? put = null) => new(request => request switch
    {
        { Method: "PUT" } => put?.Invoke(request) ?? Keep(request),
        _ => ServiceWire.Json(Ingest(request.ToString().EndsWith("/process", StringComparison.Ordinal) ? "completed" : "upload", 1)),
    })
    {
        Before = (request, token) => isHeld(request) ? hold(token) : Task.CompletedTask,
    };

    /// <summary>Each look at the clock is a second later, so that each piece is reported.</summary>
    private sealed class LeapingTimeProvider : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref _now);
    }

    private sealed class Slow(byte[] bytes) : MemoryStream(bytes)
    {
        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return Read(buffer, offset, count);
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return Read(buffer.Span);
        }
    }

    private sealed class Short() : MemoryStream(new byte[10])
    {
        public override long Length => 500;
    }
}

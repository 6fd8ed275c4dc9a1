using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using MapTiler.Service;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Service;

/// <summary>A storage service in memory, and a file to upload.</summary>
public abstract class UploadTest : IDisposable
{
    private protected const int PartSize = 1000;

    private protected static readonly Guid Id = Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");

    private protected readonly string _folder = Directory.CreateTempSubdirectory("maptiler-upload").FullName;
    private protected readonly ConcurrentDictionary<int, byte[]> _parts = new();

    private protected readonly PassingTimeProvider _time = new();

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected static DatasetsClient Datasets(IServiceProvider services) => services.GetRequiredService<DatasetsClient>();

    private protected static string Ingest(string state, int? parts) =>
        $$"""{"id":"{{Id}}","document_id":null,"state":"{{state}}","filename":"data.geojson","size":1,"progress":0,"errors":null,"upload":{{(parts is null ? "null" : $$"""{"type":"s3_multipart","part_size":{{PartSize}},"parts":[{{string.Join(',', Enumerable.Range(1, parts.Value).Reverse().Select(i => $$"""{"part_id":{{i}},"url":"https://store.example/part{{i}}?X-Amz-Signature=s"}"""))}}]}""")}}}""";

    /// <summary>Services whose delays end after a millisecond.</summary>
    private protected static ServiceProvider Instant(ServiceTransport transport) => transport.Services(s => s.AddSingleton<TimeProvider>(new HastyTimeProvider()));

    private protected (string Path, byte[] Bytes) File(int length)
    {
        var path = Path.Combine(_folder, "data.geojson");
        var bytes = RandomNumberGenerator.GetBytes(length);
        System.IO.File.WriteAllBytes(path, bytes);
        return (path, bytes);
    }

    /// <summary>Changes one byte of a file, but neither its size nor the time of its last change.</summary>
    private protected static void Change(string path, byte[] bytes, int position)
    {
        var changed = (byte[])bytes.Clone();
        changed[position] ^= 1;
        var time = System.IO.File.GetLastWriteTimeUtc(path);
        System.IO.File.WriteAllBytes(path, changed);
        System.IO.File.SetLastWriteTimeUtc(path, time);
    }

    private protected ServiceTransport Store(Func<ServiceRequest, HttpResponseMessage?>? put = null, string? finished = null) => new(request =>
    {
        if (request.Method == "PUT")
            return put?.Invoke(request) ?? Keep(request);
        if (request.ToString() == "POST /v1/datasets/ingest" || request.ToString().EndsWith("/ingest", StringComparison.Ordinal))
        {
            using var body = JsonDocument.Parse(request.Body);
            return ServiceTransport.Json(Ingest("upload", (int)((body.RootElement.GetProperty("size").GetInt64() + PartSize - 1) / PartSize)));
        }

        return ServiceTransport.Json(request.ToString().EndsWith("/process", StringComparison.Ordinal) ? finished ?? Ingest("completed", null) : Ingest("upload", null));
    });

    private protected HttpResponseMessage Keep(ServiceRequest put)
    {
        _parts[int.Parse(put.Uri.AbsolutePath[5..], System.Globalization.CultureInfo.InvariantCulture)] = put.Body;
        return ServiceTransport.Stored(put.Body);
    }

    private protected static async Task<List<long>> ProgressAsync(ServiceTransport transport, string path)
    {
        var reports = new ConcurrentQueue<UploadProgress>();
        using var services = transport.Services(s => s.AddSingleton<TimeProvider>(new LeapingTimeProvider()));

        await Datasets(services).UploadAsync(path, new() { MaxConcurrency = 1, Progress = new Inline(reports) }, Cancel);

        var sent = reports.Select(report => report.BytesSent).ToList();
        return [.. sent.Where((bytes, i) => i == 0 || bytes != sent[i - 1])];
    }

    private protected ServiceTransport Processing(Func<HttpResponseMessage> process, string state = "upload") => Processing(process, () => Ingest(state, null));

    private protected ServiceTransport Processing(Func<HttpResponseMessage> process, Func<string> state) => new(request => request switch
    {
        { Method: "PUT" } => Keep(request),
        { Method: "GET" } => ServiceTransport.Json(state()),
        _ when request.ToString().EndsWith("/process", StringComparison.Ordinal) => process(),
        _ => ServiceTransport.Json(Ingest("upload", 1)),
    });

    /// <summary>Services whose delays end at once and are recorded by the time provider.</summary>
    private protected ServiceProvider Passing(ServiceTransport transport) => transport.Services(s => s.AddSingleton<TimeProvider>(_time));

    private protected ServiceTransport Delayed(Func<ServiceRequest, bool> isDelayed, Func<CancellationToken, Task> delay, Func<ServiceRequest, HttpResponseMessage>? put = null) => new(request => request switch
    {
        { Method: "PUT" } => put?.Invoke(request) ?? Keep(request),
        _ => ServiceTransport.Json(Ingest(request.ToString().EndsWith("/process", StringComparison.Ordinal) ? "completed" : "upload", 1)),
    })
    {
        Before = (request, token) => isDelayed(request) ? delay(token) : Task.CompletedTask,
    };

    private protected sealed class Inline(ConcurrentQueue<UploadProgress> reports) : IProgress<UploadProgress>
    {
        public void Report(UploadProgress value) => reports.Enqueue(value);
    }

    /// <summary>Delays of less than 9 seconds end after a millisecond; longer timeouts are not shortened.</summary>
    private protected sealed class HastyTimeProvider : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromSeconds(9) ? TimeSpan.FromMilliseconds(1) : dueTime, period);
    }

    /// <summary>Each call returns a time one second later, so that each piece is reported.</summary>
    private sealed class LeapingTimeProvider : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref _now);
    }
}

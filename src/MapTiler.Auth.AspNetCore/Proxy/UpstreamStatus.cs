using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;

namespace MapTiler.AspNetCore.Proxy;

/// <summary>
/// The recent failures of MapTiler, for the health check and the log. Each kind of failure is logged once a minute, because a map that is being panned sends
/// hundreds of requests.
/// </summary>
internal sealed class UpstreamStatus(ILogger logger, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(HttpStatusCode Status, bool IsStale), Entry> _entries = new();

    private long _staleAt;
    private long _failedAt;

    /// <summary>Whether browsers have received stale responses in the last minute because MapTiler failed or was slow.</summary>
    public bool IsStale => IsRecent(ref _staleAt);

    /// <summary>Whether browsers have received errors in the last minute because MapTiler rejected the credential or did not respond.</summary>
    public bool IsFailing => IsRecent(ref _failedAt);

    public void MarkStale() => Volatile.Write(ref _staleAt, time.GetTimestamp());

    /// <summary>Reports that browsers receive the last good response because a fetch failed.</summary>
    public void ReportStale(UpstreamException failure)
    {
        MarkStale();
        if (Count((failure.Status, true)) is >= 0 and var more)
            Log.ServingStale(logger, (int)failure.Status, failure.Message, more, failure.InnerException);
    }

    /// <summary>Reports that a browser received an error.</summary>
    public void ReportFailure(UpstreamException failure, string? endpoint)
    {
        Volatile.Write(ref _failedAt, time.GetTimestamp());
        var more = Count((failure.Status, false));
        Log.Failed(logger, more < 0 ? LogLevel.Debug : LogLevel.Warning, (int)failure.Status, endpoint, failure.Message, more < 0 ? 0 : more, failure.InnerException);
    }

    /// <summary>Reports that a browser received another style.</summary>
    public void ReportFallback(UpstreamException failure, string mapId)
    {
        MarkStale();
        if (Count((failure.Status, true)) is >= 0 and var more)
            Log.ServingFallback(logger, mapId, (int)failure.Status, failure.Message, more, failure.InnerException);
    }

    public void DistributedCacheChanged(bool isAvailable)
    {
        if (!isAvailable && Count((default, false)) >= 0)
            Log.DistributedCacheFailed(logger);
    }

    private bool IsRecent(ref long timestamp) => Volatile.Read(ref timestamp) is not 0 and var at && time.GetElapsedTime(at) < Interval;

    /// <returns>The number of failures since the last message; -1 if no message is due.</returns>
    private int Count((HttpStatusCode, bool) kind)
    {
        var entry = _entries.GetOrAdd(kind, static _ => new());
        lock (entry)
        {
            if (entry.LastLogged is { } lastLogged && time.GetElapsedTime(lastLogged) < Interval)
            {
                entry.Suppressed++;
                return -1;
            }

            entry.LastLogged = time.GetTimestamp();
            var suppressed = entry.Suppressed;
            entry.Suppressed = 0;
            return suppressed;
        }
    }

    private sealed class Entry
    {
        public long? LastLogged { get; set; }

        public int Suppressed { get; set; }
    }
}

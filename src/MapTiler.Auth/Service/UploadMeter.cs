namespace MapTiler.Service;

/// <summary>Counts the bytes of an upload and reports the progress, at most ten times a second while parts are sent.</summary>
internal sealed class UploadMeter(long total, IProgress<UploadProgress>? progress, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly object _lock = new();
    private readonly long _started = time.GetTimestamp();
    private long _reported = time.GetTimestamp();
    private long _sent;
    private long _stored;

    public int Restarts { get; private set; }

    /// <summary>Starts, or starts again, with the bytes that are already stored.</summary>
    public void Start(long stored, bool isRestart)
    {
        lock (_lock)
        {
            Restarts += isRestart ? 1 : 0;
            _stored = _sent = stored;
        }

        Report(IngestState.Upload, null);
    }

    /// <summary>Adds bytes that were sent, or subtracts those of a failed attempt.</summary>
    public void Add(long bytes)
    {
        Interlocked.Add(ref _sent, bytes);
        if (progress is null || time.GetElapsedTime(Volatile.Read(ref _reported)) < Interval)
            return;

        Volatile.Write(ref _reported, time.GetTimestamp());
        Report(IngestState.Upload, null);
    }

    public void Report(IngestState state, double? percent)
    {
        if (progress is null)
            return;

        lock (_lock)
        {
            var sent = Math.Max(0, Math.Min(total, Interlocked.Read(ref _sent)));
            var seconds = time.GetElapsedTime(_started).TotalSeconds;
            var rate = seconds > 0 ? Math.Max(0, sent - _stored) / seconds : 0;
            var remaining = (total - sent) / rate;
            progress.Report(new UploadProgress
            {
                State = state,
                BytesSent = sent,
                TotalBytes = total,
                BytesPerSecond = rate,
                Remaining = rate > 0 && remaining < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(remaining) : null,
                ProcessingPercent = percent,
                Restarts = Restarts,
            });
        }
    }
}

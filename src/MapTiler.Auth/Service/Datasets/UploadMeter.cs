namespace MapTiler.Service;

/// <summary>Counts what is sent and tells it, not too often.</summary>
internal sealed class UploadMeter(long total, IProgress<UploadProgress>? progress, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly object _gate = new();
    private readonly long _started = time.GetTimestamp();
    private long _reported = time.GetTimestamp();
    private long _sent;
    private long _known;

    public int Restarts { get; private set; }

    /// <summary>Begins anew, with so many bytes there already.</summary>
    public void Start(long known, bool isRestart)
    {
        lock (_gate)
        {
            Restarts += isRestart ? 1 : 0;
            _known = _sent = known;
        }

        Report(IngestState.Upload, null);
    }

    /// <summary>Counts bytes that went out, or takes those of a failed attempt back.</summary>
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

        lock (_gate)
        {
            var sent = Math.Max(0, Math.Min(total, Interlocked.Read(ref _sent)));
            var seconds = time.GetElapsedTime(_started).TotalSeconds;
            var rate = seconds > 0 ? Math.Max(0, sent - _known) / seconds : 0;
            var left = (total - sent) / rate;
            progress.Report(new UploadProgress(state, sent, total, rate, rate > 0 && left < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(left) : null, percent, Restarts));
        }
    }
}

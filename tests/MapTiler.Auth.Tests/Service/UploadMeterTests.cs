using MapTiler.Service;

namespace MapTiler.Tests.Service;

public sealed class UploadMeterTests
{
    private readonly PassingTimeProvider _time = new();
    private readonly List<UploadProgress> _reports = [];

    [Fact]
    public void Rate_includes_only_the_bytes_sent_since_the_start()
    {
        var meter = Meter(total: 1000);

        meter.Start(600, isRestart: false);
        _time.Advance(TimeSpan.FromSeconds(10));
        meter.Add(100);
        meter.Report(IngestState.Processing, 40);

        Assert.Equal(
        [
            (IngestState.Upload, 600, 1000, 0, null, null),
            (IngestState.Upload, 700, 1000, 10, TimeSpan.FromSeconds(30), null),
            (IngestState.Processing, 700, 1000, 10, TimeSpan.FromSeconds(30), 40),
        ], _reports.Select(report => (report.State, report.BytesSent, report.TotalBytes, report.BytesPerSecond, report.Remaining, report.ProcessingPercent)));
        Assert.Equal("processing: 700 of 1000 bytes, processing 40 %", _reports[^1].ToString());
    }

    [Fact]
    public void Progress_is_reported_at_most_ten_times_a_second()
    {
        var meter = Meter(total: 1000);

        for (var i = 0; i < 20; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(50));
            meter.Add(1);
        }

        Assert.Equal([2, 4, 6, 8, 10, 12, 14, 16, 18, 20], _reports.Select(report => report.BytesSent));
    }

    [Fact]
    public void Restart_resets_the_bytes_sent_and_is_counted()
    {
        var meter = Meter(total: 1000);

        meter.Start(0, isRestart: false);
        meter.Add(900);
        meter.Start(0, isRestart: true);

        Assert.Equal([(0, 0), (0, 1)], _reports.Select(report => (report.BytesSent, report.Restarts)));
    }

    [Fact]
    public void Remaining_time_beyond_TimeSpan_MaxValue_is_null()
    {
        var meter = Meter(total: long.MaxValue);

        meter.Start(0, isRestart: false);
        _time.Advance(TimeSpan.FromHours(1));
        meter.Add(1);

        Assert.Null(_reports[^1].Remaining);
    }

    private UploadMeter Meter(long total) => new(total, new Reports(_reports), _time);

    private sealed class Reports(List<UploadProgress> reports) : IProgress<UploadProgress>
    {
        public void Report(UploadProgress value) => reports.Add(value);
    }
}

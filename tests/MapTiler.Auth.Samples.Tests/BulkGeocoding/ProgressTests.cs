using BulkGeocoding;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Samples.Tests.BulkGeocoding;

public sealed class ProgressTests
{
    private static readonly string[] Found = ["8.5", "47.4", "Zürich", "municipality", "1", ""];
    private static readonly string[] Failed = ["", "", "", "", "", "Timeout: late"];

    [Fact]
    public void Report_to_a_redirected_output_writes_a_line_every_ten_seconds()
    {
        var output = Report(isInteractive: false);

        Assert.Equal("1,000 of 4,000 rows (25 %), 100 rows/s, 00:00:30 left, 1 failed\n1,200 of 4,000 rows (30 %), 100 rows/s, 00:00:28 left, 1 failed\n", output);
    }

    [Fact]
    public void Report_to_a_terminal_overwrites_one_line()
    {
        var output = Report(isInteractive: true);

        Assert.StartsWith("\r200 of 4,000 rows (5 %), 100 rows/s, 00:00:38 left, 0 failed", output, StringComparison.Ordinal);
        Assert.Equal(1, output.Count(c => c == '\n'));
        Assert.EndsWith("\n", output, StringComparison.Ordinal);
    }

    /// <summary>Reports the progress of 12 seconds with 100 rows per second.</summary>
    private static string Report(bool isInteractive)
    {
        var time = new FakeTimeProvider();
        var tally = new Tally();
        using var error = new StringWriter { NewLine = "\n" };
        var progress = new Progress(new Terminal(TextWriter.Null, error, isInteractive), tally, 4000, time);
        for (var second = 2; second <= 12; second += 2)
        {
            time.Advance(TimeSpan.FromSeconds(2));
            for (var row = 0; row < 200; row++)
                tally.Add(second == 10 && row == 0 ? Failed : Found);
            progress.Report();
        }

        progress.Finish();
        return error.ToString();
    }
}

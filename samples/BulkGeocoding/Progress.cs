using System.Globalization;

namespace BulkGeocoding;

/// <summary>Writes the progress: on one line that is overwritten, or on a new line every ten seconds if the output is redirected.</summary>
internal sealed class Progress(Terminal terminal, Tally tally, long total, TimeProvider time)
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1); // the rate of the first rows is not meaningful
    private static readonly TimeSpan Rewrite = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan NextLine = TimeSpan.FromSeconds(10);

    private readonly long _started = time.GetTimestamp();
    private readonly long _before = tally.Rows;
    private long _reported = time.GetTimestamp();

    public void Report()
    {
        if (time.GetElapsedTime(_started) < Delay || time.GetElapsedTime(_reported) < (terminal.IsInteractive ? Rewrite : NextLine))
            return;
        _reported = time.GetTimestamp();
        Write();
    }

    /// <summary>Writes the final progress and a line break.</summary>
    public void Finish()
    {
        Write();
        if (terminal.IsInteractive)
            terminal.Error.WriteLine();
    }

    private void Write()
    {
        if (terminal.IsInteractive)
            terminal.Error.Write("\r" + Format().PadRight(78));
        else
            terminal.Error.WriteLine(Format());
    }

    private string Format()
    {
        var rate = (tally.Rows - _before) / Math.Max(time.GetElapsedTime(_started).TotalSeconds, 0.001);
        var left = rate > 0 ? TimeSpan.FromSeconds(Math.Ceiling(Math.Min((total - tally.Rows) / rate, 359_999))) : TimeSpan.Zero;
        return string.Create(CultureInfo.InvariantCulture,
            $"{tally.Rows:N0} of {total:N0} rows ({100.0 * tally.Rows / total:0} %), {rate:N0} rows/s, {(int)left.TotalHours:00}:{left:mm\\:ss} left, {tally.Failed:N0} failed");
    }
}

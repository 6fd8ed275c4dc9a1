using System.Globalization;

namespace BulkGeocoding;

/// <summary>Says how far the rows are: on one line that changes, or on a line now and then if the output is redirected.</summary>
internal sealed class Progress(Terminal terminal, Tally tally, long total, TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1); // a rate of the first rows means nothing
    private static readonly TimeSpan Rewrite = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan NextLine = TimeSpan.FromSeconds(10);

    private readonly long _started = time.GetTimestamp();
    private readonly long _before = tally.Rows;
    private long _reported = time.GetTimestamp();

    public void Report()
    {
        if (time.GetElapsedTime(_started) < First || time.GetElapsedTime(_reported) < (terminal.IsInteractive ? Rewrite : NextLine))
            return;
        _reported = time.GetTimestamp();
        Write();
    }

    /// <summary>Says it a last time and ends the line.</summary>
    public void Finish()
    {
        Write();
        if (terminal.IsInteractive)
            terminal.Error.WriteLine();
    }

    private void Write()
    {
        if (terminal.IsInteractive)
            terminal.Error.Write("\r" + Text().PadRight(78));
        else
            terminal.Error.WriteLine(Text());
    }

    private string Text()
    {
        var rate = (tally.Rows - _before) / Math.Max(time.GetElapsedTime(_started).TotalSeconds, 0.001);
        var left = rate > 0 ? TimeSpan.FromSeconds(Math.Ceiling(Math.Min((total - tally.Rows) / rate, 359_999))) : TimeSpan.Zero;
        return string.Create(CultureInfo.InvariantCulture,
            $"{tally.Rows:N0} of {total:N0} rows ({100.0 * tally.Rows / total:0} %), {rate:N0} rows/s, {(int)left.TotalHours:00}:{left:mm\\:ss} left, {tally.Failed:N0} failed");
    }
}

using System.Globalization;
using MapTiler;

namespace BulkGeocoding;

/// <summary>Writes the result of the run and the next steps, and returns the exit code.</summary>
internal sealed class Summary(TextWriter output, Tally tally, OutputFiles files)
{
    public int Completed()
    {
        WriteCounts();
        WriteLine($"Written: {DisplayPath(files.Csv)} ({tally.Rows:N0} rows), {DisplayPath(files.GeoJson)} ({tally.Found:N0} points).");
        if (tally.Failed > 0)
            WriteLine($"Next: run the same command with --retry-failed. Rows with RowInvalid or InvalidRequest will fail again: correct them in a separate file.");
        if (tally.NotFound > 0)
            WriteLine($"Next: rows with an empty longitude and an empty error were not found. Check the spelling, or use less strict options (--country, --min-relevance) with another --out.");
        return tally.Failed == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    /// <param name="total">The number of rows.</param>
    /// <param name="failure">The error that stopped the run; <see langword="null"/> if it was interrupted.</param>
    public int Stopped(long total, MapTilerException? failure)
    {
        WriteCounts();
        if (failure is not null)
            WriteLine($"Stopped, because all remaining rows would fail too: {failure.Reason}. {failure.Message}");
        WriteLine($"{total - tally.Rows:N0} rows remain. Run the same command again to continue. Completed rows are not sent again.");
        return failure is null ? ExitCode.Interrupted : ExitCode.SomeFailed;
    }

    private void WriteCounts()
    {
        WriteLine($"{tally.Rows:N0} rows: {tally.Found:N0} found, {tally.NotFound:N0} not found, {tally.Failed:N0} failed.");
        foreach (var (reason, count, example) in tally.Failures)
            WriteLine($"  {count:N0} x {reason}: {example}");
    }

    private void WriteLine(FormattableString message) => output.WriteLine(message.ToString(CultureInfo.InvariantCulture));

    private static string DisplayPath(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}

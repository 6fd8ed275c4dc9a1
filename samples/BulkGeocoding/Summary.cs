using System.Globalization;
using MapTiler;

namespace BulkGeocoding;

/// <summary>Says how it ended and what to do next, and answers the exit code.</summary>
internal sealed class Summary(TextWriter output, Tally tally, OutputFiles files)
{
    public int Completed()
    {
        Counts();
        Line($"Written: {Shown(files.Csv)} ({tally.Rows:N0} rows), {Shown(files.GeoJson)} ({tally.Found:N0} points).");
        if (tally.Failed > 0)
            Line($"Next: run the same command with --retry-failed. It cannot help rows that are RowInvalid or InvalidRequest: put those, mended, into a file of their own.");
        if (tally.NothingFound > 0)
            Line($"Next: where longitude and error are both empty nothing was found: check the spelling, or ask less strictly (--country, --min-relevance) with another --out.");
        return tally.Failed == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    /// <param name="total">How many rows there are.</param>
    /// <param name="failure">Why, if it was not a person.</param>
    public int Stopped(long total, MapTilerException? failure)
    {
        Counts();
        if (failure is not null)
            Line($"Stopped, because every further row would fail, too: {failure.Reason}. {failure.Message}");
        Line($"{total - tally.Rows:N0} rows are left. Run the same command again to continue: what is written is not sent again.");
        return failure is null ? ExitCode.Interrupted : ExitCode.SomeFailed;
    }

    private void Counts()
    {
        Line($"{tally.Rows:N0} rows: {tally.Found:N0} found, {tally.NothingFound:N0} nothing found, {tally.Failed:N0} failed.");
        foreach (var (reason, count, example) in tally.Failures)
            Line($"  {count:N0} x {reason}: {example}");
    }

    private void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}

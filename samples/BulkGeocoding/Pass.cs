using MapTiler;
using MapTiler.Geocoding;

namespace BulkGeocoding;

/// <summary>Brings rows through, from the first one that has no result yet.</summary>
internal sealed class Pass(GeocodingClient client, Arguments arguments, InputFile input, Terminal terminal)
{
    /// <param name="path">Where the results are, or will be.</param>
    /// <param name="rows">All rows.</param>
    /// <param name="total">How many there are.</param>
    /// <param name="stopping">Stops in order.</param>
    /// <returns>What became of the rows that are done, and what ended the pass before its time.</returns>
    /// <exception cref="UsageException">The results that are there belong to other rows.</exception>
    public async Task<(Tally Tally, MapTilerException? Failure)> RunAsync(string path, IEnumerable<InputRow> rows, long total, CancellationToken stopping)
    {
        using var results = new ResultsWriter(path, input);
        var tally = DoneRows.Read(path, input, rows) ?? throw new UsageException(
            $"'{path}' holds results of other rows: it was made from another file, or the input has changed. Delete it to start anew, or choose another --out.");
        if (tally.Rows > 0)
            terminal.Say($"{tally.Rows:N0} of {total:N0} rows are done already; {(tally.Rows < total ? "continuing behind them" : "nothing is left to send")}.");
        if (tally.Rows == total)
            return (tally, null);

        var progress = new Progress(terminal, tally, total, TimeProvider.System);
        var failure = await new GeocodingRun(client, arguments, tally, progress).RunAsync(rows.Skip(checked((int)tally.Rows)), results, stopping);
        progress.Finish();
        return (tally, failure);
    }
}

using MapTiler;
using MapTiler.Geocoding;

namespace BulkGeocoding;

/// <summary>Geocodes all rows that have no result yet.</summary>
internal sealed class Pass(GeocodingClient client, Arguments arguments, InputFile input, Terminal terminal)
{
    /// <param name="path">The path of the results.</param>
    /// <param name="rows">All rows.</param>
    /// <param name="total">The number of rows.</param>
    /// <param name="stopping">Stops gracefully.</param>
    /// <returns>The counts of the completed rows, and the error that stopped the pass.</returns>
    /// <exception cref="UsageException">The existing results belong to other rows.</exception>
    public async Task<(Tally Tally, MapTilerException? Failure)> RunAsync(string path, IEnumerable<InputRow> rows, long total, CancellationToken stopping)
    {
        using var results = new ResultsWriter(path, input);
        var tally = CompletedRows.Read(path, input, rows) ?? throw new UsageException(
            $"'{path}' contains results of other rows: it was created from another file, or the input has changed. Delete it to start again, or choose another --out.");
        if (tally.Rows > 0)
            terminal.WriteStatus($"{tally.Rows:N0} of {total:N0} rows are completed already; {(tally.Rows < total ? "continuing with the next one" : "no rows remain")}.");
        if (tally.Rows == total)
            return (tally, null);

        var progress = new Progress(terminal, tally, total, TimeProvider.System);
        var failure = await new GeocodingRun(client, arguments, tally, progress).RunAsync(rows.Skip(checked((int)tally.Rows)), results, stopping);
        progress.Finish();
        return (tally, failure);
    }
}

using System.Collections.Concurrent;
using MapTiler;
using MapTiler.Geocoding;

namespace BulkGeocoding;

/// <summary>Geocodes rows and writes the results in the order of the rows.</summary>
internal sealed class GeocodingRun(GeocodingClient client, Arguments arguments, Tally tally, Progress progress)
{
    private readonly ConcurrentQueue<InputRow> _pending = new();

    /// <param name="rows">The rows that are not completed.</param>
    /// <param name="results">The output.</param>
    /// <param name="stopping">Stops sending rows, but waits for the pending responses, because they are billed.</param>
    /// <returns>The error that stopped the run because all remaining rows would fail too; <see langword="null"/> if there was none.</returns>
    public async Task<MapTilerException?> RunAsync(IEnumerable<InputRow> rows, ResultsWriter results, CancellationToken stopping)
    {
        await foreach (var result in client.BatchAsync(Queries(rows, stopping), SearchOptions.Create(arguments), arguments.Concurrency, CancellationToken.None))
        {
            _pending.TryDequeue(out var row);
            var outcome = Outcome.Create(row!, result, arguments.MinRelevance);
            if (outcome.StopsTheRun)
                return outcome.Failure;

            results.Write([.. row!.Fields, .. outcome.Fields]);
            tally.Add(outcome.Fields);
            progress.Report();
        }

        return null;
    }

    private IEnumerable<GeocodingQuery> Queries(IEnumerable<InputRow> rows, CancellationToken stopping)
    {
        foreach (var row in rows)
        {
            if (stopping.IsCancellationRequested)
                yield break;
            _pending.Enqueue(row);
            yield return row.Query; // an empty query is completed without a request
        }
    }
}

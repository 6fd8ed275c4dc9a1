using System.Collections.Concurrent;
using MapTiler;
using MapTiler.Geocoding;

namespace BulkGeocoding;

/// <summary>Sends rows and writes what comes back, in the order of the rows.</summary>
internal sealed class GeocodingRun(GeocodingClient client, Arguments arguments, Tally tally, Progress progress)
{
    private readonly ConcurrentQueue<InputRow> _underWay = new();

    /// <param name="rows">The rows that are not done.</param>
    /// <param name="results">Where to write.</param>
    /// <param name="stopping">Sends nothing more, but waits for the answers under way: they are paid for.</param>
    /// <returns>What ended the run before its time, if no other row could succeed either.</returns>
    public async Task<MapTilerException?> RunAsync(IEnumerable<InputRow> rows, ResultsWriter results, CancellationToken stopping)
    {
        await foreach (var result in client.BatchAsync(Queries(rows, stopping), SearchOptions.Of(arguments), arguments.Concurrency, CancellationToken.None))
        {
            _underWay.TryDequeue(out var row);
            var outcome = Outcome.Of(row!, result, arguments.MinRelevance);
            if (outcome.EndsTheRun)
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
            _underWay.Enqueue(row);
            yield return row.Query; // an empty one is answered at once, without a request
        }
    }
}

using MapTiler.Geocoding;

namespace MapTiler.Tool.Geocoding;

/// <summary>What is geocoded, and where the results are written.</summary>
internal sealed record FileGeocodingOptions
{
    public required string Input { get; init; }

    public required string Output { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    public bool IsReverse { get; init; }

    public char? Separator { get; init; }

    public required GeocodingSearchOptions Search { get; init; }

    public int Concurrency { get; init; }

    /// <summary>The minimum relevance from 0 to 1. A row whose best result is less relevant counts as not found.</summary>
    public double MinRelevance { get; init; }

    public string Rejects => Path.ChangeExtension(Output, ".rejected.csv");

    public string Stored => Output + ".progress";

    /// <summary>The files that are written before they replace <see cref="Output"/> and <see cref="Rejects"/>.</summary>
    public (string Output, string Rejects) Temporary => (Output + ".tmp", Rejects + ".tmp");
}

/// <summary>
/// Geocodes the rows of a file. Different queries are sent once, and their results are stored next to the output until all rows have one. The
/// output is written from the stored results at the end, so that it is complete and in order no matter how often the run was interrupted.
/// </summary>
internal sealed class FileGeocoding
{
    /// <summary>After as many failures without a success in between, the remaining rows would fail, too.</summary>
    private const int MaxConsecutiveFailures = 100;

    private readonly FileGeocodingOptions _options;
    private readonly CsvFile _file;
    private readonly InputRows _rows;
    private readonly HashSet<UInt128> _missing = [];
    private readonly Dictionary<UInt128, string> _failed = [];

    /// <exception cref="UsageException">The input or the output is not valid.</exception>
    public FileGeocoding(FileGeocodingOptions options)
    {
        _options = options;
        _file = new(options.Input, options.Separator);
        _rows = new(_file, options.Columns, options.IsReverse);
    }

    /// <summary>The number of queries that got a result in this run. Each is billed.</summary>
    public long Requests { get; private set; }

    /// <exception cref="UsageException">The output exists, or a file that is written is the input.</exception>
    public void CheckOutput(Session session)
    {
        var comparer = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        string[] written = [_options.Output, _options.Rejects, _options.Stored, _options.Temporary.Output, _options.Temporary.Rejects];
        if (written.Select(Path.GetFullPath).Contains(Path.GetFullPath(_options.Input), comparer))
            throw new UsageException($"The results, or the rejected rows beside them, would overwrite the input '{_options.Input}'. Choose another --output.");
        if (!File.Exists(_options.Stored))
            SafeFile.CheckIsNew(session, _options.Output);
    }

    /// <summary>Opens the results of an earlier run that was interrupted.</summary>
    /// <exception cref="UsageException">They are those of another input or other options.</exception>
    public ResultStore OpenStore(string settings) => new(_options.Stored, $"{settings} {Path.GetFullPath(_options.Input)}");

    /// <summary>Returns the number of different queries that have no result yet. It reads the whole file, so that an error in it is reported before a request is billed.</summary>
    /// <exception cref="UsageException">The file has no rows, or is not valid.</exception>
    public int Plan(ResultStore store, CancellationToken cancellationToken)
    {
        var count = 0L;
        foreach (var row in _rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            count++;
            if (row.Problem is null && !store.Contains(row.Key))
                _missing.Add(row.Key);
        }

        return count > 0 ? _missing.Count : throw new UsageException($"'{_options.Input}' contains column names but no rows. Add the rows to geocode.");
    }

    /// <summary>Sends the queries that have no result yet.</summary>
    /// <param name="client">The client.</param>
    /// <param name="store">Gets the results.</param>
    /// <param name="report">Called after each result.</param>
    /// <param name="stopping">Stops sending, but waits for the pending responses, because they are billed.</param>
    /// <exception cref="MapTilerException">The remaining queries would fail, too.</exception>
    /// <exception cref="OperationCanceledException">Queries remain, because sending was stopped.</exception>
    public async Task SendAsync(GeocodingClient client, ResultStore store, Action report, CancellationToken stopping)
    {
        var (stored, failures) = (0, 0);
        MapTilerException? failure = null;
        await foreach (var result in client.BatchAsync(Queries(stopping), _options.Search, _options.Concurrency, CancellationToken.None).ConfigureAwait(false))
        {
            if (result.Error is null || IsRejection(result.Error))
            {
                store.Add(InputRow.KeyOf(result.Query), StoredResult.Create(result));
                stored++;
            }
            else
            {
                _failed[InputRow.KeyOf(result.Query)] = result.Error.Message;
                failure = result.Error;
            }

            failures = result.Error is null ? 0 : failures + 1;
            Requests += result.Error is null ? 1 : 0;
            if (failures >= MaxConsecutiveFailures)
                throw result.Error!;
            report();
        }

        if (failure is not null && stored == 0)
            throw failure;
        if (_missing.Count > 0)
            stopping.ThrowIfCancellationRequested();
    }

    /// <summary>Writes the output, and the rejected and failed rows if there are any. The stored results are deleted if there are none.</summary>
    public FileGeocodingSummary Write(ResultStore store, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, long>();
        var (output, rejects) = _options.Temporary;
        try
        {
            using (var writer = CreateWriter(File.Create(output)))
            using (var rejectWriter = new RejectWriter(rejects, _file))
            {
                foreach (var row in _rows.Read())
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var result = ResultOf(row, store);
                    counts[result.Status] = counts.GetValueOrDefault(result.Status) + 1;
                    writer.Write(result);
                    if (result.Reason is not null)
                        rejectWriter.Write(result);
                }
            }

            File.Delete(_options.Rejects);
            if (File.Exists(rejects))
                File.Move(rejects, _options.Rejects);
            File.Move(output, _options.Output, overwrite: true);
        }
        finally
        {
            File.Delete(output);
            File.Delete(rejects);
        }

        var summary = new FileGeocodingSummary
        {
            Rows = counts.Values.Sum(),
            Found = counts.GetValueOrDefault(RowResult.Found),
            NotFound = counts.GetValueOrDefault(RowResult.NotFound),
            Rejected = counts.GetValueOrDefault(RowResult.Rejected),
            Failed = counts.GetValueOrDefault(RowResult.Failed),
            Requests = Requests,
            Output = _options.Output,
            Rejects = File.Exists(_options.Rejects) ? _options.Rejects : null,
        };
        if (summary.Rejects is null)
            store.Clear();
        return summary;
    }

    /// <summary>Whether the query itself is rejected, by the service or because it cannot be sent, so that it would be rejected again.</summary>
    private static bool IsRejection(MapTilerException error) => (int?)error.StatusCode is null or 400 or 404 or 413 or 414
        && error.Reason is MapTilerErrorReason.InvalidRequest or MapTilerErrorReason.NotFound or MapTilerErrorReason.UriTooLong;

    private IEnumerable<GeocodingQuery> Queries(CancellationToken stopping)
    {
        foreach (var row in _rows.Read())
        {
            if (stopping.IsCancellationRequested)
                yield break;
            if (row.Problem is null && _missing.Remove(row.Key))
                yield return row.Query;
        }
    }

    private RowResult ResultOf(InputRow row, ResultStore store)
    {
        if (row.Problem is not null)
            return new(row, RowResult.Rejected, null, row.Problem);
        if (_failed.TryGetValue(row.Key, out var failure))
            return new(row, RowResult.Failed, null, failure);
        var result = store[row.Key];
        if (result.Rejection is not null)
            return new(row, RowResult.Rejected, null, result.Rejection);
        return result.Relevance >= _options.MinRelevance ? new(row, RowResult.Found, result, null) : new(row, RowResult.NotFound, null, null);
    }

    private IResultWriter CreateWriter(Stream output) =>
        Path.GetExtension(_options.Output).ToUpperInvariant() is ".GEOJSON" or ".JSON" ? new GeoJsonResultWriter(output, _file) : new CsvResultWriter(output, _file);
}

/// <summary>The counts of the rows, and the files that were written.</summary>
internal sealed record FileGeocodingSummary
{
    public long Rows { get; init; }

    public long Found { get; init; }

    public long NotFound { get; init; }

    public long Rejected { get; init; }

    public long Failed { get; init; }

    /// <summary>The number of requests of this run, which are billed.</summary>
    public long Requests { get; init; }

    public required string Output { get; init; }

    /// <summary>The file with the rejected and failed rows; <see langword="null"/> if there are none.</summary>
    public string? Rejects { get; init; }
}

namespace BulkGeocoding;

/// <summary>Counts the results of the rows.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, (long Count, string Example)> _failures = [];

    public long Found { get; private set; }

    public long NotFound { get; private set; }

    public long Failed { get; private set; }

    public long Rows => Found + NotFound + Failed;

    /// <summary>The failures grouped by reason, most frequent first, with the message of the first row.</summary>
    public IEnumerable<(string Reason, long Count, string Example)> Failures =>
        _failures.OrderByDescending(f => f.Value.Count).Select(f => (f.Key, f.Value.Count, f.Value.Example));

    /// <param name="fields">The fields of <see cref="ResultColumns"/>.</param>
    public void Add(ReadOnlySpan<string> fields)
    {
        if (fields[ResultColumns.Error].Length > 0)
            AddFailure(fields[ResultColumns.Error]);
        else if (fields[ResultColumns.Longitude].Length > 0)
            Found++;
        else
            NotFound++;
    }

    private void AddFailure(string error)
    {
        Failed++;
        var parts = error.Split(": ", 2);
        var previous = _failures.GetValueOrDefault(parts[0], (Count: 0, Example: parts[^1]));
        _failures[parts[0]] = (previous.Count + 1, previous.Example);
    }
}

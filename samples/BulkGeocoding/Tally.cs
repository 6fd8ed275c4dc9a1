namespace BulkGeocoding;

/// <summary>Counts what became of the rows.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, (long Count, string Example)> _failures = [];

    public long Found { get; private set; }

    public long NothingFound { get; private set; }

    public long Failed { get; private set; }

    public long Rows => Found + NothingFound + Failed;

    /// <summary>The failures by their reason, most first, each with the message of its first row.</summary>
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
            NothingFound++;
    }

    private void AddFailure(string error)
    {
        Failed++;
        var parts = error.Split(": ", 2);
        var known = _failures.GetValueOrDefault(parts[0], (Count: 0, Example: parts[^1]));
        _failures[parts[0]] = (known.Count + 1, known.Example);
    }
}

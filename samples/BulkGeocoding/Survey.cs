namespace BulkGeocoding;

/// <summary>Reads the whole input before anything is paid, and compares it with the results that are there.</summary>
/// <param name="Rows">How many rows the input has.</param>
/// <param name="Done">What became of those that are done: the first ones.</param>
internal sealed record Survey(long Rows, Tally Done)
{
    /// <exception cref="UsageException">The results belong to another file, or the input cannot be read to its end.</exception>
    public static Survey Take(InputFile input, string results)
    {
        using var file = new CsvFile(results, input.Separator);
        if (!file.Header.SequenceEqual(ResultColumns.After(input.Header)))
            throw Foreign(results);

        var done = new Tally();
        var rows = 0L;
        using var there = file.ReadRows().GetEnumerator();
        foreach (var row in input.ReadRows())
        {
            rows++;
            if (done.Rows + 1 < rows || !there.MoveNext())
                continue;
            if (there.Current.Length != file.Header.Count || !row.Fields.AsSpan().SequenceEqual(there.Current.AsSpan(0, row.Fields.Length)))
                throw Foreign(results);
            done.Add(there.Current.AsSpan(row.Fields.Length));
        }

        if (rows == 0)
            throw new UsageException("The file names columns but has no rows.");
        return there.MoveNext() ? throw Foreign(results) : new Survey(rows, done);
    }

    private static UsageException Foreign(string results) =>
        new($"'{results}' holds results of other rows: it was made from another file, or the input has changed. Delete it to start anew, or choose another --out.");
}

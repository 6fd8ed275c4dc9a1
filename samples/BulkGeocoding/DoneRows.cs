namespace BulkGeocoding;

/// <summary>Compares results that are there with the input, row by row.</summary>
internal static class DoneRows
{
    /// <returns>What became of the rows that are done: the first ones of the input.</returns>
    /// <exception cref="UsageException">The results belong to another file.</exception>
    public static Tally Read(string results, InputFile input)
    {
        using var file = new CsvFile(results, input.Separator);
        if (!file.Header.SequenceEqual(ResultColumns.After(input.Header)))
            throw Foreign(results);

        var done = new Tally();
        using var rows = input.ReadRows().GetEnumerator();
        foreach (var fields in file.ReadRows())
        {
            if (fields.Length != file.Header.Count || !rows.MoveNext() || !fields.AsSpan(0, input.Header.Count).SequenceEqual(rows.Current.Fields))
                throw Foreign(results);
            done.Add(fields.AsSpan(input.Header.Count));
        }

        return done;
    }

    private static UsageException Foreign(string results) =>
        new($"'{results}' holds results of other rows: it was made from another file, or the input has changed. Delete it to start anew, or choose another --out.");
}

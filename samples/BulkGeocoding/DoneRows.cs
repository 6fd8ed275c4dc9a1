namespace BulkGeocoding;

/// <summary>Compares results that are there with the rows that they answer.</summary>
internal static class DoneRows
{
    /// <param name="results">The path of the results.</param>
    /// <param name="input">The file that the rows are from.</param>
    /// <param name="rows">The rows in their order.</param>
    /// <returns>What became of the rows that are done, the first ones; <see langword="null"/> if the results belong to other rows.</returns>
    public static Tally? Read(string results, InputFile input, IEnumerable<InputRow> rows)
    {
        using var file = new CsvFile(results, input.Separator);
        if (!file.Header.SequenceEqual(ResultColumns.After(input.Header)))
            return null;

        var done = new Tally();
        using var row = rows.GetEnumerator();
        foreach (var fields in file.ReadRows())
        {
            if (fields.Length != file.Header.Count || !row.MoveNext() || !fields.AsSpan(0, input.Header.Count).SequenceEqual(row.Current.Fields))
                return null;
            done.Add(fields.AsSpan(input.Header.Count));
        }

        return done;
    }
}

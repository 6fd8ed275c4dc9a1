namespace BulkGeocoding;

/// <summary>Compares existing results with the rows of the input.</summary>
internal static class CompletedRows
{
    /// <param name="results">The path of the results.</param>
    /// <param name="input">The input file.</param>
    /// <param name="rows">The rows of the input, in order.</param>
    /// <returns>The counts of the rows that are completed, which are the first ones; <see langword="null"/> if the results belong to other rows.</returns>
    public static Tally? Read(string results, InputFile input, IEnumerable<InputRow> rows)
    {
        using var file = new CsvFile(results, input.Separator);
        if (!file.Header.SequenceEqual(ResultColumns.AppendTo(input.Header)))
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

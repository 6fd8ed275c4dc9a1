namespace BulkGeocoding;

/// <summary>The rows of finished results that failed, to be sent once more.</summary>
internal sealed class FailedRows(InputFile input, OutputFiles files)
{
    /// <summary>The rows in their order, from the input: the results do not hold what was wrong with a row.</summary>
    public IEnumerable<InputRow> Read() => Pairs().Where(pair => IsFailed(pair.Result)).Select(pair => pair.Row);

    /// <summary>Deletes the second results if they have been merged already, which is so if they are not of these rows.</summary>
    public void DiscardMerged()
    {
        if (!File.Exists(files.Retry))
            return;
        using (new ResultsWriter(files.Retry, input)) // cuts off a row that was not completed
        {
        }

        if (DoneRows.Read(files.Retry, input, Read()) is null)
            File.Delete(files.Retry);
    }

    /// <summary>Puts the second results in the places of the failed ones. Killed at any moment, it can be repeated.</summary>
    public void Merge()
    {
        var merged = files.Csv + ".tmp";
        File.Delete(merged);
        using (var writer = new ResultsWriter(merged, input))
        using (var second = new CsvFile(files.Retry, input.Separator))
        {
            using var answers = second.ReadRows().GetEnumerator();
            foreach (var (_, result) in Pairs())
                writer.Write(IsFailed(result) && answers.MoveNext() ? answers.Current : result);
        }

        File.Move(merged, files.Csv, overwrite: true);
        File.Delete(files.Retry);
    }

    private static bool IsFailed(string[] result) => result[^(ResultColumns.Count - ResultColumns.Error)].Length > 0;

    private IEnumerable<(InputRow Row, string[] Result)> Pairs()
    {
        using var results = new CsvFile(files.Csv, input.Separator);
        foreach (var pair in input.ReadRows().Zip(results.ReadRows()))
            yield return pair;
    }
}

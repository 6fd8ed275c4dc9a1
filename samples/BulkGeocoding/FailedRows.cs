namespace BulkGeocoding;

/// <summary>The failed rows of completed results, which are sent again.</summary>
internal sealed class FailedRows(InputFile input, OutputFiles files)
{
    /// <summary>Reads the failed rows in order from the input, because the results do not contain the problem of a row.</summary>
    public IEnumerable<InputRow> Read() => Pairs().Where(pair => IsFailed(pair.Result)).Select(pair => pair.Row);

    /// <summary>Deletes the results of the retry if they were merged already. In that case they do not match the failed rows.</summary>
    public void DiscardMerged()
    {
        if (!File.Exists(files.Retry))
            return;
        using (new ResultsWriter(files.Retry, input)) // truncates an incomplete row
        {
        }

        if (CompletedRows.Read(files.Retry, input, Read()) is null)
            File.Delete(files.Retry);
    }

    /// <summary>Replaces the failed results with the results of the retry. If it is killed, it can be run again.</summary>
    public void Merge()
    {
        var merged = files.Csv + ".tmp";
        File.Delete(merged);
        using (var writer = new ResultsWriter(merged, input))
        using (var retry = new CsvFile(files.Retry, input.Separator))
        {
            using var retried = retry.ReadRows().GetEnumerator();
            foreach (var (_, result) in Pairs())
                writer.Write(IsFailed(result) && retried.MoveNext() ? retried.Current : result);
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

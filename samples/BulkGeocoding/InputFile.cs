namespace BulkGeocoding;

/// <summary>The file to geocode.</summary>
internal sealed class InputFile
{
    private const char None = '\u001f'; // stands in no text

    private readonly string _path;
    private readonly char _separator;
    private readonly int _query;

    private InputFile(CsvFile file, string path, string column)
    {
        _path = path;
        _query = Array.IndexOf([.. file.Header], column);
        Header = file.Header;
        _separator = Header.Count == 1 ? None : file.Separator; // a list of addresses needs no quotes around its commas
        Separator = Header.Count == 1 ? ',' : file.Separator;
        HasByteOrderMark = file.HasByteOrderMark;
    }

    public IReadOnlyList<string> Header { get; }

    /// <summary>What stands between two fields of the results.</summary>
    public char Separator { get; }

    public bool HasByteOrderMark { get; }

    /// <exception cref="UsageException">The file is not there, or its header does not do.</exception>
    public static InputFile Open(string path, string column)
    {
        using var file = new CsvFile(path);
        var columns = string.Join(", ", file.Header.Select(name => $"'{name}'"));
        if (file.Header.GroupBy(name => name).FirstOrDefault(names => names.Count() > 1) is { } twice)
            throw new UsageException($"'{path}' names the column '{twice.Key}' twice. Its columns are {columns}. Rename one of them.");
        if (!file.Header.Contains(column))
            throw new UsageException($"'{path}' has no column '{column}'. Its columns are {columns}. Name one of them with --column.");
        return new InputFile(file, path, column);
    }

    /// <summary>Reads to the end, so that what is wrong with the file is known before anything is paid.</summary>
    /// <exception cref="UsageException">The file has no rows, or is no CSV in UTF-8.</exception>
    public long CountRows() =>
        ReadRows().LongCount() is > 0 and var count ? count : throw new UsageException($"'{_path}' names columns but has no rows.");

    /// <summary>All rows, read as they are needed.</summary>
    public IEnumerable<InputRow> ReadRows()
    {
        using var file = new CsvFile(_path, _separator);
        foreach (var fields in file.ReadRows())
            yield return Row(fields);
    }

    private InputRow Row(string[] fields)
    {
        var given = fields.Length;
        Array.Resize(ref fields, Header.Count);
        for (var i = given; i < fields.Length; i++)
            fields[i] = "";

        if (given > Header.Count)
            return new InputRow(fields, "", $"The row has {given} fields, the header {Header.Count}. Put quotes around text that holds a '{Separator}'.");
        return string.IsNullOrWhiteSpace(fields[_query])
            ? new InputRow(fields, "", "There is nothing to search for: the column is empty.")
            : new InputRow(fields, fields[_query], null);
    }
}

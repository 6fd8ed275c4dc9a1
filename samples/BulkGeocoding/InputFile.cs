namespace BulkGeocoding;

/// <summary>The CSV file that is geocoded.</summary>
internal sealed class InputFile
{
    private const char None = '\u001f'; // a control character that is not used in CSV files

    private readonly string _path;
    private readonly char _separator;
    private readonly int _query;

    private InputFile(CsvFile file, string path, string column)
    {
        _path = path;
        _query = Array.IndexOf([.. file.Header], column);
        Header = file.Header;
        _separator = Header.Count == 1 ? None : file.Separator; // a file with one column may contain commas without quotes
        Separator = Header.Count == 1 ? ',' : file.Separator;
        HasByteOrderMark = file.HasByteOrderMark;
    }

    public IReadOnlyList<string> Header { get; }

    /// <summary>The separator of the fields in the results.</summary>
    public char Separator { get; }

    public bool HasByteOrderMark { get; }

    /// <exception cref="UsageException">The file does not exist, or its header is not valid.</exception>
    public static InputFile Open(string path, string column)
    {
        using var file = new CsvFile(path);
        var columns = string.Join(", ", file.Header.Select(name => $"'{name}'"));
        if (file.Header.GroupBy(name => name).FirstOrDefault(names => names.Count() > 1) is { } duplicate)
            throw new UsageException($"'{path}' contains the column '{duplicate.Key}' twice. Its columns are {columns}. Rename one of them.");
        if (!file.Header.Contains(column))
            throw new UsageException($"'{path}' has no column '{column}'. Its columns are {columns}. Select one of them with --column.");
        return new InputFile(file, path, column);
    }

    /// <summary>Counts the rows. It reads the whole file, so that an error in it is reported before a request is billed.</summary>
    /// <exception cref="UsageException">The file has no rows, or is not a CSV file in UTF-8.</exception>
    public long CountRows() =>
        ReadRows().LongCount() is > 0 and var count ? count : throw new UsageException($"'{_path}' contains column names but no rows. Add the rows to geocode.");

    /// <summary>Reads all rows lazily.</summary>
    public IEnumerable<InputRow> ReadRows()
    {
        using var file = new CsvFile(_path, _separator);
        foreach (var fields in file.ReadRows())
            yield return Row(fields);
    }

    private InputRow Row(string[] fields)
    {
        var count = fields.Length;
        Array.Resize(ref fields, Header.Count);
        for (var i = count; i < fields.Length; i++)
            fields[i] = "";

        if (count > Header.Count)
            return new InputRow(fields, "", $"The row has {count} fields, but the header has {Header.Count}. Put quotes around values that contain a '{Separator}'.");
        return string.IsNullOrWhiteSpace(fields[_query])
            ? new InputRow(fields, "", "The query is empty. Fill in the column of this row.")
            : new InputRow(fields, fields[_query], null);
    }
}

/// <summary>A row of the input.</summary>
/// <param name="Fields">One field for each column of the header.</param>
/// <param name="Query">The query; empty if the row is not sent.</param>
/// <param name="Problem">The reason why the row is not sent; <see langword="null"/> if it is sent.</param>
internal sealed record InputRow(string[] Fields, string Query, string? Problem);

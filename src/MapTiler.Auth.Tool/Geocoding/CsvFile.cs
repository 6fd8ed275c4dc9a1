using System.Text;
using CsvHelper;

namespace MapTiler.Tool.Geocoding;

/// <summary>
/// A CSV file whose first line contains the names of the columns. It is read row by row as strict UTF-8, or as UTF-16 with a byte order mark.
/// Empty columns and rows at the end, which Excel writes, are not part of it.
/// </summary>
internal sealed class CsvFile
{
    private const int MaxRow = 1 << 20; // limits the effect of a quote that is not closed
    private const char NoSeparator = '\u001f'; // a control character that is not used in CSV files

    private readonly string _path;
    private readonly char _separator;

    /// <param name="path">The path of the file.</param>
    /// <param name="separator">The separator of the fields; <see langword="null"/> to detect a comma, semicolon, tab or vertical bar.</param>
    /// <exception cref="UsageException">The file cannot be read, or its first line does not contain the names of the columns.</exception>
    public CsvFile(string path, char? separator)
    {
        _path = path;
        HasByteOrderMark = StartsWithByteOrderMark();
        using var reader = CreateReader(separator);
        var header = Read(() => reader.Headers.ToArray());
        Columns = [.. header.Take(UsedLength(header))];
        if (Columns is [])
            throw new UsageException($"'{path}' is empty. Its first line must contain the names of the columns.");
        Separator = separator ?? (header.Length == 1 ? ',' : reader.Separator);
        _separator = separator is null && header.Length == 1 ? NoSeparator : Separator; // a file with one column may contain commas without quotes
    }

    public IReadOnlyList<string> Columns { get; }

    public char Separator { get; }

    public bool HasByteOrderMark { get; }

    /// <summary>Returns the index of a column. Its case is ignored if no column has exactly this name.</summary>
    /// <exception cref="UsageException">There is no such column, or more than one.</exception>
    public int IndexOf(string column, string option)
    {
        var columns = string.Join(", ", Columns.Select(name => $"'{name}'"));
        var comparison = Columns.Contains(column) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return Columns.Count(name => name.Equals(column, comparison)) switch
        {
            0 => throw new UsageException($"'{_path}' has no column '{column}'. Its columns are {columns}. Select one of them with {option}."),
            1 => Columns.ToList().FindIndex(name => name.Equals(column, comparison)),
            _ => throw new UsageException($"'{_path}' contains the column '{column}' more than once. Its columns are {columns}. Rename one of them."),
        };
    }

    /// <summary>Reads all rows that are not empty. A row has at least as many fields as there are columns, and more if there are more in the file.</summary>
    public IEnumerable<(long Line, string[] Fields)> ReadRows()
    {
        using var reader = CreateReader(_separator);
        while (Read(reader.Read))
        {
            var fields = new string[reader.FieldCount];
            for (var i = 0; i < fields.Length; i++)
                fields[i] = reader.GetString(i);
            var used = UsedLength(fields);
            if (used == 0)
                continue;
            var count = fields.Length;
            Array.Resize(ref fields, Math.Max(used, Columns.Count));
            if (count < fields.Length)
                fields.AsSpan(count).Fill("");
            yield return (reader.LineNumber, fields);
        }
    }

    private static int UsedLength(string[] fields) => Array.FindLastIndex(fields, field => field.Length > 0) + 1;

    private CsvReader CreateReader(char? separator) => CsvReader.Create(
        new StreamReader(Open(), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true),
        new CsvReaderOptions { Separator = separator, MaxRecordSize = MaxRow, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw });

    private FileStream Open()
    {
        try
        {
            return new(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"The file '{_path}' cannot be read: {e.Message}", e);
        }
    }

    private bool StartsWithByteOrderMark()
    {
        using var file = Open();
        Span<byte> start = stackalloc byte[3];
        var count = file.ReadAtLeast(start, 3, throwOnEndOfStream: false);
        return start.SequenceEqual(Encoding.UTF8.Preamble) || start[..Math.Min(count, 2)].SequenceEqual(Encoding.Unicode.Preamble);
    }

    private T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException e)
        {
            throw new UsageException($"'{_path}' is not a valid CSV file at line {e.LineNumber}: {e.Message} Fix that row, possibly a quote that is not closed, and run the command again.", e);
        }
        catch (DecoderFallbackException e)
        {
            throw new UsageException($"'{_path}' is not UTF-8. Save it as 'CSV UTF-8' and run the command again.", e);
        }
    }
}

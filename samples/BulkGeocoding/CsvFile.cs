using System.Text;
using CsvHelper;

namespace BulkGeocoding;

/// <summary>A CSV file with a header, which is read row by row as strict UTF-8.</summary>
internal sealed class CsvFile : IDisposable
{
    private const int MaxRow = 1 << 20; // limits the effect of a quote that is not closed

    private readonly string _path;
    private readonly CsvReader _reader;

    /// <exception cref="UsageException">The file does not exist, is empty, or is not UTF-8.</exception>
    public CsvFile(string path, char? separator = null)
    {
        if (!File.Exists(path))
            throw new UsageException($"The file '{path}' does not exist. Check the path. Relative paths start at {Environment.CurrentDirectory}.");

        _path = path;
        HasByteOrderMark = StartsWithByteOrderMark(path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite); // results are read while they are open for writing
        var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        _reader = CsvReader.Create(reader, new CsvReaderOptions
        {
            Separator = separator,
            MaxRecordSize = MaxRow,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        Header = Read(() => _reader.Headers.ToArray());
        if (Header is [] or [""])
            throw new UsageException($"'{path}' is empty. Its first line must contain the names of the columns.");
    }

    public IReadOnlyList<string> Header { get; }

    public bool HasByteOrderMark { get; }

    /// <summary>The separator of the fields. It is detected from the first lines.</summary>
    public char Separator => _reader.Separator;

    /// <summary>Reads the remaining rows. Each row has as many fields as its line.</summary>
    public IEnumerable<string[]> ReadRows()
    {
        while (Read(_reader.Read))
            yield return [.. Enumerable.Range(0, _reader.FieldCount).Select(_reader.GetString)];
    }

    public void Dispose() => _reader.Dispose();

    private static bool StartsWithByteOrderMark(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> start = stackalloc byte[3];
        return file.ReadAtLeast(start, 3, throwOnEndOfStream: false) == 3 && start.SequenceEqual(Encoding.UTF8.Preamble);
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

using System.Text;
using CsvHelper;

namespace BulkGeocoding;

/// <summary>A CSV with a header, read row by row as strict UTF-8.</summary>
internal sealed class CsvFile : IDisposable
{
    private const int MaxRow = 1 << 20; // a quote that is never closed would swallow the rest of the file

    private readonly string _path;
    private readonly CsvReader _reader;

    /// <exception cref="UsageException">The file is not there, or it is empty or no text.</exception>
    public CsvFile(string path, char? separator = null)
    {
        if (!File.Exists(path))
            throw new UsageException($"There is no file '{path}'. Check the path; a relative one starts at {Environment.CurrentDirectory}.");

        _path = path;
        HasByteOrderMark = StartsWithByteOrderMark(path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite); // results are read while they are open
        var text = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        _reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = separator,
            MaxRecordSize = MaxRow,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        Header = Checked(() => _reader.Headers.ToArray());
        if (Header is [] or [""])
            throw new UsageException($"'{path}' is empty. Its first line must name the columns.");
    }

    public IReadOnlyList<string> Header { get; }

    public bool HasByteOrderMark { get; }

    /// <summary>What stands between two fields: a comma, or what the first lines show.</summary>
    public char Separator => _reader.Separator;

    /// <summary>The rows from the present one on; each has as many fields as the line has.</summary>
    public IEnumerable<string[]> ReadRows()
    {
        while (Checked(_reader.Read))
            yield return [.. Enumerable.Range(0, _reader.FieldCount).Select(_reader.GetString)];
    }

    public void Dispose() => _reader.Dispose();

    private static bool StartsWithByteOrderMark(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> start = stackalloc byte[3];
        return file.ReadAtLeast(start, 3, throwOnEndOfStream: false) == 3 && start.SequenceEqual(Encoding.UTF8.Preamble);
    }

    private T Checked<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException e)
        {
            throw new UsageException($"'{_path}' is not a CSV at line {e.LineNumber}: {e.Message} Mend that row, perhaps a quote that is not closed, and run again.", e);
        }
        catch (DecoderFallbackException e)
        {
            throw new UsageException($"'{_path}' is not UTF-8. Save it as 'CSV UTF-8' and run again.", e);
        }
    }
}

using CsvHelper;

namespace BulkGeocoding;

/// <summary>Appends rows to the results. A row that is written is not lost if the program is killed.</summary>
internal sealed class ResultsWriter : IDisposable
{
    private readonly CsvWriter _csv;

    /// <summary>Opens the results, truncates an incomplete row, and writes the header if there is none.</summary>
    public ResultsWriter(string path, InputFile input)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        file.SetLength(CompleteRows.Measure(file));
        file.Seek(0, SeekOrigin.End);
        var isNew = file.Length == 0;
        _csv = CsvWriter.Create(file, new CsvWriterOptions { Separator = input.Separator, WriteByteOrderMark = isNew && input.HasByteOrderMark });
        if (isNew)
            Write(ResultColumns.AppendTo(input.Header));
    }

    public void Write(string[] fields)
    {
        _csv.WriteRecord(fields);
        _csv.Flush(); // writes each row to the operating system, because its request was billed
    }

    public void Dispose() => _csv.Dispose();
}

/// <summary>Determines how much of a CSV file is complete after the program that wrote it was killed.</summary>
internal static class CompleteRows
{
    /// <summary>Returns the length up to the end of the last complete row, which is a line feed outside quotes.</summary>
    public static long Measure(Stream csv)
    {
        var buffer = new byte[64 * 1024];
        var isQuoted = false;
        long complete = 0;
        long position = 0;
        for (int count; (count = csv.Read(buffer)) > 0; position += count)
        {
            for (var i = 0; i < count; i++)
            {
                if (buffer[i] == '"')
                    isQuoted = !isQuoted; // a doubled quote toggles it twice
                else if (buffer[i] == '\n' && !isQuoted)
                    complete = position + i + 1;
            }
        }

        return complete;
    }
}

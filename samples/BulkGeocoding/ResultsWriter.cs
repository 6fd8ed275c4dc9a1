using CsvHelper;

namespace BulkGeocoding;

/// <summary>Appends rows to the results. A row that is written survives the death of the program.</summary>
internal sealed class ResultsWriter : IDisposable
{
    private readonly CsvWriter _csv;

    /// <summary>Cuts off a row that was not completed, and writes the header if there is none.</summary>
    public ResultsWriter(string path, InputFile input)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        file.SetLength(CompleteRows.Measure(file));
        file.Seek(0, SeekOrigin.End);
        var isNew = file.Length == 0;
        _csv = CsvWriter.Create(file, new CsvWriterOptions { Separator = input.Separator, WriteByteOrderMark = isNew && input.HasByteOrderMark });
        if (isNew)
            Write(ResultColumns.After(input.Header));
    }

    public void Write(string[] fields)
    {
        _csv.WriteRecord(fields);
        _csv.Flush(); // to the operating system, row by row: what was paid for is kept
    }

    public void Dispose() => _csv.Dispose();
}

namespace BulkGeocoding;

/// <summary>Finds how much of a CSV is complete, after the program that wrote it was killed.</summary>
internal static class CompleteRows
{
    /// <summary>The length up to the end of the last complete row: a line feed outside quotes.</summary>
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
                    isQuoted = !isQuoted; // a doubled quote changes it twice
                else if (buffer[i] == '\n' && !isQuoted)
                    complete = position + i + 1;
            }
        }

        return complete;
    }
}

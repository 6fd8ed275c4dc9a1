namespace BulkGeocoding;

/// <summary>The files that a run writes.</summary>
internal sealed class OutputFiles(string path)
{
    /// <summary>The results: every row of the input with its result. The file is appended row by row.</summary>
    public string Csv { get; } = path + ".csv";

    /// <summary>The places that were found. The file is written when all rows are completed.</summary>
    public string GeoJson { get; } = path + ".geojson";

    /// <summary>The results of failed rows that are sent again, until they are merged into the results.</summary>
    public string Retry { get; } = path + ".retry.csv";

    /// <summary>The options with which the results were created, so that results of different options are not mixed.</summary>
    public string Job { get; } = path + ".job";

    /// <summary>Returns the paths for the arguments and creates their folder.</summary>
    /// <exception cref="UsageException">The results would overwrite the input.</exception>
    public static OutputFiles For(Arguments arguments)
    {
        var files = new OutputFiles(Path.GetFullPath(arguments.Out));
        if (string.Equals(files.Csv, Path.GetFullPath(arguments.Input), StringComparison.OrdinalIgnoreCase))
            throw new UsageException($"The results would overwrite the input '{arguments.Input}'. Choose another --out.");

        Directory.CreateDirectory(Path.GetDirectoryName(files.Csv)!);
        return files;
    }
}

namespace BulkGeocoding;

/// <summary>The files beside each other that a run leaves.</summary>
internal sealed class OutputFiles(string path)
{
    /// <summary>Every row of the input with what was found; grows row by row.</summary>
    public string Csv { get; } = path + ".csv";

    /// <summary>The places that were found; written when all rows are done.</summary>
    public string GeoJson { get; } = path + ".geojson";

    /// <summary>What became of failed rows that are sent once more, until it is merged into the results.</summary>
    public string Retry { get; } = path + ".retry.csv";

    /// <summary>What the results answer, so that a second run does not mix them with others.</summary>
    public string Job { get; } = path + ".job";

    /// <summary>Creates the folder.</summary>
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

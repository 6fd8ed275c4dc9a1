namespace BulkGeocoding;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments
{
    public required string Input { get; init; }

    /// <summary>The column that holds what to search for.</summary>
    public string Column { get; init; } = "address";

    /// <summary>The path of the results without its ending.</summary>
    public string Out { get; init; } = "results";

    public IReadOnlyList<string> Countries { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>How many requests of up to 50 rows are under way at the same time.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Places that fit worse count as nothing found.</summary>
    public double MinRelevance { get; init; }

    /// <summary>Send the rows that failed in finished results once more.</summary>
    public bool RetryFailed { get; init; }

    /// <summary>The file that the program carries, for a first look.</summary>
    public static string Example => Path.Combine(AppContext.BaseDirectory, "places.csv");
}

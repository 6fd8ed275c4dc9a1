namespace BulkGeocoding;

/// <summary>The options of the command line.</summary>
internal sealed record Arguments
{
    public required string Input { get; init; }

    /// <summary>The column that contains the query.</summary>
    public string Column { get; init; } = "address";

    /// <summary>The path of the results without the extension.</summary>
    public string Out { get; init; } = "results";

    public IReadOnlyList<string> Countries { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The maximum number of concurrent requests of up to 50 rows each.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>The minimum relevance from 0 to 1. A row whose best result is less relevant counts as not found.</summary>
    public double MinRelevance { get; init; }

    /// <summary>Whether the failed rows of completed results are sent again.</summary>
    public bool RetryFailed { get; init; }

    /// <summary>The path of the example file, which is part of the program.</summary>
    public static string Example => Path.Combine(AppContext.BaseDirectory, "places.csv");
}

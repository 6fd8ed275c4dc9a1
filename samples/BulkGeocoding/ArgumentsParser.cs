using System.Globalization;

namespace BulkGeocoding;

/// <summary>Parses the command line.</summary>
internal static class ArgumentsParser
{
    public const string Usage = """
        Geocodes the rows of a CSV file with MapTiler, and resumes where it stopped.

        BulkGeocoding [<file.csv>] [options]

          --column <name>          the column that contains the query (address)
          --out <path>             writes <path>.csv and <path>.geojson (results)
          --country <cc,cc>        only results in these countries
          --language <xx,xx>       the languages of the names
          --concurrency <n>        concurrent requests of 50 rows, 1 to 64 (4)
          --min-relevance <0..1>   less relevant results count as not found (0)
          --retry-failed           sends the failed rows of completed results again
          --help

        Without a file it uses an example. Exit codes: 0 completed, 1 some rows failed, 2 invalid usage, 130 interrupted.
        """;

    /// <exception cref="UsageException">The command line is wrong.</exception>
    public static Arguments Parse(IReadOnlyList<string> args)
    {
        var parsed = new Arguments { Input = "" };
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--retry-failed")
                parsed = parsed with { RetryFailed = true };
            else if (args[i].StartsWith("--", StringComparison.Ordinal))
                parsed = ParseOption(parsed, args[i], i + 1 < args.Count ? args[++i] : null);
            else if (parsed.Input.Length == 0)
                parsed = parsed with { Input = args[i] };
            else
                throw new UsageException($"Two files were specified, '{parsed.Input}' and '{args[i]}'. Specify one file, and put quotes around a path that contains spaces.");
        }

        return parsed.Input.Length == 0 ? parsed with { Input = Arguments.Example } : parsed;
    }

    private static Arguments ParseOption(Arguments parsed, string name, string? value) => (name, value) switch
    {
        ("--column" or "--out" or "--country" or "--language" or "--concurrency" or "--min-relevance", null or "") =>
            throw new UsageException($"{name} requires a value. Run with --help for a list of the options."),
        ("--column", _) => parsed with { Column = value },
        ("--out", _) => parsed with { Out = WithoutExtension(value) },
        ("--country", _) => parsed with { Countries = ParseList(value) },
        ("--language", _) => parsed with { Languages = ParseList(value) },
        ("--concurrency", _) when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= 64 =>
            parsed with { Concurrency = n },
        ("--concurrency", _) => throw new UsageException($"--concurrency must be a number from 1 to 64, not '{value}'."),
        ("--min-relevance", _) when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n is >= 0 and <= 1 =>
            parsed with { MinRelevance = n },
        ("--min-relevance", _) => throw new UsageException($"--min-relevance must be a number from 0 to 1, such as 0.5, not '{value}'."),
        _ => throw new UsageException($"The option {name} does not exist. Run with --help for a list of the options."),
    };

    private static string[] ParseList(string value) => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string WithoutExtension(string path) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? path[..^4] : path;
}

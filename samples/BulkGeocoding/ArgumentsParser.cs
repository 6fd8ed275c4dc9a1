using System.Globalization;

namespace BulkGeocoding;

/// <summary>Reads the command line.</summary>
internal static class ArgumentsParser
{
    public const string Usage = """
        Geocodes the rows of a CSV with MapTiler, and continues where it stopped.

        BulkGeocoding [<file.csv>] [options]

          --column <name>          the column that holds the address (address)
          --out <path>             where to write <path>.csv and <path>.geojson (results)
          --country <cc,cc>        only results in these countries
          --language <xx,xx>       the languages of the names
          --concurrency <n>        requests of 50 rows at the same time, 1 to 64 (4)
          --min-relevance <0..1>   places that fit worse count as nothing found (0)
          --retry-failed           send the failed rows of finished results once more
          --help

        Without a file it runs on an example. Exit codes: 0 done, 1 some rows failed, 2 wrong usage, 130 interrupted.
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
                parsed = Option(parsed, args[i], i + 1 < args.Count ? args[++i] : null);
            else if (parsed.Input.Length == 0)
                parsed = parsed with { Input = args[i] };
            else
                throw new UsageException($"There are two files, '{parsed.Input}' and '{args[i]}'. Pass one; put quotes around a path that holds spaces.");
        }

        return parsed.Input.Length == 0 ? parsed with { Input = Arguments.Example } : parsed;
    }

    private static Arguments Option(Arguments parsed, string name, string? value) => (name, value) switch
    {
        ("--column" or "--out" or "--country" or "--language" or "--concurrency" or "--min-relevance", null or "") =>
            throw new UsageException($"{name} needs a value. --help shows how."),
        ("--column", _) => parsed with { Column = value },
        ("--out", _) => parsed with { Out = WithoutEnding(value) },
        ("--country", _) => parsed with { Countries = List(value) },
        ("--language", _) => parsed with { Languages = List(value) },
        ("--concurrency", _) when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= 64 =>
            parsed with { Concurrency = n },
        ("--concurrency", _) => throw new UsageException($"--concurrency is a number from 1 to 64, not '{value}'."),
        ("--min-relevance", _) when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n is >= 0 and <= 1 =>
            parsed with { MinRelevance = n },
        ("--min-relevance", _) => throw new UsageException($"--min-relevance is a number from 0 to 1, such as 0.5, not '{value}'."),
        _ => throw new UsageException($"There is no option {name}. --help shows them all."),
    };

    private static string[] List(string value) => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string WithoutEnding(string path) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? path[..^4] : path;
}

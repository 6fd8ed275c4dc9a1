using System.CommandLine;
using System.CommandLine.Parsing;
using MapTiler.Geocoding;
using Spectre.Console;

namespace MapTiler.Tool.Geocoding;

/// <summary>The options of a command that geocodes the rows of a file, and its run.</summary>
internal sealed class FileCommand
{
    private readonly Option<string[]> _columns;
    private readonly Option<string?> _input = new("--file") { Description = "A CSV file in UTF-8 with a header", HelpName = "path" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The results, .csv or .geojson; by default beside the file", HelpName = "path" };
    private readonly Option<char?> _separator = new("--delimiter") { Description = "The delimiter of the fields, or tab; by default detected", HelpName = "c", CustomParser = ParseSeparator };
    private readonly Option<double> _minRelevance = new("--min-relevance") { Description = "Less relevant places count as not found", HelpName = "0..1" };
    private readonly Option<int> _concurrency = new("--concurrency") { Description = "The number of concurrent requests of 50 rows", HelpName = "1..64", DefaultValueFactory = _ => 4 };
    private readonly Option<int> _maxRequests = new("--max-requests") { Description = "Require a confirmation if more requests are billed", HelpName = "n", DefaultValueFactory = _ => 1000 };

    /// <param name="columns">The default of <c>--column</c>.</param>
    /// <param name="description">The description of <c>--column</c>.</param>
    public FileCommand(string[] columns, string description)
    {
        _columns = new("--column")
        {
            Description = description,
            HelpName = "name,name",
            DefaultValueFactory = _ => columns,
            CustomParser = result => result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries),
        };
        _minRelevance.Validators.Add(result => CheckRange(result, result.GetValueOrDefault<double>() is >= 0 and <= 1));
        _concurrency.Validators.Add(result => CheckRange(result, result.GetValueOrDefault<int>() is >= 1 and <= 64));
    }

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_input, _columns, _output, _separator, _minRelevance, _concurrency, _maxRequests, Confirmation.Yes, SafeFile.Overwrite])
            command.Options.Add(option);
    }

    public bool IsUsed(Session session) => session.Get(_input) is not null;

    /// <summary>Geocodes the file.</summary>
    /// <param name="session">The session.</param>
    /// <param name="search">The options of every query.</param>
    /// <param name="url">A URL with the options, which identifies the results that were stored by an earlier run.</param>
    /// <param name="isReverse">Whether the rows are locations.</param>
    /// <param name="cancellationToken">Stops after the pending responses.</param>
    public async Task<int> RunAsync(Session session, GeocodingSearchOptions search, Uri url, bool isReverse, CancellationToken cancellationToken)
    {
        var input = session.Get(_input)!;
        var columns = session.Get(_columns)!;
        if (isReverse && columns.Length != 2)
            throw new UsageException("--column must be two columns: the longitude and the latitude.");
        var geocoding = new FileGeocoding(new()
        {
            Input = input,
            Output = session.Get(_output) ?? Path.ChangeExtension(input, ".geocoded.csv"),
            Columns = columns,
            Separator = session.Get(_separator),
            Search = search,
            IsReverse = isReverse,
            Concurrency = session.Get(_concurrency),
            MinRelevance = session.Get(_minRelevance),
        });
        geocoding.CheckOutput(session);

        using var store = geocoding.OpenStore(url.AbsoluteUri);
        var requests = geocoding.Plan(store, cancellationToken);
        var total = store.Count + requests;
        if (store.Count > 0)
            Output.WriteStatus($"Continuing: {store.Count:N0} queries have a result already.");
        if (requests > session.Get(_maxRequests))
        {
            await Confirmation.RequireAsync(session, $"MapTiler bills {requests:N0} requests for this file. Send them?", cancellationToken,
                $"The file requires {requests} requests, which is more than --max-requests {session.Get(_maxRequests)}. Allow them with --yes or --max-requests {requests}.").ConfigureAwait(false);
        }

        try
        {
            await SendAsync(session, geocoding, store, requests, cancellationToken).ConfigureAwait(false);
            var summary = geocoding.Write(store, cancellationToken);
            session.Output.Write(summary, ToolJson.Default.FileGeocodingSummary, _ => Write(session.Output.Writer, summary));
            return summary.Rejects is null ? ExitCode.Ok : ExitCode.PartlyFailed;
        }
        catch (Exception) when (store.Count > 0)
        {
            Output.WriteStatus($"{store.Count:N0} of {total:N0} queries have a result, which is stored. Run the same command again to continue.");
            throw;
        }
    }

    private static async Task SendAsync(Session session, FileGeocoding geocoding, ResultStore store, int requests, CancellationToken stopping)
    {
        var console = session.Output.Status;
        using var registration = stopping.Register(() => console.WriteLine("Stopping after the pending responses. Press Ctrl+C again to stop immediately."));
        if (!session.Output.ShowsProgress)
        {
            await geocoding.SendAsync(session.Client.Geocoding, store, () => { }, stopping).ConfigureAwait(false);
            return;
        }

        await console.ShowProgressAsync("Geocoding", async task =>
        {
            task.MaxValue(requests);
            await geocoding.SendAsync(session.Client.Geocoding, store, () =>
            {
                task.Increment(1);
                task.Description = $"{task.Value:N0} of {requests:N0} requests, {task.Speed ?? 0:N0}/s";
            }, stopping).ConfigureAwait(false);
            return requests;
        }).ConfigureAwait(false);
    }

    private static void Write(TextWriter writer, FileGeocodingSummary summary)
    {
        writer.WriteLine($"{summary.Rows:N0} rows: {summary.Found:N0} found, {summary.NotFound:N0} not found, {summary.Rejected:N0} rejected, {summary.Failed:N0} failed");
        writer.WriteLine($"{summary.Requests:N0} requests were billed");
        writer.WriteLine($"Results: {summary.Output}");
        if (summary.Rejects is not null)
            writer.WriteLine($"Rejected and failed rows: {summary.Rejects}");
        if (summary.Failed > 0)
            writer.WriteLine("Run the same command again to send only the failed rows.");
    }

    private static char? ParseSeparator(ArgumentResult result)
    {
        if (result.Tokens[0].Value is "tab" or "\\t")
            return '\t';
        if (result.Tokens[0].Value is [var c and < '\u007f' and not ('"' or '\r' or '\n')])
            return c;
        result.AddError("--delimiter must be one character, or tab.");
        return null;
    }

    private static void CheckRange(OptionResult result, bool isValid)
    {
        if (!isValid)
            result.AddError($"{result.Option.Name} must be in {result.Option.HelpName}.");
    }
}

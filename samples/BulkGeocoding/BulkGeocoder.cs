using Microsoft.Extensions.Configuration;

namespace BulkGeocoding;

/// <summary>The program, from its arguments to its exit code.</summary>
internal static class BulkGeocoder
{
    /// <param name="args">The command line.</param>
    /// <param name="configuration">Where the credential of MapTiler may be.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="stopping">Stops in order; the same command continues.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, IConfiguration configuration, Terminal terminal, CancellationToken stopping)
    {
        if (args.Contains("--help"))
        {
            terminal.Output.WriteLine(ArgumentsParser.Usage);
            return ExitCode.Done;
        }

        try
        {
            return await RunAsync(ArgumentsParser.Parse(args), configuration, terminal, stopping);
        }
        catch (Exception e) when (e is UsageException or IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(e.Message);
            return ExitCode.WrongUsage;
        }
    }

    private static async Task<int> RunAsync(Arguments arguments, IConfiguration configuration, Terminal terminal, CancellationToken stopping)
    {
        var input = InputFile.Open(arguments.Input, arguments.Column);
        var total = input.CountRows();
        var files = OutputFiles.For(arguments);
        using var job = Job.Claim(files, arguments, Credentials.Service(configuration));
        using var results = new ResultsWriter(files.Csv, input);
        var tally = DoneRows.Read(files.Csv, input);
        await using var connection = await OpenAsync(configuration, terminal);
        if (tally.Rows > 0)
            terminal.Error.WriteLine($"{tally.Rows} of {total} rows are done already; {(tally.Rows < total ? "continuing behind them" : "nothing is left to send")}.");

        var progress = new Progress(terminal, tally, total, TimeProvider.System);
        using var announcement = stopping.Register(() => terminal.Error.WriteLine("\nStopping: waiting for the answers under way. Once more to leave at once."));
        var failure = await new GeocodingRun(connection.Geocoding, arguments, tally, progress)
            .RunAsync(input.ReadRows().Skip(checked((int)tally.Rows)), results, stopping);
        progress.Finish();

        var summary = new Summary(terminal.Output, tally, files);
        if (tally.Rows < total)
        {
            summary.Stopped(total, failure);
            return failure is null ? ExitCode.Interrupted : ExitCode.SomeFailed;
        }

        GeoJsonFile.Write(files, input.Separator);
        summary.Completed();
        return tally.Failed == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static async Task<Connection> OpenAsync(IConfiguration configuration, Terminal terminal)
    {
        if (!Credentials.Exist(configuration))
        {
            terminal.Error.WriteLine(
                "There is no MapTiler key, so a local emulator answers; it knows towns, no streets. For the real service set MAPTILER_API_KEY, " +
                "or: dotnet user-secrets set MapTiler:ApiKey <key> --project samples/BulkGeocoding");
        }

        return await Connection.OpenAsync(configuration);
    }
}

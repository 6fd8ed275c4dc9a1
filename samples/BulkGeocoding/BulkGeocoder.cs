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
        _ = SearchOptions.Of(arguments);
        var input = InputFile.Open(arguments.Input, arguments.Column);
        var total = input.CountRows();
        var files = OutputFiles.For(arguments);
        using var job = Job.Claim(files, arguments, Credentials.Service(configuration));
        await using var connection = await Connection.OpenAsync(configuration, terminal);
        using var announcement = stopping.Register(() => terminal.Say($"{terminal.NewLine}Stopping: waiting for the answers under way. Once more to leave at once."));

        var pass = new Pass(connection.Geocoding, arguments, input, terminal);
        var (tally, failure) = await pass.RunAsync(files.Csv, input.ReadRows(), total, stopping);
        if (tally.Rows < total)
            return new Summary(terminal.Output, tally, files).Stopped(total, failure);

        if (arguments.RetryFailed && tally.Failed > 0)
        {
            var failed = new FailedRows(input, files);
            failed.DiscardMerged();
            terminal.Say($"Sending the {tally.Failed:N0} rows that failed once more.");
            var (retried, retryFailure) = await pass.RunAsync(files.Retry, failed.Read(), tally.Failed, stopping);
            if (retried.Rows < tally.Failed)
                return new Summary(terminal.Output, retried, files).Stopped(tally.Failed, retryFailure);

            failed.Merge();
            tally = DoneRows.Read(files.Csv, input, input.ReadRows())!;
        }

        GeoJsonFile.Write(files, input.Separator);
        return new Summary(terminal.Output, tally, files).Completed();
    }
}

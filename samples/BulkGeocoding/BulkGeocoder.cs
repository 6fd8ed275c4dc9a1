using Microsoft.Extensions.Configuration;

namespace BulkGeocoding;

/// <summary>Runs the program and returns its exit code.</summary>
internal static class BulkGeocoder
{
    /// <param name="args">The command line.</param>
    /// <param name="configuration">The configuration, which can contain the credential of MapTiler.</param>
    /// <param name="terminal">The output of the program.</param>
    /// <param name="stopping">Stops the program gracefully. The same command resumes it.</param>
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
        _ = SearchOptions.Create(arguments);
        var input = InputFile.Open(arguments.Input, arguments.Column);
        var total = input.CountRows();
        var files = OutputFiles.For(arguments);
        using var job = Job.Claim(files, arguments, Credentials.ServiceName(configuration));
        await using var connection = await Connection.OpenAsync(configuration, terminal);
        using var registration = stopping.Register(() => terminal.WriteStatus($"{terminal.NewLine}Stopping after the pending responses. Press Ctrl+C again to stop immediately."));

        var pass = new Pass(connection.Geocoding, arguments, input, terminal);
        var (tally, failure) = await pass.RunAsync(files.Csv, input.ReadRows(), total, stopping);
        if (tally.Rows < total)
            return new Summary(terminal.Output, tally, files).Stopped(total, failure);

        if (arguments.RetryFailed && tally.Failed > 0)
        {
            var failed = new FailedRows(input, files);
            failed.DiscardMerged();
            terminal.WriteStatus($"Sending the {tally.Failed:N0} failed rows again.");
            var (retried, retryFailure) = await pass.RunAsync(files.Retry, failed.Read(), tally.Failed, stopping);
            if (retried.Rows < tally.Failed)
                return new Summary(terminal.Output, retried, files).Stopped(tally.Failed, retryFailure);

            failed.Merge();
            tally = CompletedRows.Read(files.Csv, input, input.ReadRows())!;
        }

        GeoJsonFile.Write(files, input.Separator);
        return new Summary(terminal.Output, tally, files).Completed();
    }
}

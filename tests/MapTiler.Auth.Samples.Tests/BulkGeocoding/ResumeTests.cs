using System.Text;

namespace MapTiler.Samples.Tests.BulkGeocoding;

public sealed class ResumeTests : BulkGeocodingTest
{
    [Fact]
    public async Task A_run_that_was_killed_at_any_byte_continues_without_paying_twice()
    {
        const int Rows = 12;
        var input = WriteRows(Rows);
        await RunAsync(input);
        var (csv, geoJson) = (File.ReadAllBytes(PathOf("results.csv")), Read("results.geojson"));
        var order = Queries.ToArray();

        for (var length = 0; length <= csv.Length; length++)
        {
            File.WriteAllBytes(PathOf("results.csv"), csv[..length]);
            File.Delete(PathOf("results.geojson"));
            Emulator.Requests.Clear();

            var run = await RunAsync(input);

            Assert.Equal(0, run.ExitCode);
            Assert.Equal(csv, File.ReadAllBytes(PathOf("results.csv")));
            Assert.Equal(geoJson, Read("results.geojson"));
            Assert.Equal(order.Skip(CompleteRows(csv.AsSpan(0, length))), Queries);
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public async Task A_long_run_continues_where_it_was_killed(double share)
    {
        var input = WriteRows(612);
        await RunAsync(input);
        var (csv, geoJson) = (File.ReadAllBytes(PathOf("results.csv")), Read("results.geojson"));
        var length = (int)(csv.Length * share);
        File.WriteAllBytes(PathOf("results.csv"), csv[..length]);
        Write("results.geojson.tmp", "{\"type\":\"Featu");
        Emulator.Requests.Clear();

        await RunAsync(input, "--concurrency", "2");

        Assert.Equal(csv, File.ReadAllBytes(PathOf("results.csv")));
        Assert.Equal(geoJson, Read("results.geojson"));
        Assert.Equal(612 - CompleteRows(csv.AsSpan(0, length)), Queries.Distinct().Count());
        Assert.Equal(Queries.Distinct().Count(), Queries.Count());
    }

    [Fact]
    public async Task A_run_that_was_told_to_stop_writes_what_is_paid_and_says_how_to_continue()
    {
        var input = WriteRows(2000);
        Emulator.Faults.Add(new() { Skip = 1, Delay = TimeSpan.FromSeconds(1) });
        using var stopping = new CancellationTokenSource();
        var arguments = new[] { input, "--out", PathOf("results"), "--concurrency", "1" };
        var running = RunWithKeyAsync(Emulator.ApiKey, arguments, stopping.Token);
        await Time.NextWaitAsync(Cancellation); // the first request has its response, the second one waits for it
        await stopping.CancelAsync();
        Emulator.Faults.Clear();
        Time.Advance(TimeSpan.FromSeconds(1));

        var stopped = await running;

        Assert.Equal(130, stopped.ExitCode);
        Assert.Contains("Run the same command again to continue", stopped.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(PathOf("results.geojson")));
        var paid = Queries.Count();
        Assert.InRange(paid, 100, 150); // what was read for a third request is sent, too
        Assert.StartsWith($"{paid} rows:", stopped.Output.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var continued = await RunWithKeyAsync(Emulator.ApiKey, arguments, Cancellation);

        Assert.Equal(0, continued.ExitCode);
        Assert.Equal(2000, Queries.Count());
        Assert.Equal(2000, Queries.Distinct().Count());
    }

    [Fact]
    public async Task Finished_results_are_not_sent_again()
    {
        var input = WriteRows(10);
        await RunAsync(input);
        Emulator.Requests.Clear();

        var run = await RunAsync(input);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("10 of 10 rows are done already; nothing is left to send.", run.Error, StringComparison.Ordinal);
        Assert.Empty(Emulator.Requests);
    }

    [Fact]
    public async Task Results_of_another_question_are_not_mixed()
    {
        var input = WriteRows(10);
        await RunAsync(input);

        var run = await RunAsync(input, "--country", "cz");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("answers something else", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_of_other_rows_are_not_mixed()
    {
        await RunAsync(WriteRows(10));
        var before = Read("results.csv");

        foreach (var changed in new[] { Read("addresses.csv").Replace("Brno", "Bern", StringComparison.Ordinal), "id,address,note\n1,Praha 1,\n", "id,address\n1,Praha\n" })
        {
            var run = await RunAsync(Write("changed.csv", changed));

            Assert.Equal(2, run.ExitCode);
            Assert.Contains("results of other rows", run.Error, StringComparison.Ordinal);
            Assert.Equal(before, Read("results.csv"));
        }
    }

    [Fact]
    public async Task Two_runs_at_the_same_time_do_not_share_results()
    {
        var input = WriteRows(10);
        Emulator.Faults.Add(new() { Delay = TimeSpan.FromSeconds(1) });
        var first = RunAsync(input);
        await Time.NextWaitAsync(Cancellation);

        var second = await RunAsync(input);
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(2, second.ExitCode);
        Assert.Equal(0, (await first).ExitCode);
    }

    /// <summary>Counted in another way than the program does: all rows end with an empty error and CR LF.</summary>
    private static int CompleteRows(ReadOnlySpan<byte> csv) => Math.Max(0, Encoding.UTF8.GetString(csv).Split("\r\n").Length - 2);
}

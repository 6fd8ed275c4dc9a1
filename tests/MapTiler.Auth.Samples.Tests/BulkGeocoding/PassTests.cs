using System.Text;

namespace MapTiler.Samples.Tests.BulkGeocoding;

public sealed class PassTests : BulkGeocodingTest
{
    [Fact]
    public async Task RunAsync_after_a_kill_at_any_byte_resumes_without_sending_a_row_twice()
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
    public async Task RunAsync_after_a_kill_resumes_a_long_run(double share)
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
    public async Task RunAsync_that_is_stopped_writes_pending_responses_and_resumes()
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
        Assert.InRange(paid, 100, 150); // rows that were read for a third request are sent too
        Assert.StartsWith($"{paid} rows:", stopped.Output.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var continued = await RunWithKeyAsync(Emulator.ApiKey, arguments, Cancellation);

        Assert.Equal(0, continued.ExitCode);
        Assert.Equal(2000, Queries.Count());
        Assert.Equal(2000, Queries.Distinct().Count());
    }

    [Fact]
    public async Task RunAsync_with_completed_results_sends_nothing()
    {
        var input = WriteRows(10);
        await RunAsync(input);
        Emulator.Requests.Clear();

        var run = await RunAsync(input);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("10 of 10 rows are completed already; no rows remain.", run.Error, StringComparison.Ordinal);
        Assert.Empty(Emulator.Requests);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("id,address,note\n1,Praha 1,\n")]
    [InlineData("id,address\n1,Praha\n")]
    public async Task RunAsync_with_results_of_other_rows_is_invalid_usage(string? changed)
    {
        await RunAsync(WriteRows(10));
        var before = Read("results.csv");

        var run = await RunAsync(Write("changed.csv", changed ?? Read("addresses.csv").Replace("Brno", "Bern", StringComparison.Ordinal)));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("results of other rows", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Read("results.csv"));
    }

    /// <summary>Counts complete rows in a different way than the program: all rows end with an empty error and CR LF.</summary>
    private static int CompleteRows(ReadOnlySpan<byte> csv) => Math.Max(0, Encoding.UTF8.GetString(csv).Split("\r\n").Length - 2);
}

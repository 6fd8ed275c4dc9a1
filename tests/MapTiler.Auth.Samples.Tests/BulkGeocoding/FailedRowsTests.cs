namespace MapTiler.Samples.Tests.BulkGeocoding;

public sealed class FailedRowsTests : BulkGeocodingTest
{
    [Fact]
    public async Task RetryFailed_sends_the_failed_rows_only()
    {
        var input = await FailSomeRowsAsync();
        Emulator.Requests.Clear();

        var run = await RunAsync(input, "--retry-failed");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Sending the 50 failed rows again.", run.Error, StringComparison.Ordinal);
        Assert.Contains("120 rows:", run.Output, StringComparison.Ordinal);
        Assert.Equal(50, Queries.Count());
        await AssertEqualsUninterruptedRunAsync(input);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(49)]
    [InlineData(50)]
    public async Task RetryFailed_after_a_kill_at_any_row_resumes_without_sending_a_row_twice(int rows)
    {
        var input = await FailSomeRowsAsync();
        var before = Read("results.csv");
        await RunAsync(input, "--retry-failed");
        var retried = Lines(before).Zip(Lines(Read("results.csv"))).Where(pair => pair.First != pair.Second).Select(pair => pair.Second).ToArray();
        var header = Lines(before)[0];
        Assert.Equal(50, retried.Length);

        Write("results.csv", before);
        Write("results.csv.tmp", "id,addr");
        Write("results.retry.csv", string.Concat(retried.Take(rows).Prepend(header).Select(row => row + "\r\n")) + "6");
        Emulator.Requests.Clear();

        var run = await RunAsync(input, "--retry-failed");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(50 - rows, Queries.Count());
        await AssertEqualsUninterruptedRunAsync(input);
    }

    [Fact]
    public async Task RetryFailed_after_a_kill_after_the_merge_does_not_merge_again()
    {
        var input = await FailSomeRowsAsync();
        var before = Lines(Read("results.csv"));
        await RunAsync(input, "--retry-failed");
        var after = Lines(Read("results.csv"));
        var leftOver = before.Zip(after).Where(pair => pair.First != pair.Second).Select(pair => pair.Second).Prepend(before[0]);
        after[70] = before[70]; // one row failed again
        Write("results.csv", string.Join("\r\n", after));
        Write("results.retry.csv", string.Join("\r\n", leftOver) + "\r\n");
        Emulator.Requests.Clear();

        var run = await RunAsync(input, "--retry-failed");

        Assert.Equal(0, run.ExitCode);
        Assert.Single(Queries);
        await AssertEqualsUninterruptedRunAsync(input);
    }

    [Fact]
    public async Task RetryFailed_with_invalid_rows_changes_nothing()
    {
        var input = Write("addresses.csv", "id,address\n1,\n2,Brno\n3,Zürich, Switzerland\n");
        await RunAsync(input);
        var before = Read("results.csv");
        Emulator.Requests.Clear();

        var run = await RunAsync(input, "--retry-failed");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(before, Read("results.csv"));
        Assert.Empty(Emulator.Requests);
    }

    /// <summary>Writes 120 rows and runs the program so that 50 of them fail.</summary>
    private async Task<string> FailSomeRowsAsync()
    {
        var input = WriteRows(120);
        Emulator.Faults.Add(new() { When = request => request.Path.Contains("%2060;", StringComparison.Ordinal), Status = 409 });
        Assert.Equal(1, (await RunAsync(input)).ExitCode);
        Emulator.Faults.Clear();
        return input;
    }

    private async Task AssertEqualsUninterruptedRunAsync(string input)
    {
        await RunWithKeyAsync(Emulator.ApiKey, [input, "--out", PathOf("uninterrupted")], Cancellation);
        Assert.Equal(Read("uninterrupted.csv"), Read("results.csv"));
        Assert.Equal(Read("uninterrupted.geojson"), Read("results.geojson"));
        Assert.Equal(
            ["addresses.csv", "results.csv", "results.geojson", "results.job", "uninterrupted.csv", "uninterrupted.geojson", "uninterrupted.job"],
            Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static string[] Lines(string csv) => csv.Split("\r\n");
}

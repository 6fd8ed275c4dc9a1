namespace MapTiler.Samples.Tests.BulkGeocoding;

public sealed class RetryTests : BulkGeocodingTest
{
    [Fact]
    public async Task Failed_rows_are_sent_once_more_and_the_others_are_not()
    {
        var input = await FailSomeAsync();
        Emulator.Requests.Clear();

        var run = await RunAsync(input, "--retry-failed");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Sending the 50 rows that failed once more.", run.Error, StringComparison.Ordinal);
        Assert.Contains("120 rows:", run.Output, StringComparison.Ordinal);
        Assert.Equal(50, Queries.Count());
        await AssertLikeAnUntroubledRunAsync(input);
    }

    [Fact]
    public async Task A_retry_that_was_killed_at_any_row_continues_without_paying_twice()
    {
        var input = await FailSomeAsync();
        var before = Read("results.csv");
        await RunAsync(input, "--retry-failed");
        var retried = Lines(before).Zip(Lines(Read("results.csv"))).Where(pair => pair.First != pair.Second).Select(pair => pair.Second).ToArray();
        var header = Lines(before)[0];
        Assert.Equal(50, retried.Length);

        foreach (var rows in new[] { 0, 1, 17, 49, 50 })
        {
            Write("results.csv", before);
            Write("results.csv.tmp", "id,addr");
            Write("results.retry.csv", string.Concat(retried.Take(rows).Prepend(header).Select(row => row + "\r\n")) + "6");
            Emulator.Requests.Clear();

            var run = await RunAsync(input, "--retry-failed");

            Assert.Equal(0, run.ExitCode);
            Assert.Equal(50 - rows, Emulator.Requests.Count == 0 ? 0 : Queries.Count());
            await AssertLikeAnUntroubledRunAsync(input);
        }
    }

    [Fact]
    public async Task A_retry_that_was_killed_after_it_was_merged_is_not_merged_again()
    {
        var input = await FailSomeAsync();
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
        await AssertLikeAnUntroubledRunAsync(input);
    }

    [Fact]
    public async Task Rows_that_cannot_be_sent_stay_as_they_are()
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

    /// <summary>120 rows, of which those in the middle fail once.</summary>
    private async Task<string> FailSomeAsync()
    {
        var input = WriteRows(120);
        Emulator.Faults.Add(new() { When = request => request.Path.Contains("%2060;", StringComparison.Ordinal), Status = 400 });
        Assert.Equal(1, (await RunAsync(input)).ExitCode);
        Emulator.Faults.Clear();
        return input;
    }

    private async Task AssertLikeAnUntroubledRunAsync(string input)
    {
        await RunWithKeyAsync(Emulator.ApiKey, [input, "--out", PathOf("untroubled")], Cancellation);
        Assert.Equal(Read("untroubled.csv"), Read("results.csv"));
        Assert.Equal(Read("untroubled.geojson"), Read("results.geojson"));
        Assert.Equal(
            ["addresses.csv", "results.csv", "results.geojson", "results.job", "untroubled.csv", "untroubled.geojson", "untroubled.job"],
            Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static string[] Lines(string csv) => csv.Split("\r\n");
}

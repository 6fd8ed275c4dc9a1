using System.Globalization;
using System.Text.Json;

namespace MapTiler.Samples.Tests.BulkGeocoding;

public sealed class FailureTests : BulkGeocodingTest
{
    [Fact]
    public async Task A_request_that_fails_costs_only_its_rows()
    {
        Emulator.Faults.Add(new() { When = request => request.Path.Contains("%2060;", StringComparison.Ordinal), Status = 400, Body = "no" });

        var run = await RunAsync(WriteRows(120));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("50 failed.", run.Output, StringComparison.Ordinal);
        Assert.Contains("  50 x InvalidRequest: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("--retry-failed", run.Output, StringComparison.Ordinal);
        Assert.Contains("50 failed", run.Error, StringComparison.Ordinal);
        var rows = Read("results.csv").Split("\r\n")[1..^1];
        Assert.Equal(120, rows.Length);
        Assert.Equal(Enumerable.Range(51, 50), rows.Where(row => row.Contains("InvalidRequest: ", StringComparison.Ordinal)).Select(row => int.Parse(row.Split(',')[0], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Rows_that_cannot_be_sent_fail_alone_and_are_not_paid()
    {
        var run = await RunAsync(Write("addresses.csv", "id,address\n1,\n2,Brno\n3,Zürich, Switzerland\n4,\"8.5,47.4\"\n"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["Brno"], Queries);
        Assert.Contains("4 rows: 1 found, 0 nothing found, 3 failed.", run.Output, StringComparison.Ordinal);
        Assert.Contains("  2 x RowInvalid: There is nothing to search for", run.Output, StringComparison.Ordinal);
        Assert.Contains("RowInvalid: The row has 3 fields, the header 2. Put quotes around text that holds a ','.", Read("results.csv"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Read("results.geojson"));
        Assert.Equal(1, json.RootElement.GetProperty("features").GetArrayLength());
    }

    [Fact]
    public async Task A_key_that_is_refused_ends_the_run_and_a_good_one_continues_it()
    {
        var input = WriteRows(120);
        var refused = await RunWithKeyAsync("wrong-key", [input, "--out", PathOf("results")], Cancellation);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Stopped, because every further row would fail, too: KeyInvalid.", refused.Output, StringComparison.Ordinal);
        Assert.Contains("120 rows are left", refused.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-key", refused.Output + refused.Error + Read("results.csv"), StringComparison.Ordinal);
        Assert.InRange(Emulator.Requests.Count, 1, 3);

        var accepted = await RunAsync(input);

        Assert.Equal(0, accepted.ExitCode);
        Assert.Contains("120 rows:", accepted.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_was_forgotten_to_be_filled_in_is_wrong_usage()
    {
        var run = await RunWithKeyAsync("YOUR_MAPTILER_API_KEY", [WriteRows(3), "--out", PathOf("results")], Cancellation);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(Emulator.Requests);
    }
}

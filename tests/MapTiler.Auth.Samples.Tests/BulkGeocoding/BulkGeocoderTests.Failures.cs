using System.Globalization;
using System.Text.Json;

namespace MapTiler.Samples.Tests.BulkGeocoding;

public sealed partial class BulkGeocoderTests : BulkGeocodingTest
{
    [Fact]
    public async Task RunAsync_with_a_failing_request_fails_its_rows_only()
    {
        Emulator.Faults.Add(new() { When = request => request.Path.Contains("%2060;", StringComparison.Ordinal), Status = 409, Body = "no" });

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
    public async Task RunAsync_with_invalid_rows_fails_them_without_a_request()
    {
        var run = await RunAsync(Write("addresses.csv", "id,address\n1,\n2,Brno\n3,Zürich, Switzerland\n4," + new string('x', 9000) + "\n"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["Brno"], Queries);
        Assert.Contains("4 rows: 1 found, 0 not found, 3 failed.", run.Output, StringComparison.Ordinal);
        Assert.Contains("  2 x RowInvalid: The query is empty", run.Output, StringComparison.Ordinal);
        Assert.Contains("RowInvalid: The row has 3 fields, but the header has 2. Put quotes around values that contain a ','.", Read("results.csv"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Read("results.geojson"));
        Assert.Equal(1, json.RootElement.GetProperty("features").GetArrayLength());
    }

    [Fact]
    public async Task RunAsync_with_a_rejected_key_stops_and_resumes_with_a_valid_key()
    {
        var input = WriteRows(1000);
        string[] arguments = [input, "--out", PathOf("results"), "--concurrency", "1"];
        var rejected = await RunWithKeyAsync("wrong-key", arguments, Cancellation);

        Assert.Equal(1, rejected.ExitCode);
        Assert.Contains("Stopped, because all remaining rows would fail too: KeyInvalid.", rejected.Output, StringComparison.Ordinal);
        Assert.Contains("1,000 rows remain", rejected.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-key", rejected.Output + rejected.Error + Read("results.csv"), StringComparison.Ordinal);
        Assert.InRange(Emulator.Requests.Count, 1, 3); // of 20

        var accepted = await RunWithKeyAsync(Emulator.ApiKey, arguments, Cancellation);

        Assert.Equal(0, accepted.ExitCode);
        Assert.Contains("1,000 rows:", accepted.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_with_a_placeholder_as_the_key_is_invalid_usage()
    {
        var run = await RunWithKeyAsync("YOUR_MAPTILER_API_KEY", [WriteRows(3), "--out", PathOf("results")], Cancellation);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(Emulator.Requests);
    }
}

namespace MapTiler.Samples.Tests.BulkGeocoding;

public sealed class JobTests : BulkGeocodingTest
{
    [Fact]
    public async Task Claim_of_a_file_of_another_program_is_invalid_usage_and_does_not_change_it()
    {
        Write("results.csv", "mine");

        var run = await RunAsync(WriteRows(3));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("this program did not write it", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", Read("results.csv"));
        Assert.False(File.Exists(PathOf("results.job")));
    }

    [Fact]
    public async Task Claim_with_other_options_is_invalid_usage()
    {
        var input = WriteRows(10);
        await RunAsync(input);

        var run = await RunAsync(input, "--country", "cz");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("results of another job", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claim_during_another_run_is_invalid_usage()
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
}

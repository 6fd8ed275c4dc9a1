namespace MapTiler.Samples.Tests.BulkGeocoding;

public sealed class OutputFilesTests : BulkGeocodingTest
{
    [Fact]
    public async Task For_with_the_input_as_the_output_is_invalid_usage()
    {
        var run = await RunAsync(WriteRows(3, "input.csv"), "--out", PathOf("input.csv"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("would overwrite the input", run.Error, StringComparison.Ordinal);
    }
}

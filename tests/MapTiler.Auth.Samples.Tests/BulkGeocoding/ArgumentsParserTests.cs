namespace MapTiler.Samples.Tests.BulkGeocoding;

public sealed class ArgumentsParserTests : BulkGeocodingTest
{
    [Theory]
    [InlineData("--colum address", "The option --colum does not exist.")]
    [InlineData("--column", "--column requires a value.")]
    [InlineData("other.csv", "Two files were specified")]
    [InlineData("--concurrency 0", "--concurrency must be a number from 1 to 64, not '0'.")]
    [InlineData("--min-relevance 0,5", "--min-relevance must be a number from 0 to 1, such as 0.5, not '0,5'.")]
    [InlineData("--country Czechia", "ISO 3166-1 alpha-2")]
    [InlineData("--language de,de", "contains a value twice")]
    public async Task Parse_of_invalid_options_is_invalid_usage_and_sends_nothing(string options, string message)
    {
        var run = await RunAsync(Write("addresses.csv", "address\nBrno\n"), options.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Empty(Emulator.Requests);
        Assert.Equal([PathOf("addresses.csv")], Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task Usage_contains_every_option()
    {
        var run = await RunAsync("--help");

        Assert.Equal(0, run.ExitCode);
        foreach (var option in new[] { "--column", "--out", "--country", "--language", "--concurrency", "--min-relevance", "--retry-failed" })
            Assert.Contains(option, run.Output, StringComparison.Ordinal);
    }
}

using System.Text;

namespace MapTiler.Samples.Tests.BulkGeocoding;

public sealed class UsageTests : BulkGeocodingTest
{
    [Theory]
    [InlineData("", "", "is empty. Its first line must name the columns.")]
    [InlineData("\n\n", "", "is empty. Its first line must name the columns.")]
    [InlineData("address\n", "", "names columns but has no rows.")]
    [InlineData("id,street,city\n1,a,b\n", "", "has no column 'address'. Its columns are 'id', 'street', 'city'. Name one of them with --column.")]
    [InlineData("id,street\n1,a\n", "--column Street", "has no column 'Street'. Its columns are 'id', 'street'.")]
    [InlineData("address,id,address\na,1,b\n", "", "names the column 'address' twice.")]
    [InlineData("id,address\n1,\"Brno\n2,Praha\n", "", "is not a CSV at line 2")]
    [InlineData("address\nBrno\n", "--colum address", "There is no option --colum.")]
    [InlineData("address\nBrno\n", "--column", "--column needs a value.")]
    [InlineData("address\nBrno\n", "other.csv", "There are two files")]
    [InlineData("address\nBrno\n", "--concurrency 0", "--concurrency is a number from 1 to 64, not '0'.")]
    [InlineData("address\nBrno\n", "--min-relevance 0,5", "--min-relevance is a number from 0 to 1, such as 0.5, not '0,5'.")]
    [InlineData("address\nBrno\n", "--country Czechia", "ISO 3166-1 alpha-2")]
    [InlineData("address\nBrno\n", "--language de,de", "contains a value twice")]
    public async Task Wrong_usage_says_what_to_do_and_sends_nothing(string csv, string options, string message)
    {
        var run = await RunAsync(Write("addresses.csv", csv), options.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Empty(Emulator.Requests);
        Assert.Equal([PathOf("addresses.csv")], Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var run = await RunAsync("missing.csv");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("There is no file 'missing.csv'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_not_sent_as_rubbish()
    {
        File.WriteAllText(PathOf("latin.csv"), "address\nZürich\n", Encoding.Latin1);

        var run = await RunAsync(PathOf("latin.csv"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is not UTF-8", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobodys_file_is_overwritten()
    {
        Write("results.csv", "mine");

        var run = await RunAsync(WriteRows(3));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("this program did not write it", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", Read("results.csv"));
        Assert.False(File.Exists(PathOf("results.job")));

        var same = await RunAsync(WriteRows(3, "input.csv"), "--out", PathOf("input.csv"));

        Assert.Equal(2, same.ExitCode);
        Assert.Contains("would overwrite the input", same.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_shows_every_option()
    {
        var run = await RunAsync("--help");

        Assert.Equal(0, run.ExitCode);
        foreach (var option in new[] { "--column", "--out", "--country", "--language", "--concurrency", "--min-relevance", "--retry-failed" })
            Assert.Contains(option, run.Output, StringComparison.Ordinal);
    }
}

using System.Text;

namespace MapTiler.Samples.Tests.BulkGeocoding;

public sealed class InputFileTests : BulkGeocodingTest
{
    [Theory]
    [InlineData("", "", "is empty. Its first line must contain the names of the columns.")]
    [InlineData("\n\n", "", "is empty. Its first line must contain the names of the columns.")]
    [InlineData("address\n", "", "contains column names but no rows.")]
    [InlineData("id,street,city\n1,a,b\n", "", "has no column 'address'. Its columns are 'id', 'street', 'city'. Select one of them with --column.")]
    [InlineData("id,street\n1,a\n", "--column Street", "has no column 'Street'. Its columns are 'id', 'street'.")]
    [InlineData("address,id,address\na,1,b\n", "", "contains the column 'address' twice.")]
    [InlineData("id,address\n1,\"Brno\n2,Praha\n", "", "is not a valid CSV file at line 2")]
    public async Task Open_of_an_invalid_file_is_invalid_usage_and_sends_nothing(string csv, string options, string message)
    {
        var run = await RunAsync(Write("addresses.csv", csv), options.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Empty(Emulator.Requests);
        Assert.Equal([PathOf("addresses.csv")], Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task Open_of_a_missing_file_is_invalid_usage_with_its_path()
    {
        var run = await RunAsync("missing.csv");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("The file 'missing.csv' does not exist", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CountRows_of_a_file_in_another_encoding_is_invalid_usage()
    {
        File.WriteAllText(PathOf("latin.csv"), "address\nZürich\n", Encoding.Latin1);

        var run = await RunAsync(PathOf("latin.csv"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is not UTF-8", run.Error, StringComparison.Ordinal);
    }
}

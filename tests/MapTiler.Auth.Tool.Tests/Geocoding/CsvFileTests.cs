using System.Text;

namespace MapTiler.Tool.Tests.Geocoding;

public sealed class CsvFileTests : FileGeocodingTest
{
    [Theory]
    [InlineData("", "", "is empty. Its first line must contain the names of the columns.")]
    [InlineData("\n\n", "", "is empty. Its first line must contain the names of the columns.")]
    [InlineData("address\n", "", "contains column names but no rows.")]
    [InlineData("id,street,city\n1,a,b\n", "", "has no column 'address'. Its columns are 'id', 'street', 'city'. Select one of them with --column.")]
    [InlineData("id,street\n1,a\n", "--column road", "has no column 'road'. Its columns are 'id', 'street'.")]
    [InlineData("address,id,address\na,1,b\n", "", "contains the column 'address' more than once.")]
    [InlineData("id,address\n1,\"Brno\n2,Praha\n", "", "is not a valid CSV file at line 2")]
    public async Task Invalid_file_is_one_line_and_sends_nothing(string csv, string options, string message)
    {
        Write(csv);

        var result = await GeocodeAsync(options.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains(message, result.ErrorLine(2), StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Empty(Emulator.Requests);
        Assert.Empty(FilesExcept("addresses.csv"));
    }

    [Theory]
    [InlineData("missing.csv")]
    [InlineData(".")]
    [InlineData("missing/addresses.csv")]
    public async Task File_that_cannot_be_read_is_one_line_with_its_path(string path)
    {
        var result = await Tool.RunAsync("geocode", "--file", path);

        Assert.Contains($"The file '{path}' cannot be read", result.ErrorLine(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_in_another_encoding_is_one_line()
    {
        File.WriteAllText(Tool.PathOf("addresses.csv"), "address\nZürich\n", Encoding.Latin1);

        Assert.Contains("is not UTF-8. Save it as 'CSV UTF-8'", (await GeocodeAsync()).ErrorLine(2), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Byte_order_mark_and_separator_are_those_of_the_input(bool marked)
    {
        File.WriteAllText(Tool.PathOf("addresses.csv"), "address;id\nZürich;1\n", new UTF8Encoding(marked));

        Assert.Equal(0, (await GeocodeAsync()).ExitCode);

        Assert.Equal(marked, File.ReadAllBytes(Tool.PathOf("results.csv")).AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.StartsWith("address;id;longitude;latitude;place_name;place_type;relevance;status\r\nZürich;1;8.55;", Read("results.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unicode_text_of_Excel_is_read()
    {
        File.WriteAllText(Tool.PathOf("addresses.csv"), "id\taddress\r\n1\tZürich\r\n", Encoding.Unicode);

        Assert.Equal(0, (await GeocodeAsync()).ExitCode);

        Assert.StartsWith("id\taddress\tlongitude\tlatitude\tplace_name\tplace_type\trelevance\tstatus\r\n1\tZürich\t8.55\t", Read("results.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_columns_and_rows_at_the_end_are_ignored()
    {
        Write("id;address;;\r\n1;Zürich;;\r\n2;Brno\r\n;;;\r\n;;;\r\n");

        Assert.Equal(0, (await GeocodeAsync()).ExitCode);

        Assert.Equal(["id;address;longitude", "1;Zürich;8.55", "2;Brno;16.60796", ""], Read("results.csv").Split("\r\n").Select(row => string.Join(';', row.Split(';').Take(3))));
    }

    [Theory]
    [InlineData("id,Address", 0)]
    [InlineData("ADDRESS,address", 0)]
    [InlineData("ADDRESS,Address", 2)]
    public async Task Case_of_a_column_is_ignored_if_one_column_matches(string columns, int exitCode)
    {
        Write(columns + "\nZürich,Brno\n");

        Assert.Equal(exitCode, (await GeocodeAsync()).ExitCode);

        Assert.Equal(exitCode == 0 ? ["Brno"] : [], Queries);
    }

    [Fact]
    public async Task Any_delimiter_can_be_specified()
    {
        Write("id#address\n1#Zürich; Kreis, 1\n");

        await GeocodeAsync("--delimiter", "#");

        Assert.Equal(["Zürich; Kreis, 1"], Queries);
        Assert.StartsWith("id#address#longitude", Read("results.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_with_one_column_requires_no_quotes()
    {
        Write("address\nZürich, Switzerland\n\"Brno; Czech Republic\"\n");

        await GeocodeAsync();

        Assert.Equal(["Zürich, Switzerland", "Brno; Czech Republic"], Queries);
        Assert.StartsWith("address,longitude", Read("results.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_with_the_names_of_the_result_get_a_prefix()
    {
        Write("address,Longitude,status\nBrno,x,y\n");

        await GeocodeAsync();

        Assert.StartsWith("address,Longitude,status,maptiler_longitude,latitude,place_name,place_type,relevance,maptiler_status\r\nBrno,x,y,16.60796,", Read("results.csv"), StringComparison.Ordinal);
    }
}

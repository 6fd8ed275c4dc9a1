using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace MapTiler.Samples.Tests.BulkGeocoding;

public sealed class ResultTests : BulkGeocodingTest
{
    [Fact]
    public async Task Every_row_keeps_its_columns_and_gets_what_was_found()
    {
        var input = Write("addresses.csv", "id,address,note\r\n1,Zürich,\"a, \"\"b\"\"\"\r\n2,\"Nowhereville,\nXyzzy\",\n3,Brno\n");

        var run = await RunAsync(input);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            "id,address,note,longitude,latitude,place_name,place_type,relevance,error\r\n" +
            "1,Zürich,\"a, \"\"b\"\"\",8.55,47.36667,\"Zürich, Switzerland\",municipality,1,\r\n" +
            "2,\"Nowhereville,\nXyzzy\",,,,,,,\r\n" +
            "3,Brno,,16.60796,49.19522,\"Brno, South Moravian, Czech Republic\",municipality,1,\r\n",
            Read("results.csv"));
        Assert.Contains("3 rows: 2 found, 1 nothing found, 0 failed.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_geojson_holds_a_point_for_every_place_with_the_columns_as_properties()
    {
        await RunAsync(Write("addresses.csv", "id,address\n1,Zürich\n2,Nowhereville\n3,\"Kyoto\"\n"));

        using var json = JsonDocument.Parse(Read("results.geojson"));
        Assert.Equal("FeatureCollection", json.RootElement.GetProperty("type").GetString());
        Assert.Equal(
        [
            """{"type":"Feature","geometry":{"type":"Point","coordinates":[8.55,47.36667]},"properties":{"id":"1","address":"Zürich"}}""",
            """{"type":"Feature","geometry":{"type":"Point","coordinates":[135.75385,35.02107]},"properties":{"id":"3","address":"Kyoto"}}""",
        ],
            json.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetRawText()));
    }

    [Fact]
    public async Task Without_any_place_the_geojson_is_valid_and_empty()
    {
        await RunAsync(Write("addresses.csv", "address\nNowhereville\n"));

        using var json = JsonDocument.Parse(Read("results.geojson"));
        Assert.Equal(0, json.RootElement.GetProperty("features").GetArrayLength());
    }

    [Fact]
    public async Task Many_rows_keep_their_order()
    {
        var run = await RunAsync(WriteRows(731), "--concurrency", "8");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(731, Queries.Count());
        Assert.InRange(Emulator.Requests.Count, 15, 40);
        using var json = JsonDocument.Parse(Read("results.geojson"));
        var ids = json.RootElement.GetProperty("features").EnumerateArray().Select(feature => int.Parse(feature.GetProperty("properties").GetProperty("id").GetString()!, CultureInfo.InvariantCulture));
        Assert.Equal(ids.Order(), ids);
    }

    [Fact]
    public async Task The_options_reach_the_service()
    {
        await RunAsync(Write("addresses.csv", "street;name\n1;Brno\n"), "--column", "name", "--country", "cz,sk", "--language", "de,cs");

        var query = Assert.Single(Emulator.Requests).Query;
        Assert.Equal("cz,sk", query["country"]);
        Assert.Equal("de,cs", query["language"]);
        Assert.Equal("1", query["limit"]);
        Assert.Equal("false", query["autocomplete"]);
    }

    [Fact]
    public async Task A_place_that_fits_too_badly_is_nothing_found()
    {
        var input = Write("addresses.csv", "address\nBrnoo\n");
        await RunAsync(input);
        Assert.DoesNotContain("Brnoo,,", Read("results.csv"), StringComparison.Ordinal);

        var run = await RunWithKeyAsync(Emulator.ApiKey, [input, "--out", PathOf("strict"), "--min-relevance", "1"], Cancellation);

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("Brnoo,,,,,,\r\n", Read("strict.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_addresses_needs_no_quotes()
    {
        await RunAsync(Write("addresses.csv", "address\nZürich, Switzerland\n\"Brno; Czech Republic\"\n"));

        Assert.Equal(["Zürich, Switzerland", "Brno; Czech Republic"], Queries);
        Assert.StartsWith("address,longitude", Read("results.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_that_are_called_like_results_are_kept()
    {
        await RunAsync(Write("addresses.csv", "address,longitude,error\nBrno,x,y\n"));

        Assert.StartsWith("address,longitude,error,maptiler_longitude,latitude,place_name,place_type,relevance,maptiler_error\r\nBrno,x,y,16.60796,", Read("results.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_byte_order_mark_is_no_part_of_a_name_and_stays_where_it_was(bool marked)
    {
        File.WriteAllText(PathOf("addresses.csv"), "address;id\nZürich;1\n", new UTF8Encoding(marked));

        var run = await RunAsync(PathOf("addresses.csv"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(marked, File.ReadAllBytes(PathOf("results.csv")).AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.StartsWith("address;id;longitude;latitude;place_name;place_type;relevance;error\r\nZürich;1;8.55;", Read("results.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_and_a_key_the_example_runs_on_an_emulator()
    {
        var run = await RunProgramAsync(new ConfigurationBuilder().Build(), ["--out", PathOf("first")], Cancellation);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("a local emulator answers", run.Error, StringComparison.Ordinal);
        Assert.Contains("12 rows: 11 found, 1 nothing found, 0 failed.", run.Output, StringComparison.Ordinal);
        Assert.Empty(Emulator.Requests);
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace MapTiler.Samples.Tests.BulkGeocoding;

public sealed partial class BulkGeocoderTests : BulkGeocodingTest
{
    [Fact]
    public async Task RunAsync_appends_the_result_to_the_columns_of_each_row()
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
        Assert.Contains("3 rows: 2 found, 1 not found, 0 failed.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_writes_a_GeoJSON_point_with_the_columns_as_properties_for_each_result()
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
    public async Task RunAsync_without_results_writes_an_empty_feature_collection()
    {
        await RunAsync(Write("addresses.csv", "address\nNowhereville\n"));

        using var json = JsonDocument.Parse(Read("results.geojson"));
        Assert.Equal(0, json.RootElement.GetProperty("features").GetArrayLength());
    }

    [Fact]
    public async Task RunAsync_with_concurrent_requests_keeps_the_order_of_the_rows()
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
    public async Task RunAsync_sends_the_options_to_the_service()
    {
        await RunAsync(Write("addresses.csv", "street;name\n1;Brno\n"), "--column", "name", "--country", "cz,sk", "--language", "de,cs");

        var query = Assert.Single(Emulator.Requests).Query;
        Assert.Equal("cz,sk", query["country"]);
        Assert.Equal("de,cs", query["language"]);
        Assert.Equal("1", query["limit"]);
        Assert.Equal("false", query["autocomplete"]);
    }

    [Fact]
    public async Task RunAsync_with_a_minimum_relevance_does_not_find_less_relevant_places()
    {
        var input = Write("addresses.csv", "address\nBrnoo\n");
        await RunAsync(input);
        Assert.DoesNotContain("Brnoo,,", Read("results.csv"), StringComparison.Ordinal);

        var run = await RunWithKeyAsync(Emulator.ApiKey, [input, "--out", PathOf("strict"), "--min-relevance", "1"], Cancellation);

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("Brnoo,,,,,,\r\n", Read("strict.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_of_a_file_with_one_column_requires_no_quotes()
    {
        await RunAsync(Write("addresses.csv", "address\nZürich, Switzerland\n\"Brno; Czech Republic\"\n"));

        Assert.Equal(["Zürich, Switzerland", "Brno; Czech Republic"], Queries);
        Assert.StartsWith("address,longitude", Read("results.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_of_a_file_with_the_names_of_result_columns_adds_a_prefix()
    {
        await RunAsync(Write("addresses.csv", "address,longitude,error\nBrno,x,y\n"));

        Assert.StartsWith("address,longitude,error,maptiler_longitude,latitude,place_name,place_type,relevance,maptiler_error\r\nBrno,x,y,16.60796,", Read("results.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RunAsync_of_a_file_with_a_byte_order_mark_preserves_it(bool marked)
    {
        File.WriteAllText(PathOf("addresses.csv"), "address;id\nZürich;1\n", new UTF8Encoding(marked));

        var run = await RunAsync(PathOf("addresses.csv"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(marked, File.ReadAllBytes(PathOf("results.csv")).AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.StartsWith("address;id;longitude;latitude;place_name;place_type;relevance;error\r\nZürich;1;8.55;", Read("results.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_without_a_file_and_a_key_uses_the_example_and_an_emulator()
    {
        var run = await RunProgramAsync(new ConfigurationBuilder().Build(), ["--out", PathOf("first")], Cancellation);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("a local emulator is used", run.Error, StringComparison.Ordinal);
        Assert.Contains("12 rows: 11 found, 1 not found, 0 failed.", run.Output, StringComparison.Ordinal);
        Assert.Empty(Emulator.Requests);
    }

    [Theory]
    [InlineData("cs-CZ")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    public async Task RunAsync_in_any_culture_writes_the_same_results(string culture)
    {
        var input = Write("addresses.csv", "address\nWellington\nReykjavík\nBuenos Aires\n");
        await RunWithKeyAsync(Emulator.ApiKey, [input, "--out", PathOf("invariant"), "--min-relevance", "0.5"], Cancellation);
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        var run = await RunAsync(input, "--min-relevance", "0.5");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Wellington,174.77557,-41.28664,", Read("results.csv"), StringComparison.Ordinal);
        Assert.Equal(Read("invariant.csv"), Read("results.csv"));
        Assert.Equal(Read("invariant.geojson"), Read("results.geojson"));
        Assert.Equal(Read("invariant.job"), Read("results.job"));
        Assert.Contains("3 of 3 rows (100 %)", run.Error, StringComparison.Ordinal);
    }
}

using System.Globalization;
using System.Text.Json;

namespace MapTiler.Tool.Tests.Geocoding;

public sealed class FileGeocodingTests : FileGeocodingTest
{
    [Fact]
    public async Task Result_is_appended_to_the_columns_of_each_row()
    {
        Write("id,address,note\r\n1,Zürich,\"a, \"\"b\"\"\"\r\n2,\"Nowhereville,\nXyzzy\",\n3,Brno\n");

        var result = await GeocodeAsync();

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(["3 rows: 2 found, 1 not found, 0 rejected, 0 failed", "3 requests were billed", "Results: results.csv"], result.Lines);
        Assert.Equal(
            "id,address,note,longitude,latitude,place_name,place_type,relevance,status\r\n" +
            "1,Zürich,\"a, \"\"b\"\"\",8.55,47.36667,\"Zürich, Switzerland\",municipality,1,found\r\n" +
            "2,\"Nowhereville,\nXyzzy\",,,,,,,not_found\r\n" +
            "3,Brno,,16.60796,49.19522,\"Brno, South Moravian, Czech Republic\",municipality,1,found\r\n",
            Read("results.csv"));
        Assert.Equal(["addresses.csv"], FilesExcept("results.csv"));
    }

    [Fact]
    public async Task GeoJSON_contains_a_feature_for_each_row()
    {
        Write("id,address,status\n1,Zürich,x\n2,Nowhereville,\n");

        var result = await GeocodeAsync("--output", "results.geojson");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","geometry":{"type":"Point","coordinates":[8.55,47.36667]},"properties":{"id":"1","address":"Zürich","status":"x","place_name":"Zürich, Switzerland","place_type":"municipality","relevance":1,"maptiler_status":"found"}},
            {"type":"Feature","geometry":null,"properties":{"id":"2","address":"Nowhereville","status":"","place_name":null,"place_type":null,"relevance":null,"maptiler_status":"not_found"}}
            ]}

            """, Read("results.geojson").ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Summary_is_written_as_JSON()
    {
        Write("address\nBrno\nNowhereville\nBrno\n");

        var summary = (await GeocodeAsync("--json")).Json("geocode-file");

        Assert.Equal("""{"rows":3,"found":2,"notFound":1,"rejected":0,"failed":0,"requests":2,"output":"results.csv","rejects":null}""", JsonSerializer.Serialize(summary));
    }

    [Fact]
    public async Task Equal_rows_are_requested_once_and_concurrent_requests_preserve_the_order()
    {
        WriteRows(731);

        var result = await GeocodeAsync("--concurrency", "8");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(658, Queries.Count());
        Assert.Equal(658, Queries.Distinct().Count());
        Assert.InRange(Emulator.Requests.Count, 14, 30);
        Assert.Equal(Enumerable.Range(0, 731), Read("results.csv").Split("\r\n")[1..^1].Select(row => int.Parse(row.Split(',')[0], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Options_are_sent_with_each_request()
    {
        Write("street;city\nBahnhofstrasse 1;Zürich\n;Brno\n");

        await GeocodeAsync("--column", "street,city", "--country", "cz,ch", "--language", "de,cs");

        Assert.Equal("/geocoding/Bahnhofstrasse%201%2C%20Z%C3%BCrich;Brno.json?language=de,cs&country=cz,ch&limit=1&autocomplete=false&key=***", Assert.Single(Emulator.Requests).Target);
    }

    [Fact]
    public async Task Locations_of_a_file_are_geocoded_by_reverse()
    {
        Tool.Write("points.csv", "lon\tlat\n8.54\t47.37\n8.54\tnorth\n8.54\t91\n");

        var result = await Tool.RunAsync("reverse", "--file", "points.csv", "--column", "lon,lat", "--type", "municipality");

        Assert.Equal(5, result.ExitCode);
        Assert.Equal("/geocoding/8.54,47.37.json?limit=1&types=municipality&key=***", Assert.Single(Emulator.Requests).Target);
        Assert.Equal(
            "lon\tlat\tlongitude\tlatitude\tplace_name\tplace_type\trelevance\tstatus\r\n8.54\t47.37\t8.55\t47.36667\tZürich, Switzerland\tmunicipality\t1\tfound\r\n" +
            "8.54\tnorth\t\t\t\t\t\trejected\r\n8.54\t91\t\t\t\t\t\trejected\r\n", Read("points.geocoded.csv"));
    }

    [Fact]
    public async Task Places_below_the_minimum_relevance_count_as_not_found()
    {
        Write("address\nBrnoo\n");
        await GeocodeAsync();

        await GeocodeAsync("--min-relevance", "1", "--output", "strict.csv");

        Assert.EndsWith(",found\r\n", Read("results.csv"), StringComparison.Ordinal);
        Assert.EndsWith("Brnoo,,,,,,not_found\r\n", Read("strict.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_the_service_rejects_are_in_a_file_with_the_reason()
    {
        Emulator.Faults.Add(new() { When = request => request.Path.Contains("reject", StringComparison.Ordinal), Status = 400, Body = "Query is not valid" });
        Write("id,address\n1,Brno\n2,reject me\n3,\n4,Zürich, Switzerland\n5,reject me\n6,Wien\n");

        var result = await GeocodeAsync();

        Assert.Equal((5, ""), (result.ExitCode, result.Error));
        Assert.Equal("6 rows: 2 found, 0 not found, 4 rejected, 0 failed", result.Lines[0]);
        Assert.Equal("Rejected and failed rows: results.rejected.csv", result.Lines[^1]);
        var rejects = Read("results.rejected.csv").Split("\r\n");
        Assert.Equal("line,reason,id,address", rejects[0]);
        Assert.Matches("^3,.*Query is not valid.*,2,reject me$", rejects[1]);
        Assert.Equal("4,address is empty.,3,", rejects[2]);
        Assert.Equal("5,\"The row has 3 fields, but there are 2 columns. Put quotes around values that contain a ','.\",4,Zürich, Switzerland", rejects[3]);
        Assert.Matches("^6,.*Query is not valid.*,5,reject me$", rejects[4]);
        Assert.Equal(7, Read("results.csv").Split("\r\n")[..^1].Length);
    }

    [Fact]
    public async Task Corrected_rows_are_sent_by_the_same_command_and_nothing_else()
    {
        Write("id,address\n1,Brno\n2,\n3,Wien,Austria\n4,Kyoto\n");
        Assert.Equal(5, (await GeocodeAsync()).ExitCode);
        Emulator.Requests.Clear();
        Write("id,address\n1,Brno\n3,\"Wien, Austria\"\n4,Kyoto\n2,Nairobi\n");

        var result = await GeocodeAsync();

        Assert.Equal(["Wien, Austria", "Nairobi"], Queries);
        Assert.Equal((0, "2 requests were billed"), (result.ExitCode, result.Lines[1]));
        Assert.StartsWith("Continuing: 2 queries", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_a_failed_request_are_sent_again_by_the_same_command_and_nothing_else()
    {
        Emulator.Faults.Add(new() { When = request => request.Path.Contains("%2060", StringComparison.Ordinal), Status = 409, Body = "no" });
        WriteRows(120);
        var failed = await GeocodeAsync();
        Assert.Equal((5, "Run the same command again to send only the failed rows."), (failed.ExitCode, failed.Lines[^1]));
        Assert.Equal(50, Read("results.csv").Split("\r\n").Count(row => row.EndsWith(",failed", StringComparison.Ordinal)));
        Assert.Equal(50, Read("results.rejected.csv").Split("\r\n").Count(row => row.Contains("409", StringComparison.Ordinal)));
        Emulator.Faults.Clear();
        Emulator.Requests.Clear();

        var result = await GeocodeAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(50, Queries.Count());
        Assert.Equal(["addresses.csv"], FilesExcept("results.csv"));
    }

    [Fact]
    public async Task More_requests_than_the_limit_must_be_allowed()
    {
        WriteRows(20);

        var rejected = await GeocodeAsync("--max-requests", "10");
        var limited = await GeocodeAsync("--max-requests", "18");

        Assert.Contains("The file requires 18 requests, which is more than --max-requests 10. Allow them with --yes or --max-requests 18.", rejected.ErrorLine(2), StringComparison.Ordinal);
        Assert.Equal(0, limited.ExitCode);
    }

    [Fact]
    public async Task More_than_1000_requests_require_yes()
    {
        WriteRows(1200);

        Assert.Contains("--max-requests 1000", (await GeocodeAsync()).ErrorLine(2), StringComparison.Ordinal);
        Assert.Empty(Emulator.Requests);
        Assert.Equal(0, (await GeocodeAsync("--yes")).ExitCode);
    }

    [Fact]
    public async Task Existing_output_is_replaced_only_with_overwrite()
    {
        Write("address\nBrno\n");
        Tool.Write("results.csv", "mine");

        Assert.Contains("'results.csv' exists already. Choose another --output, or replace it with --overwrite.", (await GeocodeAsync()).ErrorLine(2), StringComparison.Ordinal);
        Assert.Equal("mine", Read("results.csv"));
        Assert.Equal(0, (await GeocodeAsync("--overwrite")).ExitCode);
        Assert.NotEqual("mine", Read("results.csv"));
    }

    [Theory]
    [InlineData("addresses.csv", "./addresses.csv")]
    [InlineData("addresses.rejected.csv", "addresses.csv")]
    [InlineData("addresses.csv.progress", "addresses.csv")]
    [InlineData("addresses.csv.tmp", "addresses.csv")]
    public async Task Input_that_would_be_overwritten_is_invalid_usage(string input, string output)
    {
        Tool.Write(input, "address\nBrno\n");

        var result = await Tool.RunAsync("geocode", "--file", input, "--output", output, "--overwrite");

        Assert.Contains($"would overwrite the input '{input}'", result.ErrorLine(2), StringComparison.Ordinal);
        Assert.Equal("address\nBrno\n", Read(input));
        Assert.Empty(FilesExcept(input));
        Assert.Empty(Emulator.Requests);
    }

    [Fact]
    public async Task Corrected_rows_in_another_file_do_not_replace_the_output_and_the_stored_results()
    {
        Write("id,address\n1,Brno\n2,\n");
        Assert.Equal(5, (await GeocodeAsync()).ExitCode);
        var (output, stored) = (Read("results.csv"), Read("results.csv.progress"));
        Tool.Write("corrected.csv", "id,address\n2,Kyoto\n");
        Emulator.Requests.Clear();

        var result = await Tool.RunAsync("geocode", "--file", "corrected.csv", "--output", "results.csv", "--overwrite");

        Assert.Contains("results.csv.progress' contains the results of another input or other options", result.ErrorLine(2), StringComparison.Ordinal);
        Assert.Contains("addresses.csv", result.Error, StringComparison.Ordinal);
        Assert.Equal((output, stored), (Read("results.csv"), Read("results.csv.progress")));
        Assert.Empty(Emulator.Requests);
    }

    [Fact]
    public async Task Output_in_a_missing_folder_fails_before_a_request()
    {
        Write("address\nBrno\n");

        (await GeocodeAsync("--output", "missing/results.csv")).ErrorLine(2);
        Assert.Empty(Emulator.Requests);
    }

    [Fact]
    public async Task GeoJSON_is_converted_to_a_GeoPackage_by_GDAL()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/ogr2ogr"), "GDAL is not installed.");
        Write("id,address\n1,Zürich\n2,Nowhereville\n");

        await GeocodeAsync("--output", "results.geojson");
        var converted = await Tool.RunShellAsync("ogr2ogr results.gpkg results.geojson && ogrinfo -al results.gpkg");

        Assert.Equal(0, converted.ExitCode);
        Assert.Contains("Feature Count: 2", converted.Output, StringComparison.Ordinal);
        Assert.Contains("relevance: Real", converted.Output.Replace("Integer", "Real", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}

using System.Reflection;
using MapTiler.Emulator;
using MapTiler.Geocoding;

namespace MapTiler.Tool.Tests;

public sealed class GeocodeCommandTests(EmulatorFixture fixture) : IDisposable
{
    private readonly Tool _tool = new(fixture.Emulator);

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Places_in_a_pipe_are_one_line_each_without_a_header()
    {
        var result = await _tool.RunAsync("geocode", "Zürich", "--limit", "1");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal("Zürich, Switzerland\tmunicipality\t8.55,47.36667\t1\n", result.Output);
    }

    [Fact]
    public async Task Geocode_writes_the_places_as_JSON()
    {
        var result = await _tool.RunAsync("geocode", "Zürich", "--json", "--limit", "2");

        var places = result.Json("places").GetProperty("places");
        Assert.Equal((0, 2), (result.ExitCode, places.GetArrayLength()));
        Assert.Equal(("Zürich, Switzerland", 8.55, 47.36667), (places[0].GetProperty("name").GetString(), places[0].GetProperty("longitude").GetDouble(), places[0].GetProperty("latitude").GetDouble()));
    }

    [Fact]
    public async Task Geocode_without_a_match_succeeds_with_an_empty_result()
    {
        var text = await _tool.RunAsync("geocode", "Nowhereville-upon-Nothing");
        var json = await _tool.RunAsync("geocode", "Nowhereville-upon-Nothing", "--json");

        Assert.Equal((0, "", "Nothing was found.\n"), (text.ExitCode, text.Output, text.Error));
        Assert.Equal(0, json.Json("places").GetProperty("places").GetArrayLength());
    }

    [Fact]
    public async Task Geocode_sends_its_options()
    {
        var key = fixture.Emulator.AddKey("geocode options");
        _tool["MAPTILER_API_KEY"] = key.Key;

        await _tool.RunAsync("geocode", "Brno", "--country", "cz,sk", "--language", "de,cs", "--type", "municipality,poi", "--bbox", "12,48,19,51.1", "--proximity", "14.4,50", "--limit", "3");

        var request = Assert.Single(fixture.Emulator.Requests, request => request.KeyName == key.Name);
        Assert.Equal("/geocoding/Brno.json?bbox=12,48,19,51.1&proximity=14.4,50&language=de,cs&country=cz,sk&limit=3&types=municipality,poi&key=***", request.Target);
    }

    [Fact]
    public async Task Geocode_without_options_sends_none()
    {
        var key = fixture.Emulator.AddKey("no geocode options");
        _tool["MAPTILER_API_KEY"] = key.Key;

        await _tool.RunAsync("geocode", "Brno");

        Assert.Equal("/geocoding/Brno.json?key=***", Assert.Single(fixture.Emulator.Requests, request => request.KeyName == key.Name).Target);
    }

    [Fact]
    public async Task Reverse_writes_the_places_at_a_location()
    {
        var result = await _tool.RunAsync("reverse", "-71.2,46.8", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(result.Json("places").GetProperty("places").EnumerateArray(), place => place.GetProperty("name").GetString() == "Canada");
    }

    [Theory]
    [InlineData("geocode", "Specify a query or --file.")]
    [InlineData("geocode Brno --file a.csv", "Specify a query or --file.")]
    [InlineData("reverse", "Specify a location or --file.")]
    [InlineData("reverse 8.5", "is not a location such as 8.5417,47.3769")]
    [InlineData("reverse 8.5,99", "is not a location such as 8.5417,47.3769")]
    [InlineData("geocode Brno --country Czechia", "--country is not valid. --country must be ISO 3166-1 alpha-2 codes, such as 'ch'.")]
    [InlineData("geocode Brno --language de,de", "--language is not valid. The list contains a value twice")]
    [InlineData("geocode Brno --limit 11", "--limit is not valid. A limit must be between 1 and 10")]
    [InlineData("reverse 16.6,49.2 --limit 2", "Set exactly one of --type, or do not set --limit.")]
    [InlineData("geocode Brno Czechia", "'Czechia'. A query of several words must be in quotation marks.")]
    [InlineData("geocode 8.5417,47.3769", "maptiler reverse 8.5417,47.3769")]
    [InlineData("geocode -71.2,46.8", "maptiler reverse -71.2,46.8")]
    [InlineData("geocode --file a.csv --concurrency 0", "--concurrency must be in 1..64")]
    [InlineData("geocode --file a.csv --min-relevance 1.5", "--min-relevance must be in 0..1")]
    [InlineData("geocode --file a.csv --delimiter abc", "--delimiter must be one character, or tab.")]
    [InlineData("reverse --file a.csv --column longitude", "--column must be two columns")]
    public async Task Invalid_arguments_are_one_line_and_exit_code_2(string arguments, string message)
    {
        _tool.Write("a.csv", "address\nBrno\n");

        Assert.Contains(message, (await _tool.RunAsync(arguments.Split(' '))).ErrorLine(2), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("geocode", "Brno")]
    [InlineData("reverse", "16.6,49.2")]
    public async Task Unknown_type_is_rejected_with_the_list_of_all_types_before_a_request(string command, string value)
    {
        _tool["MAPTILER_BASE_ADDRESS"] = "http://127.0.0.1:9/";

        var error = (await _tool.RunAsync(command, value, "--type", "city")).ErrorLine(2);

        Assert.StartsWith("maptiler: --type 'city' is not a type of places.", error, StringComparison.Ordinal);
        var types = typeof(PlaceType).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => ((PlaceType)property.GetValue(null)!).Value).Order(StringComparer.Ordinal);
        Assert.Equal(types, error.Split("The types are ")[1].TrimEnd('.').Split(", ").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("8.5417 47.3769")]
    [InlineData("8.5,47.3,10")]
    [InlineData("8,Zürich")]
    public async Task Query_that_is_not_two_numbers_is_sent(string query)
    {
        var result = await _tool.RunAsync("geocode", query);

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("reverse", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("geocode Brno")]
    [InlineData("geocode --file a.csv")]
    public async Task Without_a_key_the_exit_code_is_3(string arguments)
    {
        _tool.Write("a.csv", "address\nBrno\n");
        _tool["MAPTILER_API_KEY"] = null;

        Assert.Contains("There is no API key.", (await _tool.RunAsync(arguments.Split(' '))).ErrorLine(3), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("geocode Brno")]
    [InlineData("reverse 16.6,49.2")]
    [InlineData("geocode --file a.csv")]
    public async Task With_a_wrong_key_the_exit_code_is_3_and_no_file_remains(string arguments)
    {
        _tool.Write("a.csv", "address\nBrno\n");
        _tool["MAPTILER_API_KEY"] = "fakeWrongKey12345";

        Assert.Contains("maptiler check", (await _tool.RunAsync(arguments.Split(' '))).ErrorLine(3), StringComparison.Ordinal);
        Assert.Equal([_tool.PathOf("a.csv")], Directory.GetFiles(_tool.Folder));
    }

    [Theory]
    [InlineData("geocode Brno")]
    [InlineData("geocode --file a.csv")]
    public async Task Without_a_network_the_exit_code_is_1(string arguments)
    {
        _tool.Write("a.csv", "address\nBrno\n");
        _tool["MAPTILER_BASE_ADDRESS"] = "http://127.0.0.1:9/";

        Assert.Contains("/geocoding/", (await _tool.RunAsync(arguments.Split(' '))).ErrorLine(1), StringComparison.Ordinal);
        Assert.Equal([_tool.PathOf("a.csv")], Directory.GetFiles(_tool.Folder));
    }

    [Fact]
    public async Task With_a_used_up_quota_the_exit_code_is_4()
    {
        var key = fixture.Emulator.AddKey("geocode quota");
        (key.Plan, key.RequestLimit) = (EmulatedPlan.Free, 1);
        _tool["MAPTILER_API_KEY"] = key.Key;

        Assert.Equal(0, (await _tool.RunAsync("geocode", "Brno")).ExitCode);
        (await _tool.RunAsync("geocode", "Brno")).ErrorLine(4);
    }

    [Fact]
    public async Task Places_in_a_narrow_terminal_are_a_list()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "The program script is not installed.");

        var result = await _tool.RunShellAsync("export -f maptiler; script -qec 'stty cols 20; maptiler geocode Brno --limit 1' /dev/null");

        Assert.Contains("Type: municipality", result.Output, StringComparison.Ordinal);
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Replace("\u001b[?1h\u001b=", "", StringComparison.Ordinal).Length, 0, 20));
    }

    [Fact]
    public async Task Reader_that_closes_the_pipe_is_no_error()
    {
        var result = await _tool.RunShellAsync("maptiler geocode Zürich --limit 10 | true");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }
}

using System.Globalization;
using MapTiler.Emulator;

namespace MapTiler.Tool.Tests;

/// <summary>The commands <c>usage</c>, <c>tilesets</c>, <c>upload</c> and <c>data</c>.</summary>
public sealed class AccountCommandsTests : IAsyncLifetime
{
    private const string Features = """{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[8.5,47.4]},"properties":{"name":"Zürich"}},{"type":"Feature","geometry":null,"properties":{}}]}""";

    private MapTilerEmulator _emulator = null!;
    private Tool _tool = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _emulator = await MapTilerEmulator.StartAsync(new() { PartSize = 1_000_000 }, Cancellation);
        _tool = new(_emulator) { ["MAPTILER_API_KEY"] = null, ["MAPTILER_SERVICE_TOKEN"] = _emulator.ServiceToken };
    }

    public async ValueTask DisposeAsync()
    {
        _tool.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Usage_is_shown_by_day_and_by_key()
    {
        var key = _emulator.AddKey("shop");
        using var client = new HttpClient { BaseAddress = _emulator.BaseAddress };
        for (var i = 0; i < 3; i++)
            await client.GetStringAsync($"geocoding/Brno.json?key={key.Key}", Cancellation);

        var text = await _tool.RunAsync("usage");
        var usage = (await _tool.RunAsync("usage", "--json", "--period", "90-days")).Json("usage");

        Assert.Equal((0, ""), (text.ExitCode, text.Error));
        Assert.Equal(30, text.Rows().Count(row => System.Text.RegularExpressions.Regex.IsMatch(row, @"^day\|\d{4}-\d\d-\d\d\|request\|\d$")));
        Assert.Equal("key|shop|request|3", text.Rows()[^1]);
        Assert.Equal(31, text.Lines.Length);
        Assert.Equal((90, 3), (usage.GetProperty("days").GetArrayLength(), usage.GetProperty("days").EnumerateArray().Sum(day => day.GetProperty("value").GetInt32())));
        Assert.Equal("shop", usage.GetProperty("keys")[0].GetProperty("label").GetString());
    }

    [Fact]
    public async Task Numbers_of_the_usage_have_no_separator_in_a_pipe_and_one_in_a_terminal()
    {
        Tool.SkipWithoutTerminal();
        _emulator.AddKey("shop");
        using var client = new HttpClient { BaseAddress = _emulator.BaseAddress };
        var key = _emulator.Keys.Single(key => key.Name == "shop").Key;
        for (var i = 0; i < 1000; i++)
            await client.GetStringAsync($"geocoding/Brno.json?key={key}", Cancellation);

        var pipe = await _tool.RunAsync("usage");
        var terminal = await _tool.RunInTerminalAsync($"NO_COLOR=1 {Tool.Executable} usage");

        Assert.Equal("key|shop|request|1000", pipe.Rows()[^1]);
        Assert.Matches(@"requests, \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d: 1,000", terminal.Output);
        Assert.Matches(@"shop +.?request +.?1,000", terminal.Output);
    }

    [Fact]
    public async Task Usage_of_an_unknown_period_is_one_line() =>
        Assert.Contains("'year'", (await _tool.RunAsync("usage", "--period", "year")).ErrorLine(2), StringComparison.Ordinal);

    [Fact]
    public async Task Tileset_is_uploaded_and_listed_and_changed_and_deleted()
    {
        _tool.Write("trails.geojson", Features);

        var uploaded = await _tool.RunAsync("upload", "trails.geojson", "--create", "vector_tileset", "--json");
        var id = uploaded.Json("upload").GetProperty("documentId").GetString()!;
        Assert.Equal((0, "", "completed"), (uploaded.ExitCode, uploaded.Error, uploaded.Json("upload").GetProperty("state").GetString()));
        Assert.Equal([_tool.PathOf("trails.geojson")], Directory.GetFiles(_tool.Folder));

        Assert.Equal($"trails|{id}|", (await _tool.RunAsync("tilesets", "list")).Rows()[0]);
        Assert.Equal(id, (await _tool.RunAsync("tilesets", "list", "--json")).Json("tilesets").GetProperty("tilesets")[0].GetProperty("id").GetString());

        var changed = (await _tool.RunAsync("tilesets", "update", id, "--title", "Trails of Zürich", "--attribution", "© me", "--json")).Json("tileset");
        Assert.Equal(("Trails of Zürich", "© me"), (changed.GetProperty("title").GetString(), changed.GetProperty("attribution").GetString()));

        Assert.Contains("--yes", (await _tool.RunAsync("tilesets", "delete", id)).ErrorLine(2), StringComparison.Ordinal);
        Assert.Equal("Deleted: Trails of Zürich\n", (await _tool.RunAsync("tilesets", "delete", id, "--yes")).Output);
        (await _tool.RunAsync("tilesets", "delete", id, "--yes")).ErrorLine(1);
    }

    [Fact]
    public async Task Upload_that_is_killed_is_resumed_by_the_same_command()
    {
        File.WriteAllBytes(_tool.PathOf("relief.tif"), new byte[5_000_000]);
        _emulator.Faults.Add(new() { PathPrefix = "/uploads/", Skip = 3, Delay = TimeSpan.FromMinutes(5) });
        using (var process = _tool.Start(Tool.Executable, "upload", "relief.tif"))
        {
            while (_emulator.Uploads.SingleOrDefault()?.PartsReceived is not >= 1 || !File.Exists(_tool.PathOf("relief.tif.upload")))
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancellation);
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }

        _emulator.Faults.Clear();
        var result = await _tool.RunAsync("upload", "relief.tif");

        Assert.Equal((0, "Resuming the upload.\n"), (result.ExitCode, result.Error));
        Assert.Equal((EmulatedUploadState.Completed, 5_000_000L), (Assert.Single(_emulator.Uploads).State, _emulator.Uploads.Single().Size));
        Assert.Equal([_tool.PathOf("relief.tif")], Directory.GetFiles(_tool.Folder));
    }

    [Fact]
    public async Task Upload_that_cannot_be_processed_fails_with_the_reason()
    {
        _tool.Write("trails.geojson", Features);
        _emulator.Uploads.FailNext("Not a geometry");

        var line = (await _tool.RunAsync("upload", "trails.geojson")).ErrorLine(1);

        Assert.Contains("Not a geometry", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("upload missing.tif", "does not exist")]
    [InlineData("upload empty.tif", "no data to upload")]
    [InlineData("upload trails.geojson --replace x", "'x'")]
    public async Task Invalid_upload_is_one_line_and_exit_code_2(string arguments, string message)
    {
        _tool.Write("empty.tif", "");

        Assert.Contains(message, (await _tool.RunAsync(arguments.Split(' '))).ErrorLine(2), StringComparison.Ordinal);
        Assert.Empty(_emulator.Uploads);
    }

    [Fact]
    public async Task Data_is_written_to_the_standard_output_and_to_a_file()
    {
        _emulator.AddDataset("stops", Features);

        var output = await _tool.RunAsync("data", "get", "stops");
        var file = await _tool.RunAsync("data", "get", "stops", "--output", "stops.geojson", "--json");
        var lines = await _tool.RunAsync("data", "get", "stops", "--lines");

        Assert.Equal(Features, string.Concat(output.Lines));
        Assert.Equal(output.Output, File.ReadAllText(_tool.PathOf("stops.geojson")));
        Assert.Equal(2, file.Json("data").GetProperty("features").GetInt32());
        Assert.Equal(2, lines.Lines.Length);
        Assert.Contains("--overwrite", (await _tool.RunAsync("data", "get", "stops", "--output", "stops.geojson")).ErrorLine(2), StringComparison.Ordinal);
        Assert.Contains("Zürich", lines.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_that_is_truncated_leaves_no_file()
    {
        _emulator.AddDataset("stops", Features);
        _emulator.Faults.Add(new() { PathPrefix = "/data/", Delivery = FaultDelivery.Truncated, SentBytes = 150 });

        (await _tool.RunAsync("data", "get", "stops", "--output", "stops.geojson")).ErrorLine(1);

        Assert.Empty(Directory.GetFiles(_tool.Folder));
    }

    [Fact]
    public async Task Reader_of_large_data_that_closes_the_pipe_is_no_error()
    {
        var feature = """{"type":"Feature","geometry":{"type":"Point","coordinates":[8.5,47.4]},"properties":{"n":0}}""";
        _emulator.AddDataset("many", $$"""{"type":"FeatureCollection","features":[{{string.Join(',', Enumerable.Repeat(feature, 20_000))}}]}""");

        var result = await _tool.RunShellAsync("maptiler data get many --lines | head -n 2 | wc -l");

        Assert.Equal((0, "2", ""), (result.ExitCode, result.Output.Trim(), result.Error));
    }

    [Fact]
    public async Task Unknown_data_has_exit_code_1() =>
        Assert.Contains("404", (await _tool.RunAsync("data", "get", string.Create(CultureInfo.InvariantCulture, $"{Guid.Empty}"))).ErrorLine(1), StringComparison.Ordinal);
}

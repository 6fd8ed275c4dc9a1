using System.Diagnostics;
using MapTiler.Emulator;

namespace MapTiler.Tool.Tests;

public sealed class TilesCommandTests : IDisposable
{
    private static readonly string[] Switzerland = ["--bounds", "5.9,45.8,10.5,47.8", "--yes"];
    private readonly MapTilerEmulator _emulator;
    private readonly EmulatedKey _key;
    private readonly Tool _tool;

    public TilesCommandTests(EmulatorFixture fixture)
    {
        _emulator = fixture.Emulator;
        _key = _emulator.AddKey("tiles " + Guid.NewGuid());
        _tool = new(_emulator) { ["MAPTILER_API_KEY"] = _key.Key };
    }

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Tiles_are_saved_in_a_folder_and_downloaded_once()
    {
        string[] arguments = ["tiles", "countries", .. Switzerland, "--zoom", "0-5", "-o", "folder", "--json"];

        var first = await _tool.RunAsync(arguments);
        var second = await _tool.RunAsync(arguments);

        var json = first.Json("tiles");
        Assert.Equal(0, first.ExitCode);
        Assert.Contains("billed requests", first.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_tool.PathOf("folder/0/0/0.pbf")));
        Assert.Equal(json.GetProperty("saved").GetInt64(), Directory.GetFiles(_tool.PathOf("folder"), "*", SearchOption.AllDirectories).Length);
        Assert.Equal((json.GetProperty("saved").GetInt64(), 0), (second.Json("tiles").GetProperty("existing").GetInt64(), second.Json("tiles").GetProperty("saved").GetInt64()));
    }

    [Fact]
    public async Task Raster_tiles_of_a_map_are_saved_in_MBTiles()
    {
        var result = await _tool.RunAsync(["tiles", "streets-v4", "--map", "--tile-size", "256", .. Switzerland, "--zoom", "0-1", "-o", "map.mbtiles", "--json"]);

        Assert.Equal((0, 2L), (result.ExitCode, result.Json("tiles").GetProperty("saved").GetInt64()));
        var bytes = await File.ReadAllBytesAsync(_tool.PathOf("map.mbtiles"), TestContext.Current.CancellationToken);
        Assert.Equal("SQLite format 3", System.Text.Encoding.ASCII.GetString(bytes, 0, 15));
        Assert.Single(Directory.GetFiles(_tool.Folder));
    }

    [Fact]
    public async Task Vector_tiles_in_MBTiles_are_read_by_GDAL()
    {
        Assert.SkipUnless(HasGdal() || Environment.GetEnvironmentVariable("CI") is not null, "ogrinfo is not installed.");

        await _tool.RunAsync(["tiles", "countries", .. Switzerland, "--zoom", "0-2", "-o", "countries.mbtiles"]);
        var layers = await _tool.RunShellAsync("ogrinfo -ro countries.mbtiles");

        Assert.Contains("MBTiles", layers.Output, StringComparison.Ordinal);
        Assert.Contains("administrative", layers.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("tiles.mbtiles")]
    public async Task Download_without_a_confirmation_sends_no_request_for_a_tile_and_leaves_no_file(string output)
    {
        var result = await _tool.RunAsync("tiles", "countries", "--bounds", "5.9,45.8,10.5,47.8", "--zoom", "0-3", "-o", output);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--yes", result.Error, StringComparison.Ordinal);
        Assert.Equal(["/tiles/countries/tiles.json"], Requests());
        Assert.Empty(Directory.GetFileSystemEntries(_tool.Folder));
    }

    [Fact]
    public async Task MBTiles_file_is_unchanged_without_a_confirmation_and_continued_with_one()
    {
        string[] arguments = ["tiles", "countries", .. Switzerland, "-o", "tiles.mbtiles", "--json"];
        var first = (await _tool.RunAsync([.. arguments, "--zoom", "0-1"])).Json("tiles");
        var bytes = File.ReadAllBytes(_tool.PathOf("tiles.mbtiles"));

        var rejected = await _tool.RunAsync([.. arguments.Where(argument => argument != "--yes"), "--zoom", "0-2"]);
        var unchanged = File.ReadAllBytes(_tool.PathOf("tiles.mbtiles"));
        var second = (await _tool.RunAsync([.. arguments, "--zoom", "0-2"])).Json("tiles");

        Assert.Equal(2, rejected.ExitCode);
        Assert.Equal(bytes, unchanged);
        Assert.Equal(first.GetProperty("saved").GetInt64(), second.GetProperty("existing").GetInt64());
        Assert.NotEqual(0, second.GetProperty("saved").GetInt64());
        Assert.Single(Directory.GetFiles(_tool.Folder));
    }

    [Fact]
    public async Task Key_that_is_rejected_ends_the_download()
    {
        _key.Status = EmulatedKeyStatus.Suspended;

        Assert.Contains("maptiler check", (await _tool.RunAsync(["tiles", "countries", .. Switzerland, "--zoom", "0-3", "-o", "folder"])).ErrorLine(3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tile_that_fails_is_counted_and_downloaded_by_the_next_run()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        emulator.Faults.Add(new Fault { PathPrefix = "/tiles/countries/2/2/1", Status = 404, Times = 1 });
        using var tool = new Tool(emulator);
        string[] arguments = ["tiles", "countries", .. Switzerland, "--zoom", "0-3", "-o", "folder", "--json"];

        var first = await tool.RunAsync(arguments);
        var second = await tool.RunAsync(arguments);

        Assert.Equal((5, 1L), (first.ExitCode, first.Json("tiles").GetProperty("failed").GetInt64()));
        Assert.Equal((0, 1L), (second.ExitCode, second.Json("tiles").GetProperty("saved").GetInt64()));
    }

    [Theory]
    [InlineData("--zoom 3-1", "--zoom")]
    [InlineData("--zoom 0-21", "has the zoom levels")]
    public async Task Invalid_zoom_is_one_line(string zoom, string message) =>
        Assert.Contains(message, (await _tool.RunAsync(["tiles", "countries", .. Switzerland, .. zoom.Split(' '), "-o", "folder"])).ErrorLine(2), StringComparison.Ordinal);

    [Fact]
    public async Task File_that_is_no_MBTiles_is_one_line()
    {
        _tool.Write("text.mbtiles", new string('x', 5000));

        Assert.Contains("MBTiles", (await _tool.RunAsync(["tiles", "countries", .. Switzerland, "--zoom", "0", "-o", "text.mbtiles"])).ErrorLine(2), StringComparison.Ordinal);
    }

    private string[] Requests() => [.. _emulator.Requests.Where(request => request.KeyName == _key.Name).Select(request => request.Path)];

    private static bool HasGdal()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ogrinfo", "--version") { RedirectStandardOutput = true });
            process!.WaitForExit();
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

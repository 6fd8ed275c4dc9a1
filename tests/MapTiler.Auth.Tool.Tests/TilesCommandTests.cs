using System.Diagnostics;
using MapTiler.Emulator;
using MapTiler.Tool.Commands;
using MapTiler.Tool.TileStores;
using Microsoft.Data.Sqlite;

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
    [InlineData("folder", "pbf")]
    [InlineData("folder", "png")]
    [InlineData("tiles.mbtiles", "pbf")]
    [InlineData("tiles.mbtiles", "png")]
    public async Task Tile_without_content_is_saved_as_an_empty_one_and_requested_once(string output, string format)
    {
        var id = AddTileset(format, (z, _, _) => z == 0 ? [1, 2, 3] : null);
        string[] arguments = ["tiles", id, .. Switzerland, "--zoom", "0-2", "-o", output, "--json"];

        var first = (await _tool.RunAsync(arguments)).Json("tiles");
        var requests = Requests().Length;
        var second = (await _tool.RunAsync(arguments)).Json("tiles");

        Assert.Equal((1, 2), (first.GetProperty("saved").GetInt32(), first.GetProperty("empty").GetInt32()));
        Assert.Equal((3, 0), (second.GetProperty("existing").GetInt32(), second.GetProperty("empty").GetInt32()));
        Assert.Equal([$"/tiles/{id}/tiles.json"], Requests()[requests..]);
        if (output == "folder")
            Assert.Equal(0, new FileInfo(_tool.PathOf($"folder/2/2/1.{format}")).Length);
        else
            Assert.Equal(0L, Query("tiles.mbtiles", "SELECT LENGTH(tile_data) FROM tiles WHERE zoom_level = 2"));
    }

    [Fact]
    public async Task Metadata_of_MBTiles_include_the_tiles_of_all_runs()
    {
        await _tool.RunAsync("tiles", "countries", "--bounds", "5.9,45.8,10.5,47.8", "--zoom", "2-3", "-o", "tiles.mbtiles", "--yes");
        await _tool.RunAsync("tiles", "countries", "--bounds", "12,48.5,18.9,51.1", "--zoom", "0-1", "-o", "tiles.mbtiles", "--yes");
        await _tool.RunAsync("tiles", "countries", "--bounds", "6,46,7,47", "--zoom", "1-2", "-o", "tiles.mbtiles", "--yes");

        Assert.Equal("bounds=5.9,45.8,18.9,51.1 maxzoom=3 minzoom=0",
            Query("tiles.mbtiles", "SELECT GROUP_CONCAT(name || '=' || value, ' ') FROM (SELECT * FROM metadata WHERE name IN ('bounds', 'minzoom', 'maxzoom') ORDER BY name)"));
    }

    [Fact]
    public async Task Metadata_of_MBTiles_contain_the_format_of_the_requested_images()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        emulator.Faults.Add(new() { PathPrefix = "/maps/streets-v4/tiles.json", Body = """{"tilejson":"2.1.0","format":"jpg","minzoom":0,"maxzoom":22}""" });
        using var tool = new Tool(emulator);

        await tool.RunAsync(["tiles", "streets-v4", "--map", .. Switzerland, "--zoom", "0", "-o", "map.mbtiles"]);

        Assert.Equal("png", Query(tool.PathOf("map.mbtiles"), "SELECT value FROM metadata WHERE name = 'format'"));
        Assert.Equal("89504E47", Query(tool.PathOf("map.mbtiles"), "SELECT HEX(SUBSTR(tile_data, 1, 4)) FROM tiles"));
    }

    [Fact]
    public async Task MBTiles_file_of_another_tileset_is_invalid_usage_before_any_tile()
    {
        await _tool.RunAsync(["tiles", "countries", .. Switzerland, "--zoom", "0", "-o", "tiles.mbtiles"]);

        var error = (await _tool.RunAsync(["tiles", "v4", .. Switzerland, "--zoom", "0-1", "-o", "tiles.mbtiles"])).ErrorLine(2);

        Assert.Contains("tiles.mbtiles contains tiles of ", error, StringComparison.Ordinal);
        Assert.Equal(1L, Query(_tool.PathOf("tiles.mbtiles"), "SELECT COUNT(*) FROM tiles"));
    }

    [Fact]
    public async Task Many_tiles_are_counted_with_little_memory()
    {
        _tool["DOTNET_GCHeapHardLimit"] = "0x4000000"; // 64 MB, less than a list of these tiles

        var result = await _tool.RunAsync("tiles", AddTileset("pbf", (_, _, _) => null), "--bounds", "-180,-85.06,180,85.06", "--zoom", "0-12", "-o", "folder");

        Assert.StartsWith("22369621 of 22369621 tiles are to be downloaded, at most 22369621 billed requests.\n", result.Error, StringComparison.Ordinal);
        Assert.Equal((2, true), (result.ExitCode, result.Error.Contains("--yes", StringComparison.Ordinal)));
    }

    [Fact]
    public void Interruption_ends_the_search_for_missing_tiles()
    {
        using var store = new TileFolder(_tool.Folder);

        var missing = TilesCommand.Missing(new(new(-180, -85, 180, 85), 0, 14), store, new CancellationToken(canceled: true));

        Assert.Throws<OperationCanceledException>(() => missing.LongCount());
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

    private string AddTileset(string format, Func<int, int, int, byte[]?> tiles)
    {
        var id = Guid.NewGuid().ToString();
        _emulator.Add(new EmulatedTileset(id) { Format = format, Tiles = tiles });
        return id;
    }

    private object? Query(string file, string sql)
    {
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _tool.PathOf(file), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        database.Open();
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // constants
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
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

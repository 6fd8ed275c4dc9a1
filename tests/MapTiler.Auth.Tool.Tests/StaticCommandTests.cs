namespace MapTiler.Tool.Tests;

public sealed class StaticCommandTests : IDisposable
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G'];
    private readonly Tool _tool;

    public StaticCommandTests(EmulatorFixture fixture) => _tool = new(fixture.Emulator);

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Map_around_a_center_is_saved_and_described_as_JSON()
    {
        var result = await _tool.RunAsync("static", "streets-v4", "--center", "8.5417,47.3769", "--zoom", "10", "--size", "60x40", "--output", "map.png", "--json");

        var json = result.Json("static");
        Assert.Equal(("map.png", "image/png", 15), (json.GetProperty("path").GetString(), json.GetProperty("contentType").GetString(), json.GetProperty("billedRequests").GetInt32()));
        var bytes = await File.ReadAllBytesAsync(_tool.PathOf("map.png"), TestContext.Current.CancellationToken);
        Assert.Equal(Png, bytes[..4]);
        Assert.Equal(json.GetProperty("bytes").GetInt32(), bytes.Length);
    }

    [Fact]
    public async Task Map_with_a_path_and_markers_has_the_name_of_the_map_as_its_file()
    {
        _tool.Write("track.gpx", Tracks.Gpx);

        var result = await _tool.RunAsync("static", "streets-v4", "--path", "track.gpx", "--marker", "8.54,47.37,red", "--marker", "8.55,47.38", "--size", "60x40", "--format", "webp");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("Saved streets-v4.webp (image/webp, ", result.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_tool.PathOf("streets-v4.webp")));
    }

    [Fact]
    public async Task Image_is_written_to_a_pipe()
    {
        var result = await _tool.RunShellAsync("maptiler static streets-v4 --bounds 8,47,9,48 --size 60x40 -o - | head -c 4 | tail -c 3");

        Assert.Equal((0, "PNG", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Theory]
    [InlineData("--output map.webp", "map.webp")]
    [InlineData("--format webp", "streets-v4.webp")]
    public async Task Existing_file_is_replaced_only_with_overwrite(string options, string file)
    {
        string[] arguments = ["static", "streets-v4", "--bounds", "8,47,9,48", "--size", "60x40", .. options.Split(' ')];
        var path = _tool.Write(file, "old");

        Assert.Contains("--overwrite", (await _tool.RunAsync(arguments)).ErrorLine(2), StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(path));

        Assert.Equal(0, (await _tool.RunAsync([.. arguments, "--overwrite"])).ExitCode);
        Assert.NotEqual("old", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("", "--center, --bounds")]
    [InlineData("--center 8,47 --size 60", "--size")]
    [InlineData("--marker 8", "--marker")]
    [InlineData("--path missing.gpx", "cannot be read")]
    [InlineData("--bounds 9,47", "bounding box")]
    public async Task Invalid_option_is_one_line(string options, string message) =>
        Assert.Contains(message, (await _tool.RunAsync(["static", "streets-v4", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).ErrorLine(2), StringComparison.Ordinal);

    [Fact]
    public async Task Disk_that_is_full_is_one_line()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full.");

        Assert.Contains("The disk is full.", (await _tool.RunShellAsync("maptiler static streets-v4 --bounds 8,47,9,48 --size 60x40 -o - > /dev/full")).ErrorLine(1), StringComparison.Ordinal);
        Assert.Contains("The disk is full.", (await _tool.RunShellAsync("maptiler url style streets-v4 > /dev/full")).ErrorLine(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_that_does_not_exist_is_one_line() =>
        Assert.Contains("missing", (await _tool.RunAsync("static", "streets-v4", "--bounds", "8,47,9,48", "--size", "60x40", "-o", "missing/map.png")).ErrorLine(2), StringComparison.Ordinal);
}

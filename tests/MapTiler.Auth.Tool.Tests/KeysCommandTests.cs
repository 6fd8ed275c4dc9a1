using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using MapTiler.Emulator;

namespace MapTiler.Tool.Tests;

public sealed class KeysCommandTests : IAsyncLifetime
{
    private MapTilerEmulator _emulator = null!;
    private Tool _tool = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _tool = new(_emulator) { ["MAPTILER_API_KEY"] = null, ["MAPTILER_SERVICE_TOKEN"] = _emulator.ServiceToken };
    }

    public async ValueTask DisposeAsync()
    {
        _tool.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Key_is_created_and_changed_and_deleted()
    {
        var created = await _tool.RunAsync("keys", "create", "--name", "shop", "--allowed-origin", "shop.example,*.shop.example");
        Assert.Equal((0, ""), (created.ExitCode, created.Error));
        var key = Assert.Single(_emulator.Keys, key => key.Name == "shop");
        Assert.Equal(key.Key + "\n", created.Output);
        Assert.Equal(["shop.example", "*.shop.example"], key.Origins);

        var id = await IdOfAsync("shop");
        var changed = await _tool.RunAsync("keys", "update", id, "--allowed-origin", "", "--allowed-user-agent", "app/1", "--json");
        Assert.Equal("shop", changed.Json("key").GetProperty("name").GetString());
        key = Assert.Single(_emulator.Keys, key => key.Name == "shop");
        Assert.Equal((0, "app/1"), (key.Origins.Count, key.UserAgent));
        Assert.DoesNotContain(key.Key, changed.Output, StringComparison.Ordinal);

        Assert.Contains("--yes", (await _tool.RunAsync("keys", "delete", id)).ErrorLine(2), StringComparison.Ordinal);
        Assert.Equal("Deleted: shop\n", (await _tool.RunAsync("keys", "delete", id, "--yes")).Output);
        Assert.DoesNotContain(_emulator.Keys, key => key.Name == "shop");
        (await _tool.RunAsync("keys", "delete", id, "--yes")).ErrorLine(1);
    }

    [Fact]
    public async Task List_contains_the_keys_only_if_requested()
    {
        var table = await _tool.RunAsync("keys", "list");
        var shown = await _tool.RunAsync("keys", "list", "--show-keys");
        var json = await _tool.RunAsync("keys", "list", "--json");

        Assert.Equal(("default", await IdOfAsync("default")), (table.Rows()[0].Split('|')[0], table.Rows()[0].Split('|')[1]));
        Assert.DoesNotContain(_emulator.ApiKey, table.Output + json.Output, StringComparison.Ordinal);
        Assert.Equal($"{table.Rows()[0]}|{_emulator.ApiKey}", shown.Rows()[0]);
        Assert.Equal("default", json.Json("keys").GetProperty("keys")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData(80)]
    [InlineData(140)]
    public async Task Ids_and_keys_are_complete_in_a_terminal(int columns)
    {
        Tool.SkipWithoutTerminal();

        var result = await _tool.RunInTerminalAsync($"stty cols {columns}; NO_COLOR=1 {Tool.Executable} keys list --show-keys");

        Assert.Contains(await IdOfAsync("default"), result.Output, StringComparison.Ordinal);
        Assert.Contains(_emulator.ApiKey, result.Output, StringComparison.Ordinal);
        Assert.All(result.PlainLines, line => Assert.True(line.Length <= columns, line));
    }

    [Fact]
    public async Task Rotated_key_is_written_to_a_file_that_only_its_owner_can_read()
    {
        var old = _emulator.AddKey("shop");

        var result = await _tool.RunAsync("keys", "rotate", await IdOfAsync("shop"), "--to-file", "key.txt", "--json");

        Assert.Equal(0, result.ExitCode);
        var key = Assert.Single(_emulator.Keys, key => key.Name == "shop");
        Assert.NotEqual(old.Key, key.Key);
        Assert.Equal(key.Key, File.ReadAllText(_tool.PathOf("key.txt")).Trim());
        Assert.Equal("The new key is distributed. The old key is deleted now.\n", result.Error);
        Assert.Equal(await IdOfAsync("shop"), result.Json("key").GetProperty("id").GetString());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_tool.PathOf("key.txt")));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Rotated_key_replaces_a_file_as_a_whole_and_only_its_owner_can_read_the_new_one()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Permissions and open files are those of Unix.");
        _emulator.AddKey("shop");
        var path = _tool.Write("key.txt", "old key");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        using var old = new StreamReader(path); // the content of the file that is replaced

        await _tool.RunAsync("keys", "rotate", await IdOfAsync("shop"), "--to-file", "key.txt");

        Assert.Equal(_emulator.Keys.Single(key => key.Name == "shop").Key, File.ReadAllText(path).Trim());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal("old key", await old.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal([path], Directory.GetFiles(_tool.Folder));
    }

    [Fact]
    public async Task Rotated_key_is_the_whole_input_of_a_command()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The command is one of Unix.");
        _emulator.AddKey("shop");

        var result = await _tool.RunAsync("keys", "rotate", await IdOfAsync("shop"), "--to-command", "cat > key.txt");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Assert.Single(_emulator.Keys, key => key.Name == "shop").Key, File.ReadAllText(_tool.PathOf("key.txt")));
    }

    [Fact]
    public async Task Interrupted_rotation_ends_the_command_and_leaves_the_old_key()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The command is one of Unix.");
        var old = _emulator.AddKey("shop");
        using var process = _tool.Start(Tool.Executable, "keys", "rotate", await IdOfAsync("shop"), "--to-command", "echo started; sleep 30; echo stored");

        Assert.Equal("started", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)); // the command writes to it until it ends
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
        Assert.Equal(old.Key, Assert.Single(_emulator.Keys, key => key.Name == "shop").Key);
    }

    [Fact]
    public async Task Failed_command_of_a_rotation_leaves_the_old_key()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The command is one of Unix.");
        var old = _emulator.AddKey("shop");

        var result = await _tool.RunAsync("keys", "rotate", await IdOfAsync("shop"), "--to-command", "exit 7");

        Assert.Contains("exit code 7", result.ErrorLine(1), StringComparison.Ordinal);
        Assert.Equal(old.Key, Assert.Single(_emulator.Keys, key => key.Name == "shop").Key);
    }

    [Theory]
    [InlineData("keys create", "--name")]
    [InlineData("keys create --name x --allowed-origin https://shop.example", "is not a valid origin")]
    [InlineData("keys update shop", "'shop'")]
    [InlineData("keys rotate 0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b", "--to-file or --to-command")]
    public async Task Invalid_arguments_are_one_line_and_exit_code_2(string arguments, string message) =>
        Assert.Contains(message, (await _tool.RunAsync(arguments.Split(' '))).ErrorLine(2), StringComparison.Ordinal);

    [Theory]
    [InlineData("keys list")]
    [InlineData("usage")]
    [InlineData("tilesets list")]
    [InlineData("upload a.geojson")]
    public async Task Api_key_instead_of_a_service_token_has_exit_code_3(string arguments)
    {
        (_tool["MAPTILER_API_KEY"], _tool["MAPTILER_SERVICE_TOKEN"]) = (_emulator.ApiKey, null);

        Assert.Contains("requires a service token", (await _tool.RunAsync(arguments.Split(' '))).ErrorLine(3), StringComparison.Ordinal);
    }

    private async Task<string> IdOfAsync(string name) =>
        (await _tool.RunAsync("keys", "list", "--json")).Json("keys").GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("name").GetString() == name).GetProperty("id").GetString()!;
}

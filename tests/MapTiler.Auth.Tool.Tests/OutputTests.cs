using System.Diagnostics;
using System.Globalization;
using MapTiler.Emulator;

namespace MapTiler.Tool.Tests;

/// <summary>What all commands do with their output.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly Tool _tool;

    public OutputTests(EmulatorFixture fixture) => _tool = new(fixture.Emulator);

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("--help", "elevation <file|lng,lat> ")]
    [InlineData("--help", "The elevation of a location, or ")]
    [InlineData("geocode --help", "The maximum number of places, 1 to 10 [default: 5]")]
    [InlineData("reverse --help", "The maximum number of places, 1 to 10 [default: one of each type]")]
    public async Task Help_contains_what_an_argument_accepts_and_its_default(string arguments, string text) =>
        Assert.Contains(text, System.Text.RegularExpressions.Regex.Replace((await _tool.RunAsync(arguments.Split(' '))).Output, @"\s+", " "), StringComparison.Ordinal);

    [Fact]
    public async Task Pipe_that_is_closed_ends_the_command_quietly()
    {
        _tool.Write("paths.txt", string.Concat(Enumerable.Range(0, 100_000).Select(n => $"/tiles/v4/0/0/0?n={n}\n")));

        var result = await _tool.RunShellAsync("MAPTILER_SERVICE_TOKEN=0123abcd_00112233445566778899aabbccddeeff maptiler sign - < paths.txt | head -n 1");

        Assert.Equal((0, 1, ""), (result.ExitCode, result.Lines.Length, result.Error));
    }

    [Fact]
    public async Task Signal_ends_a_pending_request_with_exit_code_130()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        emulator.Faults.Add(new Fault { PathPrefix = "/elevation/", Delivery = FaultDelivery.Stalled });
        using var tool = new Tool(emulator);

        using var process = tool.Start(Tool.Executable, "elevation", "8.0,46.5");
        await emulator.Requests.WaitForAsync(request => request.Path.StartsWith("/elevation/", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        // Not SIGINT, which a shell switches off in what it starts in the background. The tool handles both in the same way.
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((130, "", "maptiler: Interrupted.\n"),
            (process.ExitCode, await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Numbers_do_not_depend_on_the_culture_of_the_machine()
    {
        _tool["LANG"] = _tool["LC_ALL"] = "de_DE.UTF-8";

        var result = await _tool.RunAsync("elevation", "8.5,46.5", "--json");

        Assert.Equal(8.5, result.Json("elevation").GetProperty("points")[0].GetProperty("longitude").GetDouble());
        Assert.Matches(@"^[0-9]+(\.[0-9])? m\n$", (await _tool.RunAsync("elevation", "8.5,46.5")).Output);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(80)]
    public async Task Lines_fit_the_terminal(int columns)
    {
        Tool.SkipWithoutTerminal();

        var result = await _tool.RunInTerminalAsync($"stty cols {columns}; NO_COLOR=1 {Tool.Executable} check; {Tool.Executable} elevation 8.0,46.5; NO_COLOR=1 {Tool.Executable} crs LV95");

        Assert.Contains("Warning:", result.Output, StringComparison.Ordinal);
        Assert.All(result.PlainLines, line => Assert.True(line.Length <= columns, line));
    }

    [Fact]
    public async Task Colors_are_written_to_a_terminal_unless_NO_COLOR_is_set()
    {
        Tool.SkipWithoutTerminal();
        _tool["TERM"] = "xterm-256color";

        Assert.Contains("38;5;", (await _tool.RunInTerminalAsync($"{Tool.Executable} check")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("38;5;", (await _tool.RunInTerminalAsync($"NO_COLOR=1 {Tool.Executable} check")).Output, StringComparison.Ordinal);
    }
}

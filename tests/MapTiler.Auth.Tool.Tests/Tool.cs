using System.Diagnostics;
using System.Text.Json;
using Json.Schema;
using MapTiler.Emulator;

[assembly: AssemblyFixture(typeof(MapTiler.Tool.Tests.EmulatorFixture))]

namespace MapTiler.Tool.Tests;

/// <summary>The emulator of all tests. A test that changes its state uses a key or an emulator of its own.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    public MapTilerEmulator Emulator { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Emulator = await MapTilerEmulator.StartAsync();

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}

/// <summary>The built program, which is run as a process with an environment of its own.</summary>
public sealed class Tool : IDisposable
{
    private readonly Dictionary<string, string?> _environment = [];

    /// <summary>Creates a program without any credential or configuration.</summary>
    public Tool()
    {
        Directory.CreateDirectory(Folder);
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("MAPTILER_", StringComparison.Ordinal)))
            _environment[name] = null;
        _environment["XDG_CONFIG_HOME"] = _environment["APPDATA"] = Folder;
        _environment["NO_COLOR"] = null;
        _environment["SHELL"] = "/bin/bash"; // The program script starts this shell. Other shells do not import functions.
    }

    /// <summary>Creates a program that uses the emulator, with its API key.</summary>
    public Tool(MapTilerEmulator emulator)
        : this()
    {
        this["MAPTILER_API_KEY"] = emulator.ApiKey;
        this["MAPTILER_BASE_ADDRESS"] = emulator.BaseAddress.AbsoluteUri;
        this["MAPTILER_SERVICE_BASE_ADDRESS"] = emulator.ServiceBaseAddress.AbsoluteUri;
    }

    /// <summary>A temporary folder, which is the working directory and contains the configuration.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "maptiler-tool-" + Guid.NewGuid().ToString("N"));

    // tests/MapTiler.Auth.Tool.Tests/bin/Debug/net10.0
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = Output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;

    /// <summary>The program where it was built: beside the tests are the versions of its libraries that the tests use.</summary>
    public static string Executable { get; } =
        Path.Combine(Root, "src", "MapTiler.Auth.Tool", "bin", Output.Parent!.Name, Output.Name, OperatingSystem.IsWindows() ? "maptiler.exe" : "maptiler");

    /// <summary>An environment variable; <see langword="null"/> removes it.</summary>
    public string? this[string variable]
    {
        set => _environment[variable] = value;
    }

    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Runs the program to its end.</summary>
    public Task<ToolResult> RunAsync(params string[] arguments) => RunAsync(Executable, arguments, input: "");

    /// <summary>Runs a line of the shell, in which <c>maptiler</c> is the program.</summary>
    public Task<ToolResult> RunShellAsync(string line) => RunAsync("/bin/bash", ["-c", $"set -o pipefail; maptiler() {{ '{Executable}' \"$@\"; }}; export -f maptiler; {line}"], input: "");

    /// <summary>Runs a line of the shell in a terminal.</summary>
    public Task<ToolResult> RunInTerminalAsync(string line) => RunShellAsync($"script -qec \"{line}\" /dev/null < /dev/null");

    /// <summary>Skips the test if <see cref="RunInTerminalAsync"/> is not possible.</summary>
    public static void SkipWithoutTerminal() =>
        Assert.SkipUnless(File.Exists("/usr/bin/script") || Environment.GetEnvironmentVariable("CI") is not null, "script is not installed.");

    /// <summary>Runs the program with a standard input.</summary>
    public Task<ToolResult> RunWithInputAsync(string input, params string[] arguments) => RunAsync(Executable, arguments, input);

    /// <summary>Starts the program and returns its process.</summary>
    public Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in _environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private async Task<ToolResult> RunAsync(string program, string[] arguments, string input)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var process = Start(program, arguments);
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // the program ended without reading it
        }

        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new(process.ExitCode, await output, await error);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>What the program returned.</summary>
public sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of the standard output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lines of the standard output of a terminal, without colors.</summary>
    public string[] PlainLines => [.. System.Text.RegularExpressions.Regex.Replace(Output, "\u001b(\\[[0-9;?]*[A-Za-z]|[=>])", "").Split('\n').Select(line => line.TrimEnd('\r', ' '))];

    /// <summary>Returns the rows of a table, with a vertical bar between the fields.</summary>
    public string[] Rows() => [.. Lines.Select(line => line.Replace('\t', '|'))];

    /// <summary>Returns the standard output as JSON, after it was compared with the schema in <c>Schemas</c>.</summary>
    public JsonElement Json(string schema)
    {
        Assert.True(Output.Length > 0, Error);
        var document = JsonDocument.Parse(Output).RootElement;
        var evaluation = Schemas.Get(schema).Evaluate(document, new() { OutputFormat = OutputFormat.List });
        Assert.True(evaluation.IsValid, string.Join('\n', (evaluation.Details ?? []).SelectMany(detail => detail.Errors ?? new Dictionary<string, string>(), (detail, error) => $"{detail.InstanceLocation}: {error.Value}")) + "\n" + Output);
        return document;
    }

    /// <summary>Asserts the exit code and returns the one line of the standard error.</summary>
    public string ErrorLine(int exitCode)
    {
        Assert.Equal((exitCode, 1), (ExitCode, Error.TrimEnd('\n').Split('\n').Length));
        return Error.TrimEnd();
    }

    private static class Schemas
    {
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Lazy<JsonSchema>> Loaded = [];

        public static JsonSchema Get(string name) => Loaded.GetOrAdd(name, static name => new(() =>
            JsonSchema.FromText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schemas", name + ".json"))))).Value;
    }
}

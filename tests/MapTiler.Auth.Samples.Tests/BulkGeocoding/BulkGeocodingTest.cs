using BulkGeocoding;
using MapTiler.Emulator;
using MapTiler.Emulator.Tests;
using Microsoft.Extensions.Configuration;

namespace MapTiler.Samples.Tests.BulkGeocoding;

/// <summary>A test with its own emulator and folder.</summary>
public abstract class BulkGeocodingTest : IAsyncLifetime
{
    private static readonly string[] Towns = ["Zürich", "Praha", "Brno", "Nowhereville", "Reykjavík", "São Paulo", "Kyoto"];

    protected MapTilerEmulator Emulator { get; private set; } = null!;

    /// <summary>The clock of the emulator.</summary>
    protected SignalingTimeProvider Time { get; } = new();

    protected string Folder { get; } = Directory.CreateTempSubdirectory("bulk-geocoding-").FullName;

    /// <summary>The queries that reached the emulator, in any order.</summary>
    protected IEnumerable<string> Queries => Emulator.Requests
        .SelectMany(request => request.Path["/geocoding/".Length..^".json".Length].Split(';')).Select(Uri.UnescapeDataString);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Emulator = await MapTilerEmulator.StartAsync(new() { TimeProvider = Time }, Cancellation);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Emulator.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    protected string PathOf(string name) => Path.Combine(Folder, name);

    protected string Read(string name) => File.ReadAllText(PathOf(name));

    /// <summary>Writes a file and returns its path.</summary>
    protected string Write(string name, string content)
    {
        File.WriteAllText(PathOf(name), content);
        return PathOf(name);
    }

    /// <summary>Writes rows with different queries. Some contain quoted commas, quotes and line breaks.</summary>
    protected string WriteRows(int count, string name = "addresses.csv") =>
        Write(name, "id,address,note\n" + string.Concat(Enumerable.Range(1, count).Select(i => $"{i},{Towns[i % Towns.Length]} {i},{(i % 3 == 0 ? "\"a \"\"b\"\",\nü\"" : "")}\n")));

    /// <summary>Runs the program against the emulator, with its results in the folder.</summary>
    internal Task<ProgramRun> RunAsync(string input, params string[] options) => RunWithKeyAsync(Emulator.ApiKey, [input, "--out", PathOf("results"), .. options], Cancellation);

    internal async Task<ProgramRun> RunWithKeyAsync(string key, string[] args, CancellationToken stopping)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("MapTiler:ApiKey", key), new("MapTiler:BaseAddress", Emulator.BaseAddress.AbsoluteUri)])
            .Build();
        return await RunProgramAsync(configuration, args, stopping);
    }

    internal static async Task<ProgramRun> RunProgramAsync(IConfiguration configuration, string[] args, CancellationToken stopping)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(output, TextWriter.Synchronized(error), IsInteractive: false); // signals are handled on another thread
        var exitCode = await BulkGeocoder.RunAsync(args, configuration, terminal, stopping);
        return new ProgramRun(exitCode, output.ToString(), error.ToString());
    }
}

/// <summary>The result of a run of the program.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Error);

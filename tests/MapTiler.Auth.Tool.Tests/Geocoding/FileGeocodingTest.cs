using MapTiler.Emulator;

namespace MapTiler.Tool.Tests.Geocoding;

/// <summary>A test with its own emulator and program.</summary>
public abstract class FileGeocodingTest : IAsyncLifetime
{
    private static readonly string[] Towns = ["Zürich", "Praha", "Brno", "Reykjavík", "São Paulo", "Kyoto", "Wien"];

    protected MapTilerEmulator Emulator { get; private set; } = null!;

    private protected Tool Tool { get; private set; } = null!;

    /// <summary>The queries that reached the emulator, in any order.</summary>
    protected IEnumerable<string> Queries => Emulator.Requests.SelectMany(request => request.Path["/geocoding/".Length..^".json".Length].Split(';')).Select(Uri.UnescapeDataString);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancellation);
        Tool = new(Emulator);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Tool.Dispose();
        await Emulator.DisposeAsync();
    }

    /// <summary>Runs <c>geocode --file addresses.csv</c> with these options, by default with <c>--output results.csv</c>.</summary>
    private protected Task<ToolResult> GeocodeAsync(params string[] options) => Tool.RunAsync(Arguments(options));

    private protected static string[] Arguments(params string[] options) =>
        ["geocode", "--file", "addresses.csv", .. options.Contains("--output") ? (string[])[] : ["--output", "results.csv"], .. options];

    private protected void Write(string csv) => Tool.Write("addresses.csv", csv);

    /// <summary>Writes rows with different queries, some of which contain quoted commas, quotes and line breaks. Every tenth row equals the first one.</summary>
    private protected void WriteRows(int count) => Write("id,address\n" + string.Concat(Enumerable.Range(0, count).Select(i => i % 10 == 9 ? $"{i},{QueryOf(0)}\n" : (i % 3) switch
    {
        0 => $"{i},{QueryOf(i)}\n",
        1 => $"{i},\"{QueryOf(i)}, Europe\"\n",
        _ => $"{i},\"{QueryOf(i)} \"\"x\"\",\ny\"\n",
    })));

    private protected string Read(string name) => File.ReadAllText(Tool.PathOf(name));

    private protected string[] FilesExcept(string name) => [.. Directory.GetFiles(Tool.Folder).Select(path => Path.GetFileName(path)).Where(file => file != name).Order(StringComparer.Ordinal)];

    private static string QueryOf(int i) => $"{Towns[i % Towns.Length]} {i}";
}

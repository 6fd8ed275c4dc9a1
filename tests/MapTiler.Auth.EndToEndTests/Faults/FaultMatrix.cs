using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace MapTiler.EndToEndTests.Faults;

/// <summary>Runs all faults against all kinds of clients, once for all tests.</summary>
public sealed class FaultMatrix : IAsyncLifetime
{
    private const int Concurrency = 4;
    private const string Separator = " | ";

    private static readonly string File = Path.Combine(Repository.Root, "tests", "RELIABILITY.md");

    private readonly ConcurrentDictionary<(string Kind, string Fault), (FaultOutcome Always, FaultOutcome? Once)> _outcomes = new();
    private string[] _documented = [];

    internal static IEnumerable<(ClientKind Kind, Fault Fault)> Cells =>
        from kind in ClientKind.All
        from fault in FaultCatalog.All
        where kind.Supports(fault)
        select (kind, fault);

    internal (FaultOutcome Always, FaultOutcome? Once) this[string kind, string fault] => _outcomes[(kind, fault)];

    public async ValueTask InitializeAsync()
    {
        await Parallel.ForEachAsync(Cells, new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = TestContext.Current.CancellationToken }, async (cell, _) =>
            _outcomes[(cell.Kind.Name, cell.Fault.Name)] = (await RunAsync(cell.Kind, cell.Fault, isOnce: false), cell.Kind.SupportsOnce(cell.Fault) ? await RunAsync(cell.Kind, cell.Fault, isOnce: true) : null));
        if (Environment.GetEnvironmentVariable("WRITE_RELIABILITY") is not null)
            await System.IO.File.WriteAllTextAsync(File, Document(), TestContext.Current.CancellationToken);
        _documented = await System.IO.File.ReadAllLinesAsync(File, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The row of a cell as it is measured.</summary>
    internal string Measured(string kind, string fault)
    {
        var (always, once) = this[kind, fault];
        return string.Create(CultureInfo.InvariantCulture, $"| {fault} | {Describe(always)} | {(once is null ? " |  | " : Describe(once))} | {always.ConnectionsLeft + (once?.ConnectionsLeft ?? 0)} |");
    }

    /// <summary>The row of a cell in tests/RELIABILITY.md; null if there is none.</summary>
    internal string? Documented(string kind, string fault) => _documented
        .SkipWhile(line => line != Heading(kind))
        .Skip(1)
        .TakeWhile(line => !line.StartsWith('#'))
        .FirstOrDefault(line => line.StartsWith($"| {fault} |", StringComparison.Ordinal));

    private static string Heading(string kind) => $"## {char.ToUpperInvariant(kind[0])}{kind[1..]}";

    private static string Describe(FaultOutcome outcome) =>
        string.Join(Separator, outcome.Result, outcome.Requests?.ToString(CultureInfo.InvariantCulture) ?? "1 to 4 per attempt", outcome.Time is { } time ? Math.Floor(time.TotalSeconds).ToString(CultureInfo.InvariantCulture) + " s" : "timeout");

    private static async Task<FaultOutcome> RunAsync(ClientKind kind, Fault fault, bool isOnce)
    {
        await using var run = new FaultRun(fault, isOnce) { IsRemote = kind.IsRemote };
        return await run.ExecuteAsync(kind);
    }

    private string Document()
    {
        var text = new StringBuilder("""
            # Reliability

            What happens when the service or the network fails: each fault, over real sockets, for each kind of call, with the default options. `Faults/` in
            `MapTiler.Auth.EndToEndTests` measures this table, and its tests compare every row. To write it again:

            ```console
            WRITE_RELIABILITY=1 dotnet test --project tests/MapTiler.Auth.EndToEndTests -- --filter-class '*FaultTests'
            ```

            - *Every* response has the fault, or only the *first* one. An empty cell: the call is not retried, or the fault can happen only once.
            - *Result*: what the call returns, or the reason of its `MapTilerException`; `canceled` is an `OperationCanceledException` with the token of the caller. Items of
              a batch and tiles have their own errors (×). No item is lost or returned twice.
            - *Requests*: those that the faulty server received, or the connections if the fault happens before a request. There are up to four attempts; .NET itself
              sends a GET request up to three times more if the connection ends before a response.
            - *Other bytes*: the fault is not visible in a file whose content the SDK does not interpret, such as a `Content-Length` that is too short.
            - *Time*: on the clock of the client, without the random delays between retries (`RetryDelay`, 0.5 s at first).
            - *Left*: connections that are still in use when the call has ended, and those that are open when the client is disposed. A TLS handshake that stalls ends
              within 30 s (10 s for browser endpoints). Disposing a client does not end its calls; they end with their timeout. So does the
              request of a browser endpoint whose browser has disconnected, because its response can be cached.


            """.ReplaceLineEndings("\n"));
        foreach (var kind in ClientKind.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Heading(kind.Name)}\n\n| fault | every: result | requests | time | first: result | requests | time | left |\n|---|---|---|---|---|---|---|---|\n");
            foreach (var fault in FaultCatalog.All.Where(kind.Supports))
                text.Append(Measured(kind.Name, fault.Name)).Append('\n');
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }
}

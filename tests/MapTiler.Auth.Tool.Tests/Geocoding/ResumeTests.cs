using System.Diagnostics;
using System.Globalization;
using MapTiler.Emulator;
using MapTiler.Tool.Geocoding;

namespace MapTiler.Tool.Tests.Geocoding;

/// <summary>Runs that are killed or interrupted, and continue.</summary>
public sealed class ResumeTests : FileGeocodingTest
{
    private const int RowsOfRequest = 50;
    private const int RowsLost = 2 * 4 * RowsOfRequest; // twice the concurrency: the window of a batch

    private long _peakMemory;

    [Fact]
    public Task Run_that_is_killed_twice_has_a_complete_output_in_order() => KillTwiceAsync(rows: 3_000);

    /// <summary>Takes a minute. To run it, add <c>-explicit only -showLiveOutput</c> to the test program.</summary>
    [Fact(Explicit = true)]
    public async Task Run_of_100_000_rows_that_is_killed_twice_takes_less_than_150_MB()
    {
        await KillTwiceAsync(rows: 100_000);

        Assert.InRange(_peakMemory, 1, 150_000_000);
    }

    [Fact]
    public async Task Run_that_is_interrupted_stores_the_pending_responses_and_continues()
    {
        WriteRows(2000);
        var stopping = "";
        var interrupted = await RunUntilRequestAsync(request: 5, process =>
        {
            Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
            stopping = process.StandardError.ReadLine(); // then the requests continue
        }, "--yes");

        Assert.Equal(130, interrupted.ExitCode);
        Assert.Equal("Stopping after the pending responses. Press Ctrl+C again to stop immediately.", stopping);
        Assert.Matches(@"^\d[\d,]* of 1,800 queries have a result, which is stored. Run the same command again to continue.\nmaptiler: Interrupted.\n$", interrupted.Error);
        Assert.Equal(["addresses.csv", "results.csv.progress"], FilesExcept(""));

        Assert.Equal(0, (await GeocodeAsync("--yes")).ExitCode);
        Assert.Equal((1800, 1800), (Queries.Count(), Queries.Distinct().Count()));
    }

    [Fact]
    public void Interruption_while_the_file_is_read_or_written_leaves_no_output()
    {
        Write("address\nBrno\n");
        var (interrupted, path) = (new CancellationToken(canceled: true), Tool.PathOf("results.csv"));
        var geocoding = new FileGeocoding(new() { Input = Tool.PathOf("addresses.csv"), Output = path, Columns = ["address"], Search = new() });
        using (var store = geocoding.OpenStore("settings"))
        {
            Assert.Throws<OperationCanceledException>(() => geocoding.Plan(store, interrupted));
            store.Add(InputRow.KeyOf("Brno"), new());
            Assert.Throws<OperationCanceledException>(() => geocoding.Write(store, interrupted));
        }

        Assert.Equal(["results.csv.progress"], FilesExcept("addresses.csv"));
    }

    [Fact]
    public async Task Quota_that_is_used_up_keeps_the_results_for_the_next_run()
    {
        WriteRows(600);
        var key = Emulator.AddKey("small quota");
        (key.Plan, key.RequestLimit) = (EmulatedPlan.Free, 200);
        Tool["MAPTILER_API_KEY"] = key.Key;

        var stopped = await GeocodeAsync("--concurrency", "1");
        Tool["MAPTILER_API_KEY"] = Emulator.ApiKey;
        var result = await GeocodeAsync("--json");

        Assert.Equal(4, stopped.ExitCode);
        Assert.StartsWith("200 of 540 queries have a result, which is stored. Run the same command again to continue.\nmaptiler: ", stopped.Error, StringComparison.Ordinal);
        Assert.Equal((0, 340), (result.ExitCode, result.Json("geocode-file").GetProperty("requests").GetInt32()));
    }

    [Fact]
    public async Task Run_during_another_one_fails_in_one_line()
    {
        WriteRows(100);
        ToolResult? second = null;
        var first = await RunUntilRequestAsync(request: 1, _ => second = GeocodeAsync().GetAwaiter().GetResult());

        Assert.Equal(0, first.ExitCode);
        Assert.Contains("results.csv.progress", second!.ErrorLine(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_with_other_options_does_not_change_the_results()
    {
        WriteRows(200);
        await RunUntilRequestAsync(request: 2, process => process.Kill());
        var before = File.ReadAllText(Tool.PathOf("results.csv.progress"));

        var result = await GeocodeAsync("--country", "cz");

        Assert.Contains("contains the results of another input or other options", result.ErrorLine(2), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Tool.PathOf("results.csv.progress")));
    }

    [Fact]
    public async Task Full_disk_is_one_line_and_the_results_remain()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "A small file system requires root on Linux.");
        WriteRows(900);
        var mounted = await Tool.RunShellAsync("mkdir small && mount -t tmpfs -o size=64k tmpfs small");
        Assert.SkipUnless(mounted.ExitCode == 0, $"A small file system cannot be mounted: {mounted.Error}");
        try
        {
            var full = await GeocodeAsync("--output", "small/results.csv");

            Assert.Equal(1, full.ExitCode);
            Assert.Contains("maptiler: The disk is full.", full.Error, StringComparison.Ordinal);
            var requests = Queries.Count();
            File.Copy(Tool.PathOf("small/results.csv.progress"), Tool.PathOf("results.csv.progress"));
            var result = await GeocodeAsync("--json");
            Assert.Equal(0, result.ExitCode);
            Assert.InRange(Queries.Count(), 810, 810 + Math.Min(requests, RowsLost));
        }
        finally
        {
            await Tool.RunShellAsync("umount small");
        }
    }

    private async Task KillTwiceAsync(int rows)
    {
        const int Rejected = 20;
        var (distinct, interval) = (rows - rows / 10, rows / Rejected);
        Write("id,address\n" + string.Concat(Enumerable.Range(0, rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},{(i % interval == 1 ? "reject" : "Brno")} {(i % 10 == 9 ? i - 9 : i)}\n"))));
        Emulator.Faults.Add(new() { When = request => request.Path.Contains("reject", StringComparison.Ordinal), Status = 400, Body = "Query is not valid" });

        var clock = Stopwatch.StartNew();
        await RunUntilRequestAsync(request: distinct / RowsOfRequest / 3, process => process.Kill(), "--yes");
        await RunUntilRequestAsync(request: distinct / RowsOfRequest / 3, process => process.Kill(), "--yes");
        var result = await RunUntilRequestAsync(request: null, _ => { }, "--yes", "--json");

        var summary = result.Json("geocode-file");
        Assert.Equal(5, result.ExitCode);
        Assert.Equal((rows, rows - Rejected, Rejected), (Count("rows"), Count("found"), Count("rejected")));
        Assert.Equal(Enumerable.Range(0, rows), IdsOf("results.csv", column: 0));
        Assert.Equal(Enumerable.Range(0, Rejected).Select(i => i * interval + 1), IdsOf("results.rejected.csv", column: 2));

        // A kill loses the responses that were not stored: those of the pending requests, and of those that completed before an earlier one.
        var found = Queries.Where(query => query.StartsWith("Brno", StringComparison.Ordinal)).GroupBy(query => query).Select(query => query.Count()).ToArray();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{rows} rows, {Emulator.Requests.Count} HTTP requests, {found.Sum()} queries of {found.Length} different ones, {clock.Elapsed.TotalSeconds:0} s, {_peakMemory / 1_000_000} MB");
        Assert.Equal(distinct - Rejected, found.Length);
        Assert.InRange(found.Sum(), found.Length, found.Length + 2 * RowsLost + 2 * RowsOfRequest * Rejected);

        int Count(string name) => summary.GetProperty(name).GetInt32();
    }

    /// <summary>Runs the program, and an action when it has sent a number of requests.</summary>
    private async Task<ToolResult> RunUntilRequestAsync(int? request, Action<Process> run, params string[] options)
    {
        var reached = new TaskCompletionSource();
        var count = 0;
        Process? process = null;
        using var started = new ManualResetEventSlim();
        Emulator.Faults.Add(new()
        {
            When = _ =>
            {
                if (Interlocked.Increment(ref count) == request)
                {
                    started.Wait(Cancellation);
                    run(process!);
                    reached.TrySetResult();
                }

                return false;
            },
        });
        using (process = Tool.Start(Tool.Executable, Arguments(options)))
        {
            started.Set();
            var output = process.StandardOutput.ReadToEndAsync(Cancellation);
            var exit = process.WaitForExitAsync(Cancellation);
            var memory = MeasureAsync(process.Id, exit);
            await Task.WhenAny(reached.Task, exit);
            Assert.Equal(request is not null, reached.Task.IsCompleted);
            var error = await process.StandardError.ReadToEndAsync(Cancellation);
            await exit;
            await memory;
            return new(process.ExitCode, await output, error);
        }
    }

    private async Task MeasureAsync(int process, Task exit)
    {
        while (OperatingSystem.IsLinux() && !exit.IsCompleted)
        {
            try
            {
                var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
                if (line is not null)
                    _peakMemory = Math.Max(_peakMemory, 1024 * long.Parse(line.Split(' ')[^2], CultureInfo.InvariantCulture));
            }
            catch (IOException)
            {
                return; // it has ended
            }

            await Task.WhenAny(exit, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation));
        }
    }

    private IEnumerable<int> IdsOf(string file, int column) => new CsvFile(Tool.PathOf(file), null).ReadRows().Select(row => int.Parse(row.Fields[column], CultureInfo.InvariantCulture));
}

using System.Diagnostics;
using MapTiler.Emulator;

namespace MapTiler.Benchmarks;

/// <summary>The emulator in a process of its own: how soon it answers, how much, and in how much memory.</summary>
internal static class EmulatorScenario
{
    public const string Command = "serve-emulator";

    private const int Connections = 8;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    private static readonly string[] SmallRequests =
    [
        "geocoding/Brno.json?limit=1&", "geocoding/8.55,47.37.json?", "geolocation/ip.json?", "elevation/8,47.json?",
        "coordinates/transform/14,50.json?t_srs=5514&", "maps/streets-v4/style.json?", "tiles/v3/tiles.json?",
    ];

    /// <summary>The other process: prints where it listens, and the key.</summary>
    public static async Task ServeAsync()
    {
        await using var emulator = await MapTilerEmulator.StartAsync();
        Console.WriteLine(emulator.BaseAddress);
        Console.WriteLine(emulator.ApiKey);
        await Console.In.ReadLineAsync();
    }

    public static async Task RunAsync()
    {
        var clock = Stopwatch.StartNew();
        using var process = Self.Start(Command, isPiped: true);
        var address = new Uri((await process.StandardOutput.ReadLineAsync())!);
        var started = clock.Elapsed;
        var key = await process.StandardOutput.ReadLineAsync();
        using var client = new HttpClient { BaseAddress = address };
        await client.GetByteArrayAsync($"geolocation/ip.json?key={key}");
        Console.WriteLine(FormattableString.Invariant($"emulator: listens after {started.TotalMilliseconds:0} ms, answered after {clock.Elapsed.TotalMilliseconds:0} ms, new process and all"));

        await using (await MapTilerEmulator.StartAsync())
        {
            clock.Restart();
            await using var another = await MapTilerEmulator.StartAsync();
            Console.WriteLine(FormattableString.Invariant($"emulator: another one in a process that has one listens after {clock.Elapsed.TotalMilliseconds:0.0} ms"));
        }

        foreach (var request in SmallRequests)
        {
            var rate = await LoadAsync(client, $"{request}key={key}");
            Console.WriteLine(FormattableString.Invariant($"emulator: {rate,7:0} requests/s over {Connections} connections for {request[..^1]}"));
        }

        process.Refresh();
        Console.WriteLine(FormattableString.Invariant($"emulator: {process.PeakWorkingSet64 / 1048576.0:0} MB at most, its journal full"));
        await process.StandardInput.WriteLineAsync();
        await process.WaitForExitAsync();
    }

    private static async Task<double> LoadAsync(HttpClient client, string request)
    {
        var (count, clock) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            while (clock.Elapsed < Duration)
            {
                await client.GetByteArrayAsync(new Uri(request, UriKind.Relative));
                Interlocked.Increment(ref count);
            }
        }));
        return count / clock.Elapsed.TotalSeconds;
    }
}

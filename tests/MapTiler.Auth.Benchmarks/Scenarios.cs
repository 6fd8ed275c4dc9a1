using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using MapTiler.Emulator;
using MapTiler.Geocoding;
using MapTiler.StaticMaps;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Benchmarks;

/// <summary>Whole ways through the library, with a peer in the same run.</summary>
internal static class Scenarios
{
    private const int Rounds = 20;

    /// <summary>One call over loopback, all handlers on, against a client of the factory with the same resilience, a ready address and generated JSON.</summary>
    public static async Task LoopbackAsync()
    {
        const int Calls = 1000;
        await using var emulator = await MapTilerEmulator.StartAsync(new() { JournalCapacity = 1 });
        var services = new ServiceCollection();
        services.AddMapTiler(o => (o.ApiKey, o.BaseAddress) = (emulator.ApiKey, emulator.BaseAddress));
        services.AddHttpClient("peer").RemoveAllLoggers().AddStandardResilienceHandler();
        await using var provider = services.BuildServiceProvider();
        var geocoding = provider.GetRequiredService<GeocodingClient>();
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        var ready = new Uri(emulator.BaseAddress, "/geocoding/Brno.json?limit=1&key=" + emulator.ApiKey);
        var options = new GeocodingSearchOptions { Limit = 1 };
        JsonTypeInfo<GeocodingResult> json = PeerJson.Default.GeocodingResult;

        async Task Ours() => await geocoding.SearchAsync("Brno", options);
        async Task Peer()
        {
            using var client = factory.CreateClient("peer");
            await client.GetFromJsonAsync(ready, json);
        }

        foreach (var call in new[] { Ours, Peer })
            await MeasureAsync(call, 20 * Calls); // until the compiler has settled
        var (ours, peer) = (new List<(double Time, double Bytes)>(), new List<(double Time, double Bytes)>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await MeasureAsync(Ours, Calls));
            peer.Add(await MeasureAsync(Peer, Calls));
        }

        var (a, b) = (Median(ours.Select(m => m.Time)), Median(peer.Select(m => m.Time)));
        var (c, d) = (Median(ours.Select(m => m.Bytes)), Median(peer.Select(m => m.Bytes)));
        Print($"loopback call: ours {a:0.0} us, peer {b:0.0} us, ratio {a / b:0.00}; allocated in the process {c / 1024:0.0} KB against {d / 1024:0.0} KB, difference {(c - d) / 1024:0.0} KB");
    }

    /// <summary>Ten thousand queries in batches of 50 against a server that takes 50 ms.</summary>
    public static async Task BatchAsync()
    {
        await using var emulator = await MapTilerEmulator.StartAsync(new() { Latency = TimeSpan.FromMilliseconds(50) });
        using var client = new MapTilerClient(new MapTilerOptions { ApiKey = emulator.ApiKey, BaseAddress = emulator.BaseAddress });
        var times = new List<double>();
        for (var round = 0; round < 6; round++)
        {
            var clock = Stopwatch.StartNew();
            await foreach (var result in client.Geocoding.BatchAsync(Enumerable.Repeat("Brno", 10_000), new() { Limit = 1 }, maxConcurrency: 10))
            {
                if (result.Error is not null)
                    throw result.Error;
            }

            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        Print($"batch of 10,000: {Median(times.Skip(1)):0} ms after warm-up, {times[0]:0} ms cold; 200 requests x 50 ms / 10 = 1000 ms, ratio {Median(times.Skip(1)) / 1000:0.00}");
    }

    /// <summary>A million calls through one client, without sockets.</summary>
    public static async Task MillionAsync()
    {
        using var client = new MapTilerClient(new MapTilerOptions { ApiKey = "k" }, builder => builder.HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => new Canned()));
        var process = Process.GetCurrentProcess();
        (double Memory, int Handles, int Threads) Look()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            process.Refresh();
            return (GC.GetTotalMemory(forceFullCollection: true) / 1048576.0, process.HandleCount, process.Threads.Count);
        }

        await CallAsync(client, 100_000);
        var before = Look();
        var clock = Stopwatch.StartNew();
        await CallAsync(client, 1_000_000);
        clock.Stop();
        var after = Look();
        Print($"1,000,000 calls in {clock.Elapsed.TotalSeconds:0.0} s: live memory {before.Memory:0.0} -> {after.Memory:0.0} MB, handles {before.Handles} -> {after.Handles}, threads {before.Threads} -> {after.Threads}");
    }

    /// <summary>The same addresses through @maptiler/client in Node.</summary>
    public static void Node(int points)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "node");
        Run("npm", "ci --silent --no-audit --no-fund", folder);
        var times = new Dictionary<string, double>();
        foreach (var line in Run("node", "peer.mjs " + points.ToString(CultureInfo.InvariantCulture), folder).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Print("@maptiler/client " + line + " us");
            times[line.Split(' ')[0]] = double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
        }

        foreach (var (name, line) in Inputs.Lines(points))
        {
            var (time, bytes) = Fit(line);
            Print($"{name} of {points} locations: ours {time:0} us and {bytes / 1024:0} KB, @maptiler/client {times[name] / 1000:0} ms, ratio {times[name] / time:0}");
        }
    }

    private static (double Microseconds, double Bytes) Fit(LngLat[] line)
    {
        const int Fits = 1000;
        var urls = new MapTilerUrlBuilder("k");
        var times = new List<double>();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Fits; i++)
        {
            var start = Stopwatch.GetTimestamp();
            urls.StaticMap("base-v4", StaticMapArea.Auto, new() { Width = 600, Height = 300, Paths = [new(line)] });
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return (Median(times), (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)Fits);
    }

    private static async Task CallAsync(MapTilerClient client, int count)
    {
        for (var i = 0; i < count; i++)
            await client.Geocoding.SearchAsync("Brno");
    }

    private static async Task<(double Microseconds, double Bytes)> MeasureAsync(Func<Task> call, int count)
    {
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
            await call();
        return (clock.Elapsed.TotalMicroseconds / count, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)count);
    }

    private static string Run(string program, string arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static void Print(FormattableString text) => Print(FormattableString.Invariant(text));

    private static void Print(string text) => Console.WriteLine(text);

    private sealed class Canned : HttpMessageHandler
    {
        public bool AllowAutoRedirect { get; }

        private static readonly byte[] Json = """{"type":"FeatureCollection","features":[],"query":["brno"],"attribution":"a"}"""u8.ToArray();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(Json) });
    }
}

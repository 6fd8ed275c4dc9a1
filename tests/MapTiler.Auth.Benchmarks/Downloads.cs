using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MapTiler.Tests.Data;
using MapTiler.Tiles;

namespace MapTiler.Benchmarks;

/// <summary>Much data from a server in another process.</summary>
internal static class Downloads
{
    private const double Megabyte = 1024 * 1024;
    private const double MaxGrowth = 1;
    private const int Rounds = 5;

    /// <summary>2,000 tiles, 8 at a time, against a bare <see cref="HttpClient"/> in a loop.</summary>
    public static async Task TilesAsync()
    {
        const int Concurrency = 8;
        TileCoordinate[] tiles = [.. new TileRange(new BoundingBox(-10, 35, 30, 60), 9).Take(2000)];
        using var server = LocalServer.Start();
        using var client = new MapTilerClient(new MapTilerOptions { ApiKey = "k", BaseAddress = server.Address });
        using var bare = new HttpClient();

        Task Tiles() => ReadAsync(client.Tiles.DownloadTilesAsync("satellite-v2", tiles, "jpg", new() { MaxConcurrency = Concurrency }));
        Task Maps() => ReadAsync(client.Maps.DownloadTilesAsync("streets-v4", tiles, null, new() { MaxConcurrency = Concurrency }));
        async Task Peer()
        {
            var bytes = new byte[tiles.Length][];
            await Parallel.ForAsync(0, tiles.Length, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (i, token) =>
            {
                var (z, x, y) = (tiles[i].Z, tiles[i].X, tiles[i].Y);
                bytes[i] = await bare.GetByteArrayAsync(new Uri(server.Address, string.Create(CultureInfo.InvariantCulture, $"/tiles/satellite-v2/{z}/{x}/{y}.jpg?key=k")), token);
            });
        }

        (Func<Task> Run, List<double> Times)[] contestants = [(Tiles, []), (Maps, []), (Peer, [])];
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var (run, times) in contestants)
            {
                var clock = Stopwatch.StartNew();
                await run();
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        double[] medians = [.. contestants.Select(contestant => Median(contestant.Times.Skip(1)))];
        var (a, b, peer) = (medians[0], medians[1], medians[2]);
        Print($"2,000 tiles of 20 KB after {LocalServer.TileMilliseconds} ms, {Concurrency} at a time: Tiles.DownloadTilesAsync {a:0} ms, Maps.DownloadTilesAsync {b:0} ms, bare HttpClient {peer:0} ms, ratios {a / peer:0.000} and {b / peer:0.000}");
    }

    /// <summary>A feature collection of so many megabytes, feature by feature.</summary>
    /// <returns>Whether what is alive grew by less than <see cref="MaxGrowth"/> MB from the beginning of the stream to its end.</returns>
    public static async Task<bool> FeaturesAsync(int megabytes)
    {
        using var server = LocalServer.Start();
        using var client = new MapTilerClient(new MapTilerOptions { ApiKey = "k", BaseAddress = server.Address });
        var expected = new GeneratedGeoJson(megabytes * (long)Megabyte).Features;

        async Task StreamAsync(int size, long interval, Action look)
        {
            var count = 0L;
            await foreach (var feature in client.Data.StreamFeaturesAsync(size.ToString(CultureInfo.InvariantCulture)))
            {
                if (++count % interval == 0)
                    look();
            }

            if (size == megabytes && count != expected)
                throw new InvalidOperationException($"{count} features came.");
        }

        await StreamAsync(1, long.MaxValue, () => { }); // code and connection
        var process = new ProcessGrowth();
        var clock = Stopwatch.StartNew();
        await StreamAsync(megabytes, 2000, process.Look);
        Print($"a collection of {megabytes} MB and {expected} features: {megabytes / clock.Elapsed.TotalSeconds:0} MB/s; {process}");

        var alive = new List<double>();
        await StreamAsync(megabytes, expected / 10, () => alive.Add(GC.GetTotalMemory(forceFullCollection: true) / Megabyte));
        Print($"alive after a full collection at each tenth of it: {string.Join(", ", alive.Select(size => size.ToString("0.00", CultureInfo.InvariantCulture)))} MB");

        using var bare = new HttpClient();
        var geoJson = new JsonSerializerOptions { Converters = { new NetTopologySuite.IO.Converters.GeoJsonConverterFactory() } };
        Task<Stream> PeerStream() => bare.GetStreamAsync(new Uri(server.Address, $"/data/{megabytes}/features.json"));
        async Task DocumentAsync()
        {
            using var document = await JsonDocument.ParseAsync(await PeerStream());
        }

        async Task NetTopologySuiteAsync()
        {
            var collection = await JsonSerializer.DeserializeAsync<NetTopologySuite.Features.FeatureCollection>(await PeerStream(), geoJson);
            if (collection!.Count != expected)
                throw new InvalidOperationException($"{collection.Count} features came.");
        }

        (string Name, Func<Task> Run, List<(double Seconds, double Processor, double Megabytes)> Rounds)[] contestants =
            [("StreamFeaturesAsync", () => StreamAsync(megabytes, long.MaxValue, () => { }), []), ("one JsonDocument", DocumentAsync, []), ("NetTopologySuite.IO.GeoJSON4STJ", NetTopologySuiteAsync, [])];
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var contestant in contestants)
                contestant.Rounds.Add(await MeasureAsync(contestant.Run));
        }

        foreach (var (name, _, rounds) in contestants)
        {
            Print($"{name}: {megabytes / Median(rounds.Select(round => round.Seconds)):0} MB/s, {megabytes / Median(rounds.Select(round => round.Processor)):0} MB per second of the processor, allocates {Median(rounds.Select(round => round.Megabytes)) / megabytes:0.00} times the length; StreamFeaturesAsync is {Ratio(rounds, round => round.Seconds):0.00} x as fast, {Ratio(rounds, round => round.Processor):0.00} x by the processor");
        }

        double Ratio(List<(double Seconds, double Processor, double Megabytes)> rounds, Func<(double Seconds, double Processor, double Megabytes), double> time) =>
            Median(rounds.Zip(contestants[0].Rounds, (peer, ours) => time(peer) / time(ours)));

        return alive.Max() - alive[0] < MaxGrowth;
    }

    private static async Task<(double Seconds, double Processor, double Megabytes)> MeasureAsync(Func<Task> run)
    {
        GC.Collect();
        var (bytes, processor, clock) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        await run();
        return (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / Megabyte);
    }

    private static async Task ReadAsync(IAsyncEnumerable<DownloadedTile> tiles)
    {
        await foreach (var tile in tiles)
        {
            if (tile.Error is not null || tile.Bytes is null)
                throw new InvalidOperationException("A tile did not come.", tile.Error);
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static void Print(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}

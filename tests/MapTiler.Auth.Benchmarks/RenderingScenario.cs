using System.Diagnostics;

namespace MapTiler.Benchmarks;

/// <summary>What the emulator draws or encodes for each request, from a process of its own over two connections. No request is made twice.</summary>
internal static class RenderingScenario
{
    private const int Connections = 2;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    private static readonly (string Name, Func<int, string> Path)[] Requests =
    [
        ("raster tiles of 512 pixels", i => $"maps/streets-v4/{Tile(i)}.png"),
        ("raster tiles of 256 pixels", i => $"maps/streets-v4/256/{Tile(i)}.png"),
        ("raster tiles of 512 pixels, JPEG", i => $"maps/streets-v4/{Tile(i)}.jpg"),
        ("raster tiles of 512 pixels, WebP", i => $"maps/streets-v4/{Tile(i)}.webp"),
        ("imagery tiles", i => $"tiles/satellite-v2/{Tile(i)}.jpg"),
        ("terrain tiles", i => $"tiles/terrain-rgb-v2/{Tile(i)}.webp"),
        ("static maps of 600 x 300 pixels", i => FormattableString.Invariant($"maps/streets-v4/static/{(i % 300) - 150},{(i / 300 % 100) - 50},4/600x300.png")),
        ("vector tiles v4", i => $"tiles/v4/{Tile(i)}.pbf"),
        ("vector tiles v3", i => $"tiles/v3/{Tile(i)}.pbf"),
        ("contour tiles", i => FormattableString.Invariant($"tiles/contours/10/{i % 1024}/{500 + (i / 1024)}.pbf")),
    ];

    public static async Task RunAsync()
    {
        using var process = Self.Start(EmulatorScenario.Command, isPiped: true);
        using var client = new HttpClient { BaseAddress = new((await process.StandardOutput.ReadLineAsync())!) };
        var key = await process.StandardOutput.ReadLineAsync();
        foreach (var (name, path) in Requests)
        {
            for (var i = 1; i <= 20; i++)
                await client.GetByteArrayAsync($"{path(-i & 0xFFF)}?key={key}"); // code and shapes
            var (next, bytes, clock) = (-1, 0L, Stopwatch.StartNew());
            await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
            {
                while (clock.Elapsed < Duration)
                    Interlocked.Add(ref bytes, (await client.GetByteArrayAsync($"{path(Interlocked.Increment(ref next))}?key={key}")).Length);
            }));
            Console.WriteLine(FormattableString.Invariant($"rendering: {name,-34} {(next + 1) / clock.Elapsed.TotalSeconds,6:0}/s, {bytes / 1024.0 / (next + 1):0.0} KB each"));
        }

        await process.StandardInput.WriteLineAsync();
        await process.WaitForExitAsync();
    }

    // All tiles of zoom level 6, which has 4,096, in an order that mixes land and sea; then those of zoom level 7.
    private static string Tile(int i)
    {
        var (z, n) = i < 4096 ? (6, i) : (7, (i - 4096) % 16384);
        var index = n * 2741 % (1 << (2 * z));
        return FormattableString.Invariant($"{z}/{index & ((1 << z) - 1)}/{index >> z}");
    }
}

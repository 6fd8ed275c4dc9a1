using System.Diagnostics;

namespace MapTiler.Benchmarks.Browser;

/// <summary>Minutes of load on all ways of delivery at once, with more tiles than the cache holds: memory must not grow.</summary>
internal static class BrowserSoak
{
    private const int Tiles = 16000;
    private const int CacheSize = 64 * 1024 * 1024;
    private const int Connections = 8;
    private const double Megabyte = 1024 * 1024;
    private const double Factor = 1.1;
    private const double Slack = 8;
    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(1);

    /// <returns>Whether the memory of the last third is that of the second.</returns>
    public static async Task<bool> RunAsync(int minutes)
    {
        var duration = TimeSpan.FromMinutes(minutes);
        using var folder = new MemoryFolder();
        await using var nginx = await NginxPeer.StartAsync(folder.Path, duration + TimeSpan.FromMinutes(2));
        await using var signing = await Replica.StartAsync(nginx.Upstream, "SignedRedirect");
        await using var caching = await Replica.StartAsync(nginx.Upstream, "Proxy", CacheSize);
        await using var forwarding = await Replica.StartAsync(nginx.Upstream, "Proxy");
        Subject[] subjects = [new("signed redirects", signing), new("a cache of 64 MB for 312 MB of tiles", caching), new("tiles passed through", forwarding)];
        var wrk = new Wrk(folder.Path);
        var loads = Task.WhenAll(subjects.Select(subject => wrk.RunAsync(new Uri(subject.Replica.Address, "maptiler/"), Tiles, duration, Connections)));
        var clock = Stopwatch.StartNew();
        while (await Task.WhenAny(loads, Task.Delay(Sampling)) != loads)
        {
            foreach (var subject in subjects)
                subject.Samples.Add((clock.Elapsed / duration, subject.Replica.WorkingSet / Megabyte));
        }

        foreach (var (subject, rate) in subjects.Zip(await loads))
            Console.WriteLine(FormattableString.Invariant($"{minutes} minutes of {subject}, {rate:0}/s"));
        return subjects.All(subject => subject.IsFlat);
    }

    private sealed record Subject(string Name, Replica Replica)
    {
        public List<(double At, double WorkingSet)> Samples { get; } = [];

        public bool IsFlat => Third(2) <= Factor * Third(1) + Slack;

        public override string ToString() => FormattableString.Invariant(
            $"{Name}: working set {Third(0):0}, {Third(1):0} and {Third(2):0} MB (medians of the thirds), {Samples.Max(sample => sample.WorkingSet):0} MB at most, {(IsFlat ? "flat" : "GROWS")}");

        private double Third(int number)
        {
            double[] sorted = [.. Samples.Where(sample => Math.Min((int)(sample.At * 3), 2) == number).Select(sample => sample.WorkingSet).Order()];
            return sorted[sorted.Length / 2];
        }
    }
}

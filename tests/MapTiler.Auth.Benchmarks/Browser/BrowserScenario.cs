namespace MapTiler.Benchmarks.Browser;

/// <summary>The request rate of the browser endpoints, relative to what Kestrel, YARP and nginx can do on the same machine. One of them is loaded at a time, in turn.</summary>
internal static class BrowserScenario
{
    private const int Rounds = 5;
    private const int Tiles = 256;
    private const int CacheSize = 64 * 1024 * 1024;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    /// <returns>Whether each reach is met.</returns>
    public static async Task<bool> RunAsync(int seconds)
    {
        using var folder = new MemoryFolder();
        await using var nginx = await NginxPeer.StartAsync(folder.Path, Limit);
        await using var signing = await Replica.StartAsync(nginx.Upstream, "SignedRedirect");
        await using var caching = await Replica.StartAsync(nginx.Upstream, "Proxy", CacheSize);
        await using var forwarding = await Replica.StartAsync(nginx.Upstream, "Proxy");
        Contestant[] contestants =
        [
            new("signed redirects against a constant response of Kestrel", new(signing.Address, "maptiler/"), new(signing.Address, "constant/"), Reach: 0.95),
            new("cached tiles of 20 KB against the same array sent by Kestrel", new(caching.Address, "maptiler/"), new(caching.Address, "array/"), Reach: 0.9),
            new("tiles of 20 KB passed through against a bare YARP forwarder", new(forwarding.Address, "maptiler/"), new(forwarding.Address, "forwarder/"), Reach: 0.95),
            new("signed redirects against nginx", new(signing.Address, "maptiler/"), new(nginx.Address, "redirect/")),
            new("cached tiles of 20 KB against nginx", new(caching.Address, "maptiler/"), new(nginx.Address, "cached/")),
            new("tiles of 20 KB passed through against nginx", new(forwarding.Address, "maptiler/"), new(nginx.Address, "uncached/")),
        ];
        var wrk = new Wrk(folder.Path);
        foreach (var contestant in contestants)
        {
            await wrk.RunAsync(contestant.Ours, Tiles, WarmUp);
            await wrk.RunAsync(contestant.Peer, Tiles, TimeSpan.FromSeconds(1));
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var contestant in contestants)
                contestant.Rates.Add((await wrk.RunAsync(contestant.Ours, Tiles, TimeSpan.FromSeconds(seconds)), await wrk.RunAsync(contestant.Peer, Tiles, TimeSpan.FromSeconds(seconds))));
        }

        foreach (var contestant in contestants)
            Console.WriteLine(contestant);
        return contestants.All(contestant => contestant.IsMet);
    }

    private sealed record Contestant(string Name, Uri Ours, Uri Peer, double? Reach = null)
    {
        public List<(double Ours, double Peer)> Rates { get; } = [];

        public bool IsMet => Reach is null || Ratio >= Reach;

        /// <summary>The median ratio of consecutive measurements, because the load of a machine changes.</summary>
        private double Ratio => Median(Rates.Select(rate => rate.Ours / rate.Peer));

        public override string ToString() => FormattableString.Invariant(
            $"{Name}: {Median(Rates.Select(rate => rate.Ours)):0}/s, peer {Median(Rates.Select(rate => rate.Peer)):0}/s, ratio {Ratio:0.00} ({Rates.Min(rate => rate.Ours / rate.Peer):0.00} to {Rates.Max(rate => rate.Ours / rate.Peer):0.00}){Verdict}");

        private string Verdict => Reach is null ? "" : FormattableString.Invariant($", reach {Reach:0.00} {(IsMet ? "met" : "MISSED")}");
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}

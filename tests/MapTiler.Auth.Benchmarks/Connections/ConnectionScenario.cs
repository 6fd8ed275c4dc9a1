using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Benchmarks.Connections;

/// <summary>Tiles and batches over TLS from a distant server, from the first connection on and again, against a bare <see cref="HttpClient"/> with HTTP/1.1.</summary>
internal static class ConnectionScenario
{
    private const int Rounds = 3;
    private const int BatchSize = 50;

    private static readonly TileCoordinate[] Tiles = [.. new TileRange(new BoundingBox(-10, 35, 30, 60), 9).Take(200)];
    private static readonly string[] Queries = [.. Enumerable.Repeat("San", 2000)];

    public static async Task RunAsync()
    {
        foreach (var roundTrip in new[] { 20, 80 })
        {
            using var server = DistantServer.Start(roundTrip);
            foreach (var concurrency in new[] { 8, 200 })
                await CompareAsync($"200 tiles of 20 KB, {roundTrip} ms, {concurrency} at a time", server, client => OurTilesAsync(client, concurrency), client => BareTilesAsync(client, server, concurrency), roundTrip * (Tiles.Length / concurrency));
            foreach (var concurrency in new[] { 4, 40 })
                await CompareAsync($"2,000 queries in batches of {BatchSize}, {roundTrip} ms, {concurrency} at a time", server, client => OurBatchAsync(client, concurrency), client => BareBatchAsync(client, server, concurrency), roundTrip * (Queries.Length / BatchSize / concurrency));
        }

        await RecoverAsync();
    }

    private static async Task CompareAsync(string what, DistantServer server, Func<MapTilerClient, Task> ours, Func<HttpClient, Task> bare, int limit)
    {
        List<Figures> http2 = [], http1 = [], peer = [];
        for (var round = 0; round <= Rounds; round++)
        {
            http2.Add(await OursAsync(server, ours, HttpVersion.Version20));
            http1.Add(await OursAsync(server, ours, HttpVersion.Version11));
            peer.Add(await BareAsync(server, bare));
        }

        Print($"{what} (round trips alone: {limit} ms)");
        Show("bare HttpClient, HTTP/1.1", peer);
        Show("ours, HTTP/1.1", http1);
        Show("ours, default", http2);

        // The first round compiles the code.
        void Show(string name, List<Figures> figures)
        {
            var (cold, warm, connections) = (Median(figures.Skip(1).Select(f => f.Cold)), Median(figures.Skip(1).Select(f => f.Warm)), figures.Max(f => f.Connections));
            Print($"    {name,-26} cold {cold,6:0} ms ({cold / Median(peer.Skip(1).Select(f => f.Cold)):0.00} x), warm {warm,6:0} ms ({warm / Median(peer.Skip(1).Select(f => f.Warm)):0.00} x), {connections} connections");
        }
    }

    private static async Task<Figures> OursAsync(DistantServer server, Func<MapTilerClient, Task> run, Version version)
    {
        var connections = new ConnectionCounter();
        using var client = Client(server, connections, version);
        return await MeasureAsync(() => run(client), connections);
    }

    private static async Task<Figures> BareAsync(DistantServer server, Func<HttpClient, Task> run)
    {
        var connections = new ConnectionCounter();
        using var handler = new SocketsHttpHandler();
        using var client = new HttpClient(Configure(handler, server, connections));
        return await MeasureAsync(() => run(client), connections);
    }

    private static async Task<Figures> MeasureAsync(Func<Task> run, ConnectionCounter connections)
    {
        var cold = await TimeAsync(run);
        return new(cold, await TimeAsync(run), connections.Count);
    }

    /// <summary>The connections that are open stop to deliver anything, without an end of them: how long the next call takes.</summary>
    private static async Task RecoverAsync()
    {
        foreach (var version in new[] { HttpVersion.Version11, HttpVersion.Version20 })
        {
            using var server = DistantServer.Start(20);
            using var client = Client(server, new ConnectionCounter(), version);
            await client.Geocoding.SearchAsync("Brno");
            server.SilenceConnections();
            var time = await TimeAsync(() => client.Geocoding.SearchAsync("Brno"));
            Print($"a call on a dead connection, HTTP/{version}: {time:0} ms until its response");
        }
    }

    private static MapTilerClient Client(DistantServer server, ConnectionCounter connections, Version version) =>
        new(new MapTilerOptions { ApiKey = server.ApiKey, BaseAddress = server.Address }, builder =>
        {
            builder.HttpClientBuilder.ConfigurePrimaryHttpMessageHandler((handler, _) => Configure((SocketsHttpHandler)handler, server, connections));
            if (version != HttpVersion.Version20)
                builder.HttpClientBuilder.ConfigureHttpClient(client => client.DefaultRequestVersion = version);
        });

    private static SocketsHttpHandler Configure(SocketsHttpHandler handler, DistantServer server, ConnectionCounter connections)
    {
        handler.SslOptions.CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { server.Certificate }, RevocationMode = X509RevocationMode.NoCheck };
        handler.ConnectCallback = connections.ConnectAsync;
        return handler;
    }

    private static async Task OurTilesAsync(MapTilerClient client, int concurrency)
    {
        await foreach (var tile in client.Tiles.DownloadTilesAsync(DistantServer.Tileset, Tiles, "png", new() { MaxConcurrency = concurrency }))
        {
            if (tile.Error is not null)
                throw tile.Error;
        }
    }

    private static Task BareTilesAsync(HttpClient client, DistantServer server, int concurrency) =>
        BareAsync(client, concurrency, [.. Tiles.Select(tile => new Uri(server.Address, string.Create(CultureInfo.InvariantCulture, $"/tiles/{DistantServer.Tileset}/{tile.Z}/{tile.X}/{tile.Y}.png?key={server.ApiKey}")))]);

    private static async Task OurBatchAsync(MapTilerClient client, int concurrency)
    {
        await foreach (var result in client.Geocoding.BatchAsync(Queries, maxConcurrency: concurrency))
        {
            if (result.Error is not null)
                throw result.Error;
        }
    }

    private static Task BareBatchAsync(HttpClient client, DistantServer server, int concurrency) =>
        BareAsync(client, concurrency, [.. Queries.Chunk(BatchSize).Select(chunk => new Uri(server.Address, $"/geocoding/{string.Join(';', chunk)}.json?key={server.ApiKey}"))]);

    private static Task BareAsync(HttpClient client, int concurrency, Uri[] urls) =>
        Parallel.ForEachAsync(urls, new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (url, token) => await client.GetByteArrayAsync(url, token));

    private static async Task<double> TimeAsync(Func<Task> run)
    {
        var clock = Stopwatch.StartNew();
        await run();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static void Print(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));

    private sealed record Figures(double Cold, double Warm, int Connections);

    private sealed class ConnectionCounter
    {
        private int _count;

        public int Count => _count;

        public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _count);
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MapTiler.Benchmarks.Browser;

/// <summary>200 requests a second of a panned map while MapTiler rejects the key, limits requests, fails, hangs, and is not reachable.</summary>
internal static class BrowserOutage
{
    private const int Rate = 200;
    private const int Tiles = 400;
    private const int StyleEvery = 50;
    private const int MaxLogLines = 2;
    private const double MaxMilliseconds = 200;
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(1);

    /// <param name="seconds">The duration of each outage.</param>
    /// <returns>Whether every response was a map, fast enough, with few log messages and a degraded health check.</returns>
    public static async Task<bool> RunAsync(int seconds)
    {
        await using var upstream = new FailingUpstream();
        await upstream.StartAsync();
        await using var replica = await Replica.StartAsync(upstream.Address, "Proxy", cacheSize: 64 * 1024 * 1024, "--MapTiler:BrowserMaps:Maps:0=m", "--MapTiler:BrowserMaps:MaxStaleAge=1.00:00:00");
        using var browser = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = replica.Address };
        await PanAsync(browser, TimeSpan.FromSeconds(Tiles / Rate * 2));
        var isGood = true;
        foreach (var outage in (string[])["403", "429", "503", "hang", "dead"])
        {
            var lines = replica.LineCount;
            await upstream.SetAsync(outage);
            await Task.Delay(Lifetime); // all responses have expired
            var results = await PanAsync(browser, TimeSpan.FromSeconds(seconds));
            var health = await browser.GetStringAsync("health");
            double[] times = [.. results.Where(result => result.At > Start).Select(result => result.Milliseconds).Order()];
            var (failed, p99) = (results.Count(result => !result.IsGood), times[times.Length * 99 / 100]);
            var logged = (replica.LineCount - lines) / Math.Max(1, seconds / 60.0);
            isGood &= failed == 0 && p99 < MaxMilliseconds && health == "Degraded" && logged <= MaxLogLines;
            Console.WriteLine(FormattableString.Invariant(
                $"{outage}: {results.Count} requests, {failed} failed, p50 {times[times.Length / 2]:0.0} ms, p99 {p99:0.0} ms, at most {times[^1]:0} ms after the first second, {logged:0.#} log lines a minute, health check {health}"));
            await upstream.SetAsync("");
            await PanAsync(browser, TimeSpan.FromSeconds(15)); // stale responses are renewed after 10 seconds
        }

        return isGood;
    }

    private static async Task<IReadOnlyCollection<Result>> PanAsync(HttpClient browser, TimeSpan duration)
    {
        var (results, clock, pending) = (new ConcurrentBag<Result>(), Stopwatch.StartNew(), new List<Task>());
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var sent = 0; clock.Elapsed < duration; await timer.WaitForNextTickAsync())
        {
            for (; sent < clock.Elapsed.TotalSeconds * Rate; sent++)
                pending.Add(RequestAsync(sent % StyleEvery == 0 ? "maptiler/maps/m/style.json" : FormattableString.Invariant($"maptiler/maps/m/14/{sent % Tiles}/0.png")));
        }

        await Task.WhenAll(pending);
        return results;

        async Task RequestAsync(string path)
        {
            var (at, start) = (clock.Elapsed, Stopwatch.GetTimestamp());
            using var response = await browser.GetAsync(path);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            results.Add(new(at, Stopwatch.GetElapsedTime(start).TotalMilliseconds, response.StatusCode == HttpStatusCode.OK && bytes.Length > 0));
        }
    }

    private readonly record struct Result(TimeSpan At, double Milliseconds, bool IsGood);

    /// <summary>A server in the place of MapTiler whose responses are fresh for two seconds.</summary>
    private sealed class FailingUpstream : IAsyncDisposable
    {
        private WebApplication? _app;
        private volatile string _outage = "";
        private int _port;

        public Uri Address => new(FormattableString.Invariant($"http://127.0.0.1:{_port}/"));

        public async Task StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, _port));
            _app = builder.Build();
            _app.Run(RespondAsync);
            await _app.StartAsync();
            _port = new Uri(_app.Urls.First()).Port;
        }

        public async Task SetAsync(string outage)
        {
            if (outage == "dead")
                await DisposeAsync();
            else if (_outage == "dead")
                await StartAsync();
            _outage = outage;
        }

        public async ValueTask DisposeAsync()
        {
            if (_app is null)
                return;
            await _app.StopAsync(new CancellationToken(canceled: true));
            await _app.DisposeAsync();
            _app = null;
        }

        private async Task RespondAsync(HttpContext context)
        {
            if (_outage == "hang")
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
            }
            else if (_outage.Length > 0)
            {
                context.Response.StatusCode = int.Parse(_outage, System.Globalization.CultureInfo.InvariantCulture);
                return;
            }

            var isJson = context.Request.Path.Value!.EndsWith(".json", StringComparison.Ordinal);
            context.Response.ContentType = isJson ? "application/json" : "image/png";
            context.Response.Headers.CacheControl = "public, max-age=2";
            await context.Response.Body.WriteAsync(isJson ? "{\"version\":8}"u8.ToArray() : new byte[20 * 1024]);
        }
    }
}

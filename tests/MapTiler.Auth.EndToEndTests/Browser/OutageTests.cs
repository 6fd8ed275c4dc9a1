using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MapTiler.AspNetCore;
using MapTiler.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SkiaSharp;

namespace MapTiler.EndToEndTests.Browser;

/// <summary>MapLibre GL JS displays the same map while MapTiler fails, and labels in the language of the style's URL.</summary>
public sealed class OutageTests
{
    private const string Style = "maptiler/maps/streets-v4/style.json";

    private static readonly double[] Center = [12, 49];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Map_is_drawn_from_the_cache_while_MapTiler_rejects_the_key_hangs_or_is_not_reachable()
    {
        OtherProgram.PathOf("chromium");
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        await using var upstream = new FailingUpstream(emulator);
        await upstream.StartAsync();
        await using var app = await StartAsync(upstream.Address, emulator);
        var home = new Uri(app.Urls.First());
        using var browser = new HttpClient { BaseAddress = home };
        await DrawAsync(home, "before");

        foreach (var outage in (string[])["403", "hang", "dead"])
        {
            await upstream.SetAsync(outage);
            while (!await IsStaleAsync(browser) || (outage != "dead" && upstream.RequestCount == 0))
                await Task.Delay(TimeSpan.FromMilliseconds(100), Cancel);

            var map = await DrawAsync(home, outage);
            Assert.Empty(map.GetProperty("errors").EnumerateArray());
            Assert.True(DifferentPixels("before", outage) < 0.01, $"The map during '{outage}' differs.");
        }
    }

    [Theory]
    [InlineData("de")]
    [InlineData("ja")]
    public async Task Labels_have_the_language_of_the_URL(string language)
    {
        OtherProgram.PathOf("chromium");
        await using var emulator = await MapTilerEmulator.StartAsync(cancellationToken: Cancel);
        await using var app = await StartAsync(emulator.BaseAddress, emulator);

        var map = await DrawAsync(new Uri(app.Urls.First()), language, "?language=" + language);

        Assert.Empty(map.GetProperty("errors").EnumerateArray());
        Assert.NotEmpty(map.GetProperty("layers").EnumerateObject());
    }

    private static async Task<JsonElement> DrawAsync(Uri home, string name, string query = "")
    {
        var map = new JsonObject
        {
            ["name"] = name,
            ["origin"] = home.GetLeftPart(UriPartial.Authority),
            ["style"] = $"{home}{Style}{query}",
            ["center"] = new JsonArray(Center[0], Center[1]),
            ["zoom"] = 4,
            ["screenshot"] = Screenshot(name),
        };
        using var output = await BrowserScript.RunAsync("maps.mjs", new JsonArray(map));
        return output.RootElement[0].Clone();
    }

    private static string Screenshot(string name) => BrowserScript.Screenshot($"outage-{name}.png");

    private static double DifferentPixels(string one, string other)
    {
        using var first = SKBitmap.Decode(Screenshot(one));
        using var second = SKBitmap.Decode(Screenshot(other));
        return first.Pixels.Zip(second.Pixels).Count(pair => pair.First != pair.Second) / (double)first.Pixels.Length;
    }

    private static async Task<bool> IsStaleAsync(HttpClient browser)
    {
        using var response = await browser.GetAsync(Style, Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.Contains("Cache-Status");
    }

    private static async Task<WebApplication> StartAsync(Uri upstream, MapTilerEmulator emulator)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddMapTiler(o => (o.ApiKey, o.BaseAddress) = (emulator.ApiKey, upstream))
            .AddBrowserMaps(o => (o.Mode, o.CacheSize, _) = (BrowserMapsMode.Proxy, 64_000_000, o.Maps.Add("streets-v4")));
        var app = builder.Build();
        app.MapMapTiler("/maptiler");
        await app.StartAsync(Cancel);
        return app;
    }

    /// <summary>The emulator behind a server whose responses are fresh for one second, and which can fail.</summary>
    private sealed class FailingUpstream(MapTilerEmulator emulator) : IAsyncDisposable
    {
        private readonly HttpClient _client = new() { BaseAddress = emulator.BaseAddress };
        private volatile string _outage = "";
        private WebApplication? _app;
        private int _requestCount;
        private int _port;

        public Uri Address => new(FormattableString.Invariant($"http://127.0.0.1:{_port}/"));

        /// <summary>The number of requests since the outage began.</summary>
        public int RequestCount => Volatile.Read(ref _requestCount);

        public async Task StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, _port));
            _app = builder.Build();
            _app.Run(RespondAsync);
            await _app.StartAsync(Cancel);
            _port = new Uri(_app.Urls.First()).Port;
        }

        public async Task SetAsync(string outage)
        {
            _outage = outage;
            Volatile.Write(ref _requestCount, 0);
            if (outage == "dead")
                await StopAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await StopAsync();
            _client.Dispose();
        }

        private async Task StopAsync()
        {
            if (_app is null)
                return;
            await _app.StopAsync(new CancellationToken(canceled: true));
            await _app.DisposeAsync();
            _app = null;
        }

        private async Task RespondAsync(HttpContext context)
        {
            Interlocked.Increment(ref _requestCount);
            if (_outage == "hang")
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
            if (_outage == "403")
            {
                context.Response.StatusCode = 403;
                return;
            }

            using var response = await _client.GetAsync(context.Request.Path + context.Request.QueryString.Value, context.RequestAborted);
            var body = await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
            if (response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true)
                body = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(body).Replace(emulator.BaseAddress.AbsoluteUri, Address.AbsoluteUri, StringComparison.Ordinal));
            context.Response.StatusCode = (int)response.StatusCode;
            context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            context.Response.Headers.CacheControl = "public, max-age=1";
            if (body.Length > 0)
                await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}

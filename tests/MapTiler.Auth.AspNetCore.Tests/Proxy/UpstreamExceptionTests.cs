using System.Net;
using System.Net.Sockets;
using MapTiler.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace MapTiler.AspNetCore.Tests.Proxy;

public sealed class UpstreamExceptionTests
{
    private const string Tile = "/maptiler/maps/streets-v4/1/0/0.png";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<(int Upstream, int Expected), int, string> Failures { get; } = new(
        [(400, 400), (401, 502), (403, 403), (404, 404), (410, 410), (414, 414), (418, 502), (429, 429), (500, 502), (503, 503), (302, 502), (201, 502)],
        [0, 1_000_000],
        ["maps/streets-v4/style.json", "maps/streets-v4/1/0/0.png", "geocoding/Brno.json"]);

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Status_of_a_failed_request_is_passed_on_uncached_and_without_the_body((int Upstream, int Expected) status, int cacheSize, string path)
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status.Upstream;
            context.Response.ContentType = "image/png";
            context.Response.Headers.RetryAfter = "17";
            context.Response.Headers.CacheControl = "public, max-age=86400";
            context.Response.Headers.WWWAuthenticate = "Basic";
            context.Response.Headers.Location = "https://evil.example/" + context.Request.QueryString;
            return context.Response.WriteAsync("The request was " + context.Request.QueryString + Secrets.Key);
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = cacheSize);

        for (var i = 0; i < 2; i++)
        {
            using var response = await app.GetAsync("/maptiler/" + path);
            Assert.Equal(status.Expected, (int)response.StatusCode);
            Assert.True(response.Headers.CacheControl!.NoStore);
            Assert.Null(response.Headers.Location);
            Assert.Empty(response.Headers.WwwAuthenticate);
            Assert.Equal(status.Expected is 429 or 503 ? "17" : null, response.Headers.TryGetValues("Retry-After", out var retryAfter) ? retryAfter.Single() : null);
            AssertNothingLeaks(response, await response.Content.ReadAsStringAsync(Cancel));
        }

        Assert.Equal(2, upstream.Requests.Count(request => request.Target.StartsWith("/" + path, StringComparison.Ordinal))); // the failure was not cached
        Assert.All(Secrets.All, secret => Assert.DoesNotContain(secret, app.Logs.All, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Tile, 0)]
    [InlineData(Tile, 1_000_000)]
    [InlineData("/maptiler/maps/streets-v4/style.json", 0)]
    [InlineData("/maptiler/maps/streets-v4/style.json", 1_000_000)]
    public async Task Failed_connection_is_a_bad_gateway_with_the_cause_in_the_log_only(string path, long cacheSize)
    {
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // does not listen, and prevents other programs from listening
        var closedPort = new Uri($"http://{closed.LocalEndPoint}");
        await using var app = await BrowserApp.StartAsync(closedPort, BrowserMapsMode.Proxy, o => o.CacheSize = cacheSize);

        using var response = await app.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("The request to MapTiler failed without a response.", await response.Content.ReadAsStringAsync(Cancel));
        Assert.Contains(nameof(SocketException), app.Logs.All, StringComparison.Ordinal);
    }

    private static void AssertNothingLeaks(HttpResponseMessage response, string text) => Assert.All(
        Secrets.All.Append("signature="), secret => Assert.DoesNotContain(secret, $"{response.Headers}{response.Content.Headers}{text}", StringComparison.Ordinal));
}

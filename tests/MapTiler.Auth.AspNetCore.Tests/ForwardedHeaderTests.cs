using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.AspNetCore.Tests;

/// <summary>What passes between a browser and MapTiler, and what does not.</summary>
public sealed class ForwardedHeaderTests
{
    private const string Tile = "/maptiler/maps/streets-v4/1/0/0.png";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Trailers_of_MapTiler_stay_behind()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.Headers.TransferEncoding = "chunked"; // so that the server writes the body as it is
            return context.Response.WriteAsync($"4\r\ntile\r\n0\r\nX-Trace: {context.Request.QueryString}\r\nSet-Cookie: upstream=1\r\n\r\n");
        });
        await using var app = await StartAsync(upstream, services: services => services.Configure<KestrelServerOptions>(server => server.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2)));
        using var request = new HttpRequestMessage(HttpMethod.Get, Tile) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };

        using var response = await app.Browser.SendAsync(request, Cancel);

        Assert.Equal("tile", await response.Content.ReadAsStringAsync(Cancel));
        Assert.Empty(response.TrailingHeaders);
    }

    [Fact]
    public async Task What_describes_a_file_passes()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.Age = "50";
            context.Response.Headers.Vary = "Accept";
            context.Response.Headers.Date = "Mon, 02 Nov 2026 10:00:00 GMT";
            context.Response.Headers.LastModified = "Mon, 02 Nov 2026 09:00:00 GMT";
            context.Response.Headers.Expires = "Mon, 02 Nov 2026 11:00:00 GMT";
            return SendTileAsync(context);
        });
        await using var app = await StartAsync(upstream, pipeline: app => app.Use((context, next) =>
        {
            context.Response.Headers.Vary = "Origin";
            return next();
        }));

        using var response = await app.GetAsync(Tile, ("Accept", "image/webp"));

        Assert.Equal(TimeSpan.FromSeconds(50), response.Headers.Age);
        Assert.Equal(["Origin", "Accept"], response.Headers.Vary);
        Assert.Equal(
            (10, 9, 11), (response.Headers.Date!.Value.Hour, response.Content.Headers.LastModified!.Value.Hour, response.Content.Headers.Expires!.Value.Hour));
        Assert.Equal("image/webp", Assert.Single(upstream.Requests).Headers["Accept"]);
    }

    [Fact]
    public async Task The_text_of_a_status_stays_behind()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = "Fine " + Secrets.Key;
            return SendTileAsync(context);
        });
        await using var app = await StartAsync(upstream);

        using var response = await app.GetAsync(Tile);

        Assert.Equal("OK", response.ReasonPhrase);
    }

    [Theory]
    [InlineData("Content-Length: 4\r\n\r\nbody")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n")]
    public async Task The_body_of_a_request_stays_here(string body)
    {
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var app = await StartAsync(upstream);

        var answer = await app.SendRawAsync($"GET {Tile} HTTP/1.1\r\nHost: maps.example\r\nConnection: close\r\nContent-Type: text/plain\r\n{body}");

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(upstream.Requests).Headers.Keys.Intersect(["Content-Length", "Content-Type", "Transfer-Encoding"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task A_redirect_is_not_followed_whoever_it_leads_to(long cacheSize)
    {
        await using var other = await LoopbackServer.StartAsync(SendTileAsync);
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect(new Uri(other.BaseAddress, "/tile.png").AbsoluteUri);
            return Task.CompletedTask;
        });
        await using var app = await StartAsync(upstream, cacheSize);

        using var response = await app.GetAsync(Tile);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Empty(other.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task A_cookie_of_MapTiler_goes_neither_to_browsers_nor_back(long cacheSize)
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = "session=1; Path=/";
            return SendTileAsync(context);
        });
        await using var app = await StartAsync(upstream, cacheSize);

        for (var i = 0; i < 2; i++)
        {
            using var response = await app.GetAsync(Tile);
            Assert.False(response.Headers.Contains("Set-Cookie"));
        }

        Assert.All(upstream.Requests, request => Assert.DoesNotContain("Cookie", request.Headers.Keys));
    }

    [Fact]
    public async Task What_the_application_traces_is_not_told()
    {
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var app = await StartAsync(upstream, pipeline: app => app.Use(async (context, next) =>
        {
            using var activity = new Activity("page").Start();
            await next(context);
        }));

        foreach (var path in new[] { Tile, "/maptiler/maps/streets-v4/style.json" })
            using (await app.GetAsync(path)) { }

        Assert.All(upstream.Requests, request => Assert.Empty(request.Headers.Keys.Intersect(["traceparent", "Request-Id", "tracestate", "baggage"])));
    }

    [Fact]
    public async Task A_file_in_an_encoding_that_nobody_asked_for_is_not_kept_for_others()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = "br";
            context.Response.Headers.CacheControl = "public, max-age=60";
            return SendTileAsync(context);
        });
        await using var app = await StartAsync(upstream, cacheSize: 1_000_000);

        using var response = await app.GetAsync(Tile, ("Accept-Encoding", "gzip, br"));

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
    }

    private static Task<BrowserApp> StartAsync(LoopbackServer upstream, long cacheSize = 0, Action<IServiceCollection>? services = null, Action<WebApplication>? pipeline = null) =>
        BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = cacheSize, services: services, pipeline: pipeline);

    private static Task SendTileAsync(HttpContext context)
    {
        context.Response.ContentType = "image/png";
        return context.Response.WriteAsync("tile");
    }
}

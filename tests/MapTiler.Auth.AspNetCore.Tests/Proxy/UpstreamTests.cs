using System.Diagnostics;
using System.Net;
using MapTiler.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.AspNetCore.Tests.Proxy;

public sealed partial class UpstreamTests
{
    private const string Tile = "/maptiler/maps/streets-v4/1/0/0.png";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task Redirect_of_MapTiler_is_not_followed(long cacheSize)
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
    public async Task Cookie_of_MapTiler_is_neither_sent_to_browsers_nor_sent_back(long cacheSize)
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
    public async Task Trace_context_of_the_application_is_not_sent_to_MapTiler()
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

    private static Task<BrowserApp> StartAsync(LoopbackServer upstream, long cacheSize = 0, Action<IServiceCollection>? services = null, Action<WebApplication>? pipeline = null) =>
        BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = cacheSize, services: services, pipeline: pipeline);

    private static Task SendTileAsync(HttpContext context)
    {
        context.Response.ContentType = "image/png";
        return context.Response.WriteAsync("tile");
    }
}

using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace MapTiler.AspNetCore.Tests;

/// <summary>What the logs tell of a cache: never the places that people look at.</summary>
public sealed class CacheLogTests
{
    [Fact]
    public async Task A_file_that_passes_by_the_cache_is_not_logged()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.ContentLength = CachedFiles.MaxBytes + 1;
            return context.Response.Body.WriteAsync(new byte[CachedFiles.MaxBytes + 1]).AsTask();
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000);

        await app.GetTextAsync("/maptiler/maps/streets-v4/static/16.6068,49.1952,9/2048x2048@2x.png");

        AssertShowNot("16.6068", app);
    }

    [Fact]
    public async Task A_Redis_that_is_gone_is_logged_without_a_place()
    {
        await using var upstream = await LoopbackServer.StartAsync(Answers.Brno);
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000,
            services: services => services.AddStackExchangeRedisCache(redis =>
                redis.ConfigurationOptions = new() { EndPoints = { "127.0.0.1:1" }, AbortOnConnectFail = false, ConnectTimeout = 100, BacklogPolicy = BacklogPolicy.FailFast }));

        await app.GetTextAsync("/maptiler/geocoding/Lidick%C3%A1.json");

        AssertShowNot("Lidick", app);
        Assert.Contains("Cache backend", app.Logs.All, StringComparison.Ordinal);
    }

    private static void AssertShowNot(string place, BrowserApp app) =>
        Assert.DoesNotContain(app.Logs.Messages, message => message.Contains(place, StringComparison.Ordinal) && !message.StartsWith("scope:", StringComparison.Ordinal)); // which the server opens
}

using MapTiler.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
using ZiggyCreatures.Caching.Fusion;

namespace MapTiler.AspNetCore.Tests.Cache;

public sealed partial class ResponseCacheTests
{
    [Fact]
    public async Task Cache_with_the_default_CacheSize_stores_nothing()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.Headers.CacheControl = "public, max-age=86400";
            return context.Response.WriteAsync("tile");
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy);

        for (var i = 0; i < 3; i++)
            await app.GetStringAsync("/maptiler/maps/streets-v4/1/0/0.png");

        Assert.Equal(3, upstream.Requests.Count);
    }

    [Fact]
    public async Task Cache_with_more_responses_than_CacheSize_fetches_evicted_ones_again()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.Headers.CacheControl = "public, max-age=60";
            return context.Response.WriteAsync(new string('t', 1000));
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 50_000);

        for (var round = 0; round < 2; round++)
        {
            for (var x = 0; x < 200; x++)
                await app.GetStringAsync($"/maptiler/maps/streets-v4/8/{x}/0.png");
        }

        Assert.InRange(upstream.Requests.Count, 350, 400);
    }

    [Fact]
    public async Task Cache_with_a_Redis_that_is_not_reachable_logs_a_warning_without_a_location()
    {
        await using var upstream = await LoopbackServer.StartAsync(ResponseBodies.Brno);
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000,
            services: services => services
                .AddStackExchangeRedisCache(redis => redis.ConfigurationOptions = new() { EndPoints = { "127.0.0.1:1" }, AbortOnConnectFail = false, ConnectTimeout = 100, BacklogPolicy = BacklogPolicy.FailFast })
                .PostConfigure<FusionCacheOptions>("MapTiler", cache => cache.DefaultEntryOptions.SetDistributedCacheTimeouts(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(100)))); // a busy machine does not decide

        await app.GetStringAsync("/maptiler/geocoding/Lidick%C3%A1.json");

        Assert.DoesNotContain(app.Logs.Messages, message => message.Contains("Lidick", StringComparison.Ordinal) && !message.StartsWith("scope:", StringComparison.Ordinal)); // the server opens the scope
        Assert.Contains("The distributed cache failed", app.Logs.All, StringComparison.Ordinal);
    }
}

using MapTiler.AspNetCore.Tests.Support;

namespace MapTiler.AspNetCore.Tests.Proxy;

public sealed partial class MapFilesTests
{
    private const int MaxBytes = 32 * 1024 * 1024;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_of_a_file_larger_than_the_maximum_logs_no_location()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.ContentLength = MaxBytes + 1;
            return context.Response.Body.WriteAsync(new byte[MaxBytes + 1]).AsTask();
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000);

        await app.GetStringAsync("/maptiler/maps/streets-v4/static/16.6068,49.1952,9/2048x2048@2x.png");

        Assert.DoesNotContain(app.Logs.Messages, message => message.Contains("16.6068", StringComparison.Ordinal) && !message.StartsWith("scope:", StringComparison.Ordinal)); // the server opens the scope
    }

    [Fact]
    public async Task SendAsync_of_a_file_larger_than_the_maximum_sends_it_completely()
    {
        var large = new byte[MaxBytes + 1];
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.Headers.CacheControl = "public, max-age=60";
            await context.Response.Body.WriteAsync(large);
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 100_000_000);

        using var response = await app.GetAsync("/maptiler/maps/streets-v4/static/8,47,4/2048x2048@2x.png");

        Assert.Equal(large.Length, (await response.Content.ReadAsByteArrayAsync(Cancel)).Length);
    }

    [Fact]
    public async Task SendAsync_of_a_file_that_is_too_large_for_the_cache_requests_it_once()
    {
        var body = new byte[2 * 1024 * 1024]; // a cache of this size keeps files of 1 MiB
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.Headers.CacheControl = "public, max-age=60";
            await context.Response.Body.WriteAsync(body);
        });
        await using var app = await BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000);

        for (var requests = 1; requests <= 2; requests++)
        {
            using var response = await app.GetAsync("/maptiler/maps/streets-v4/static/8,47,4/2048x2048@2x.png");

            Assert.Equal(body.Length, (await response.Content.ReadAsByteArrayAsync(Cancel)).Length);
            Assert.Equal(requests, upstream.Requests.Count);
        }
    }
}

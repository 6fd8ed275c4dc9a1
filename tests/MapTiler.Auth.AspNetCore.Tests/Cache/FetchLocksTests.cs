using System.Net;
using MapTiler.AspNetCore.Tests.Support;
using Medallion.Threading;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.AspNetCore.Tests.Cache;

public sealed class FetchLocksTests
{
    private const string Tile = "/maptiler/tiles/v3/1/0/0.pbf";

    [Fact]
    public async Task Concurrent_requests_to_two_replicas_with_locks_fetch_a_tile_once()
    {
        var (shared, locks, mayRespond) = (new SharedCache(), new SharedLocks(), new TaskCompletionSource());
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            await mayRespond.Task;
            await SendTileAsync(context);
        });
        await using var one = await StartAsync(upstream, locks, shared);
        await using var another = await StartAsync(upstream, locks, shared);

        var responses = Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? one : another).GetStringAsync(Tile)).ToList();
        await locks.WaitForAcquireAsync();
        await locks.WaitForAcquireAsync();
        mayRespond.SetResult();

        Assert.All(await Task.WhenAll(responses), response => Assert.Equal("a tile", response));
        Assert.Single(upstream.Requests);
        Assert.All(Secrets.All, secret => Assert.DoesNotContain(secret, string.Join('\n', locks.Names), StringComparison.Ordinal));
    }

    [Fact]
    public async Task AcquireAsync_releases_the_lock_when_the_fetch_fails()
    {
        var (locks, status) = (new SharedLocks(), 403);
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return SendTileAsync(context);
        });
        await using var one = await StartAsync(upstream, locks, new SharedCache());
        await using var another = await StartAsync(upstream, locks, new SharedCache());

        using (var rejected = await one.GetAsync(Tile))
            Assert.Equal(HttpStatusCode.Forbidden, rejected.StatusCode);
        await locks.WaitUntilFreeAsync();
        status = 200;

        Assert.Equal("a tile", await another.GetStringAsync(Tile));
    }

    [Fact]
    public async Task AcquireAsync_that_does_not_get_the_lock_continues_without_it()
    {
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var app = await StartAsync(upstream, new SharedLocks { IsAlwaysHeld = true }, new SharedCache());

        Assert.Equal("a tile", await app.GetStringAsync(Tile));
    }

    [Fact]
    public async Task AcquireAsync_with_a_failing_provider_opens_the_circuit_and_logs_no_location()
    {
        var locks = new SharedLocks { IsBroken = true };
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var app = await StartAsync(upstream, locks, new SharedCache());

        for (var x = 0; x < 20; x++)
            Assert.Equal("a tile", await app.GetStringAsync($"/maptiler/tiles/v3/5/{x}/0.pbf"));

        Assert.InRange(locks.AcquireCount, 3, 5);
        Assert.Contains(app.Logs.Messages, message => message.Contains("IOException", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Logs.Messages, message => message.Contains("tiles/v3/5", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AcquireAsync_that_times_out_releases_the_lock_when_it_is_granted_later()
    {
        var (locks, time) = (new SharedLocks(), new FakeTimeProvider(DateTimeOffset.UtcNow));
        await using var upstream = await LoopbackServer.StartAsync(context => SendTileAsync(context, "no-store"));
        await using var app = await StartAsync(upstream, locks, new SharedCache(), time);
        await app.GetStringAsync(Tile);
        await locks.WaitForAcquireAsync();
        var held = await locks.AcquireAllAsync();

        var pending = app.GetStringAsync(Tile);
        await locks.WaitForAcquireAsync();
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("a tile", await pending);

        held.Dispose();
        await locks.WaitUntilFreeAsync();
    }

    [Fact]
    public async Task Locks_without_a_distributed_cache_are_not_used()
    {
        var locks = new SharedLocks();
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var app = await StartAsync(upstream, locks, shared: null);

        await app.GetStringAsync(Tile);

        Assert.Equal(0, locks.AcquireCount);
    }

    // The clock does not advance, so that no operation times out.
    private static Task<BrowserApp> StartAsync(LoopbackServer upstream, SharedLocks locks, SharedCache? shared, FakeTimeProvider? time = null) =>
        BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, options => options.CacheSize = 1024 * 1024, services: services =>
        {
            services.AddSingleton<TimeProvider>(time ?? new FakeTimeProvider(DateTimeOffset.UtcNow)).AddSingleton<IDistributedLockProvider>(locks);
            if (shared is not null)
                services.AddSingleton<IDistributedCache>(shared);
        });

    private static Task SendTileAsync(HttpContext context) => SendTileAsync(context, "public, max-age=7200");

    private static Task SendTileAsync(HttpContext context, string cacheControl)
    {
        context.Response.ContentType = "application/x-protobuf";
        context.Response.Headers.CacheControl = cacheControl;
        return context.Response.WriteAsync("a tile");
    }
}

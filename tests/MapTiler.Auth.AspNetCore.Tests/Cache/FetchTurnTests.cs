using System.Net;
using Medallion.Threading;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.AspNetCore.Tests;

/// <summary>Replicas that share locks, too, and fetch in turn.</summary>
public sealed class FetchTurnTests
{
    private const string Tile = "/maptiler/tiles/v3/1/0/0.pbf";

    [Fact]
    public async Task A_tile_that_nobody_has_is_fetched_once_however_many_replicas_are_asked_in_the_same_moment()
    {
        var (shared, locks, mayAnswer) = (new SharedCache(), new SharedLocks(), new TaskCompletionSource());
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            await mayAnswer.Task;
            await SendTileAsync(context);
        });
        await using var one = await StartAsync(upstream, locks, shared);
        await using var another = await StartAsync(upstream, locks, shared);

        var answers = Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? one : another).GetTextAsync(Tile)).ToList();
        await locks.WaitForAskAsync();
        await locks.WaitForAskAsync();
        mayAnswer.SetResult();

        Assert.All(await Task.WhenAll(answers), answer => Assert.Equal("a tile", answer));
        Assert.Single(upstream.Requests);
        Assert.All(Secrets.All, secret => Assert.DoesNotContain(secret, string.Join('\n', locks.Names), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_turn_ends_when_the_fetch_fails()
    {
        var (locks, status) = (new SharedLocks(), 403);
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return SendTileAsync(context);
        });
        await using var one = await StartAsync(upstream, locks, new SharedCache());
        await using var another = await StartAsync(upstream, locks, new SharedCache());

        using (var refused = await one.GetAsync(Tile))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await locks.WaitUntilFreeAsync();
        status = 200;

        Assert.Equal("a tile", await another.GetTextAsync(Tile));
    }

    [Fact]
    public async Task Who_gets_no_turn_fetches_all_the_same()
    {
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var app = await StartAsync(upstream, new SharedLocks { IsTaken = true }, new SharedCache());

        Assert.Equal("a tile", await app.GetTextAsync(Tile));
    }

    [Fact]
    public async Task Locks_that_fail_cost_no_answer_and_are_left_alone_and_the_log_does_not_name_the_place()
    {
        var locks = new SharedLocks { IsBroken = true };
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var app = await StartAsync(upstream, locks, new SharedCache());

        for (var x = 0; x < 20; x++)
            Assert.Equal("a tile", await app.GetTextAsync($"/maptiler/tiles/v3/5/{x}/0.pbf"));

        Assert.InRange(locks.Asks, 3, 5);
        Assert.Contains(app.Logs.Messages, text => text.Contains("IOException", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Logs.Messages, text => text.Contains("tiles/v3/5", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lock_that_comes_late_is_given_back()
    {
        var (locks, time) = (new SharedLocks(), new FakeTimeProvider(DateTimeOffset.UtcNow));
        await using var upstream = await LoopbackServer.StartAsync(context => SendTileAsync(context, "no-store"));
        await using var app = await StartAsync(upstream, locks, new SharedCache(), time);
        await app.GetTextAsync(Tile);
        await locks.WaitForAskAsync();
        var others = await locks.TakeAllAsync();

        var pending = app.GetTextAsync(Tile);
        await locks.WaitForAskAsync();
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("a tile", await pending);

        others.Dispose();
        await locks.WaitUntilFreeAsync();
    }

    [Fact]
    public async Task Without_a_cache_that_is_shared_nobody_waits()
    {
        var locks = new SharedLocks();
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var app = await StartAsync(upstream, locks, shared: null);

        await app.GetTextAsync(Tile);

        Assert.Equal(0, locks.Asks);
    }

    // Its clock stands still, so that nobody gives up by itself.
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

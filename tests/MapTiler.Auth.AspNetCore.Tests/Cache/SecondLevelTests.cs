using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.AspNetCore.Tests;

/// <summary>The cache that replicas share.</summary>
public sealed class SecondLevelTests
{
    private const string Tile = "/maptiler/tiles/v3/1/0/0.pbf";

    [Fact]
    public async Task A_tile_that_a_browser_has_from_one_replica_is_fetched_by_no_other()
    {
        var shared = new SharedCache();
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var one = await StartAsync(upstream, shared);
        await using var another = await StartAsync(upstream, shared);

        using var first = await one.GetAsync(Tile);
        using var second = await another.GetAsync(Tile);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task An_entry_lives_as_long_as_the_tile_may_be_handed_out()
    {
        var (shared, time) = (new SharedCache(), new FakeTimeProvider(DateTimeOffset.UtcNow));
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var app = await StartAsync(upstream, shared, time);

        await app.GetTextAsync(Tile);

        Assert.Equal(TimeSpan.FromHours(2), shared.Lifetime);
    }

    [Fact]
    public async Task A_tile_of_megabytes_is_kept_too()
    {
        var shared = new SharedCache();
        await using var upstream = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Headers.CacheControl = "public, max-age=7200";
            await context.Response.Body.WriteAsync(new byte[2 * 1024 * 1024]);
        });

        foreach (var _ in Enumerable.Range(0, 2))
        {
            await using var replica = await StartAsync(upstream, shared);
            using var response = await replica.GetAsync(Tile);
            Assert.Equal(2 * 1024 * 1024, response.Content.Headers.ContentLength);
        }

        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task A_tile_that_is_stale_is_renewed_by_one_replica_for_all()
    {
        var (shared, time) = (new SharedCache(), new FakeTimeProvider(DateTimeOffset.UtcNow));
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var one = await StartAsync(upstream, shared, time);
        await using var another = await StartAsync(upstream, shared, time);
        foreach (var replica in (BrowserApp[])[one, another])
            await replica.GetTextAsync(Tile);

        time.Advance(TimeSpan.FromHours(3));
        foreach (var replica in (BrowserApp[])[one, another])
            await replica.GetTextAsync(Tile);

        Assert.Equal(2, upstream.Requests.Count);
    }

    [Fact]
    public async Task A_tile_that_is_stale_is_renewed_once_where_there_is_no_second_level()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var app = await StartAsync(upstream, shared: null, time);
        await app.GetTextAsync(Tile);

        time.Advance(TimeSpan.FromHours(3));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => app.GetTextAsync(Tile)));

        Assert.Equal(2, upstream.Requests.Count);
    }

    [Fact]
    public async Task A_second_level_that_does_not_work_costs_no_answer()
    {
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var app = await StartAsync(upstream, new SharedCache { IsBroken = true }, TimeProvider.System); // a cache forgets what it got in the same moment in which the second level failed

        using var first = await app.GetAsync(Tile);
        using var second = await app.GetAsync(Tile);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Single(upstream.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_nobody_can_read_costs_a_fetch_and_is_written_anew_by_the_next(bool removesNothing)
    {
        var shared = new SharedCache { RemovesNothing = removesNothing };
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using (var one = await StartAsync(upstream, shared))
            await one.GetTextAsync(Tile);
        shared.Spoil();

        await using var another = await StartAsync(upstream, shared, new FakeTimeProvider(DateTimeOffset.UtcNow));
        for (var i = 0; i < 3; i++)
            Assert.Equal("a tile", await another.GetTextAsync(Tile));

        Assert.Equal(3, upstream.Requests.Count);
    }

    // The clock stands still, so that no load of the machine makes the second level time out.
    private static Task<BrowserApp> StartAsync(LoopbackServer upstream, IDistributedCache? shared, TimeProvider? time = null) =>
        BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, options => options.CacheSize = 1024 * 1024, services: services =>
        {
            services.AddSingleton(time ?? new FakeTimeProvider(DateTimeOffset.UtcNow));
            if (shared is not null)
                services.AddSingleton(shared);
        });

    private static async Task SendTileAsync(HttpContext context)
    {
        context.Response.ContentType = "application/x-protobuf";
        context.Response.Headers.CacheControl = "public, max-age=7200";
        await context.Response.WriteAsync("a tile");
    }
}

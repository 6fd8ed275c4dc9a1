using System.Net;
using MapTiler.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.AspNetCore.Tests.Cache;

public sealed partial class ResponseCacheTests
{
    private const string VectorTile = "/maptiler/tiles/v3/1/0/0.pbf";

    [Fact]
    public async Task Tile_that_one_replica_has_fetched_is_not_fetched_by_another()
    {
        var shared = new SharedCache();
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var one = await StartReplicaAsync(upstream, shared);
        await using var another = await StartReplicaAsync(upstream, shared);

        using var first = await one.GetAsync(VectorTile);
        using var second = await another.GetAsync(VectorTile);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task Tile_of_two_megabytes_is_stored_in_the_distributed_cache()
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
            await using var replica = await StartReplicaAsync(upstream, shared);
            using var response = await replica.GetAsync(VectorTile);
            Assert.Equal(2 * 1024 * 1024, response.Content.Headers.ContentLength);
        }

        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task Expired_tile_is_renewed_by_one_replica_for_all()
    {
        var shared = new SharedCache();
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var one = await StartReplicaAsync(upstream, shared);
        await using var another = await StartReplicaAsync(upstream, shared);
        await one.GetStringAsync(VectorTile);

        await one.ExpireCacheAsync();
        await one.GetStringAsync(VectorTile);
        await another.GetStringAsync(VectorTile);

        Assert.Equal(2, upstream.Requests.Count);
    }

    [Fact]
    public async Task Request_with_a_failing_distributed_cache_is_served_from_memory()
    {
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var app = await StartReplicaAsync(upstream, new SharedCache { IsBroken = true });

        using var first = await app.GetAsync(VectorTile);
        using var second = await app.GetAsync(VectorTile);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task Entry_that_cannot_be_read_causes_one_fetch_and_is_replaced()
    {
        var shared = new SharedCache();
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using (var one = await StartReplicaAsync(upstream, shared))
            await one.GetStringAsync(VectorTile);
        shared.Corrupt();

        for (var i = 0; i < 2; i++)
        {
            await using var another = await StartReplicaAsync(upstream, shared);
            Assert.Equal("a tile", await another.GetStringAsync(VectorTile));
        }

        Assert.Equal(2, upstream.Requests.Count);
    }

    private static Task<BrowserApp> StartReplicaAsync(LoopbackServer upstream, IDistributedCache shared) =>
        BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, options => options.CacheSize = 256 * 1024 * 1024, services: services => services.AddSingleton(shared));

    private static async Task SendTileAsync(HttpContext context)
    {
        context.Response.ContentType = "application/x-protobuf";
        context.Response.Headers.CacheControl = "public, max-age=7200";
        await context.Response.WriteAsync("a tile");
    }
}

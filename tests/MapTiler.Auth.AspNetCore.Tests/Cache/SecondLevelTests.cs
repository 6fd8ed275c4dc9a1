using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.AspNetCore.Tests;

/// <summary>The cache that replicas share.</summary>
public sealed class SecondLevelTests
{
    private const string Tile = "/maptiler/tiles/v3/1/0/0.pbf";

    [Fact]
    public async Task A_tile_that_a_browser_has_from_one_replica_is_fetched_by_no_other()
    {
        var shared = new SlowCache();
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var one = await StartAsync(upstream, shared);
        await using var another = await StartAsync(upstream, shared);

        using var first = await one.GetAsync(Tile);
        using var second = await another.GetAsync(Tile);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task A_second_level_that_does_not_work_costs_no_answer()
    {
        await using var upstream = await LoopbackServer.StartAsync(SendTileAsync);
        await using var app = await StartAsync(upstream, new SlowCache { Failure = new IOException("Redis is gone.") });

        using var first = await app.GetAsync(Tile);
        using var second = await app.GetAsync(Tile);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Single(upstream.Requests);
    }

    private static Task<BrowserApp> StartAsync(LoopbackServer upstream, IDistributedCache shared) =>
        BrowserApp.StartAsync(upstream.BaseAddress, BrowserMapsMode.Proxy, options => options.CacheSize = 1024 * 1024, services: services => services.AddSingleton(shared));

    private static async Task SendTileAsync(HttpContext context)
    {
        context.Response.ContentType = "application/x-protobuf";
        context.Response.Headers.CacheControl = "public, max-age=14400";
        await context.Response.WriteAsync("a tile");
    }

    /// <summary>As a Redis that is far away.</summary>
    private sealed class SlowCache : IDistributedCache
    {
        private readonly ConcurrentDictionary<string, byte[]> _entries = new();

        public Exception? Failure { get; init; }

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) =>
            Failure is null ? Task.FromResult(_entries.GetValueOrDefault(key)) : Task.FromException<byte[]?>(Failure);

        public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            await Task.Delay(200, token);
            _entries[key] = Failure is null ? value : throw Failure;
        }

        public byte[]? Get(string key) => throw new NotSupportedException();

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

        public void Refresh(string key) => throw new NotSupportedException();

        public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

        public void Remove(string key) => throw new NotSupportedException();

        public Task RemoveAsync(string key, CancellationToken token = default) => throw new NotSupportedException();
    }
}

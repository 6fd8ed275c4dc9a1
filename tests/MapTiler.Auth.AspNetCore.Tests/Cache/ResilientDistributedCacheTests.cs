using System.Threading.Channels;
using MapTiler.AspNetCore.Cache;
using MapTiler.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace MapTiler.AspNetCore.Tests.Cache;

public sealed class ResilientDistributedCacheTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly HangingCache _hanging = new();

    public static TheoryData<string, Func<IDistributedCache, Task>> Calls { get; } = new()
    {
        { "get", cache => cache.GetAsync("key") },
        { "set", cache => cache.SetAsync("key", [], new DistributedCacheEntryOptions()) },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Operation_that_ignores_its_token_times_out_after_one_second(string name, Func<IDistributedCache, Task> call)
    {
        var pending = call(new ResilientDistributedCache(_hanging, _time));
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(pending.IsCompleted, name);

        _time.Advance(TimeSpan.FromMilliseconds(1));

        await Assert.ThrowsAsync<TimeoutRejectedException>(() => pending.WaitAsync(Timeout, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Operation_after_three_failures_fails_without_a_call_for_five_seconds(string name, Func<IDistributedCache, Task> call)
    {
        _hanging.IsBroken = true;
        var resilient = new ResilientDistributedCache(_hanging, _time);
        for (var i = 0; i < 3; i++)
            await Assert.ThrowsAsync<IOException>(() => call(resilient));

        _time.Advance(TimeSpan.FromMilliseconds(4999));
        await Assert.ThrowsAsync<BrokenCircuitException>(() => call(resilient));
        Assert.Equal(3, _hanging.Count);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await Assert.ThrowsAsync<IOException>(() => call(resilient));

        Assert.Equal((name, 4), (name, _hanging.Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RemoveAsync_that_fails_or_times_out_does_not_throw(bool isBroken)
    {
        _hanging.IsBroken = isBroken;

        var removing = new ResilientDistributedCache(_hanging, _time).RemoveAsync("key", TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(1));

        await removing.WaitAsync(Timeout, TestContext.Current.CancellationToken);
        Assert.Equal(1, _hanging.Count);
    }

    [Fact]
    public async Task Request_for_a_tile_with_a_hanging_cache_completes_after_the_timeouts()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.Headers.CacheControl = "public, max-age=60";
            return context.Response.WriteAsync("tile");
        });
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000, services: services => services.AddSingleton<TimeProvider>(_time).AddSingleton<IDistributedCache>(_hanging));

        var pending = app.GetStringAsync("/maptiler/maps/streets-v4/1/0/0.png");
        for (var call = 0; call < 3; call++) // for the tags at the start, to read the tile, and to write it
        {
            await _hanging.WaitForCallAsync();
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal("tile", await pending.WaitAsync(Timeout, TestContext.Current.CancellationToken));
    }

    private sealed class HangingCache : IDistributedCache
    {
        private readonly Channel<int> _calls = Channel.CreateUnbounded<int>();

        public bool IsBroken { get; set; }

        public int Count { get; private set; }

        public Task<int> WaitForCallAsync() => _calls.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Timeout, TestContext.Current.CancellationToken);

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => HangAsync();

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) => HangAsync();

        public Task RemoveAsync(string key, CancellationToken token = default) => HangAsync();

        public byte[]? Get(string key) => throw new NotSupportedException();

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

        public void Refresh(string key) => throw new NotSupportedException();

        public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

        public void Remove(string key) => throw new NotSupportedException();

        private Task<byte[]?> HangAsync()
        {
            Count++;
            _calls.Writer.TryWrite(Count);
            return IsBroken ? Task.FromException<byte[]?>(new IOException("The server is not reachable.")) : new TaskCompletionSource<byte[]?>().Task;
        }
    }
}

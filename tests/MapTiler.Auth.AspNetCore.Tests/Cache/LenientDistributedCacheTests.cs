using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace MapTiler.AspNetCore.Tests;

/// <summary>A second level that hangs or fails costs a moment, and not for each.</summary>
public sealed class LenientDistributedCacheTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly HangingCache _hanging = new();

    public static TheoryData<string, Func<IDistributedCache, Task>> Calls { get; } = new()
    {
        { "get", cache => cache.GetAsync("key") },
        { "set", cache => cache.SetAsync("key", [], new DistributedCacheEntryOptions()) },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task It_is_given_up_after_a_second_though_it_hears_nothing_of_it(string name, Func<IDistributedCache, Task> call)
    {
        var asking = call(new LenientDistributedCache(_hanging, _time));
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(asking.IsCompleted, name);

        _time.Advance(TimeSpan.FromMilliseconds(1));

        await Assert.ThrowsAsync<TimeoutRejectedException>(() => asking.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task After_three_failures_it_is_left_alone_for_five_seconds(string name, Func<IDistributedCache, Task> call)
    {
        _hanging.IsBroken = true;
        var lenient = new LenientDistributedCache(_hanging, _time);
        for (var i = 0; i < 3; i++)
            await Assert.ThrowsAsync<IOException>(() => call(lenient));

        _time.Advance(TimeSpan.FromMilliseconds(4999));
        await Assert.ThrowsAsync<BrokenCircuitException>(() => call(lenient));
        Assert.Equal(3, _hanging.Count);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await Assert.ThrowsAsync<IOException>(() => call(lenient));

        Assert.Equal((name, 4), (name, _hanging.Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_it_does_not_remove_it_keeps(bool isBroken)
    {
        _hanging.IsBroken = isBroken;

        var removing = new LenientDistributedCache(_hanging, _time).RemoveAsync("key", TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(1));

        await removing.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(1, _hanging.Count);
    }

    [Fact]
    public async Task A_tile_waits_a_second_for_it_and_not_for_ever()
    {
        await using var upstream = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.Headers.CacheControl = "public, max-age=60";
            return context.Response.WriteAsync("tile");
        });
        await using var app = await BrowserApp.StartAsync(
            upstream.BaseAddress, BrowserMapsMode.Proxy, o => o.CacheSize = 1_000_000, services: services => services.AddSingleton<TimeProvider>(_time).AddSingleton<IDistributedCache>(_hanging));

        var asking = app.GetTextAsync("/maptiler/maps/streets-v4/1/0/0.png");
        for (var call = 0; call < 3; call++) // for the tags at the start, for the tile, and to keep it
        {
            await _hanging.WaitForCallAsync();
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal("tile", await asking.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    private sealed class HangingCache : IDistributedCache
    {
        private readonly Channel<int> _calls = Channel.CreateUnbounded<int>();

        public bool IsBroken { get; set; }

        public int Count { get; private set; }

        public Task<int> WaitForCallAsync() => _calls.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);

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
            return IsBroken ? Task.FromException<byte[]?>(new IOException("The server is gone.")) : new TaskCompletionSource<byte[]?>().Task;
        }
    }
}

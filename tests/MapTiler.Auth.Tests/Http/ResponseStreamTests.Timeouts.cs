using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Tests.Http;

/// <summary>Bodies that let their reader wait.</summary>
public sealed partial class ResponseStreamTests
{
    [Fact]
    public async Task Read_of_a_stalled_body_throws_Timeout_and_closes_the_body()
    {
        var time = new FakeTimeProvider();
        using var body = new GatedStream();
        using var services = ServicesOfLength100(body, time);
        using var tile = await services.GetRequiredService<MapTilerClient>().Tiles.GetTileAsync("v3", default, cancellationToken: Cancel);

        var reading = Task.Run(() => tile!.Stream.Read(new byte[1], 0, 1), Cancel);
        await body.Asked.WaitAsync(Cancel);
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.True(body.IsClosed);
        Assert.Equal(MapTilerErrorReason.Timeout, (await Assert.ThrowsAsync<MapTilerException>(() => reading)).Reason);
    }

    [Fact]
    public async Task Time_between_two_reads_does_not_count_as_stalled()
    {
        var time = new FakeTimeProvider();
        using var body = new GatedStream();
        using var services = ServicesOfLength100(body, time);
        using var tile = await services.GetRequiredService<MapTilerClient>().Tiles.GetTileAsync("v3", default, cancellationToken: Cancel);

        for (var i = 0; i < 2; i++)
        {
            var reading = tile!.Stream.ReadAsync(new byte[1], Cancel).AsTask();
            await body.Asked.WaitAsync(Cancel);
            body.Release();
            Assert.Equal(1, await reading);
            time.Advance(TimeSpan.FromMinutes(5));
        }
    }

    [Fact]
    public async Task ReadBytesAsync_after_a_timeout_throws_the_same_exception()
    {
        var time = new FakeTimeProvider();
        using var body = new GatedStream();
        using var services = ServicesOfLength100(body, time);
        using var tile = await services.GetRequiredService<MapTilerClient>().Tiles.GetTileAsync("v3", default, cancellationToken: Cancel);
        var reading = tile!.ReadBytesAsync(Cancel);
        await body.Asked.WaitAsync(Cancel);
        time.Advance(TimeSpan.FromSeconds(30));

        var first = await Assert.ThrowsAsync<MapTilerException>(() => reading);

        Assert.Same(first, await Assert.ThrowsAsync<MapTilerException>(() => tile.ReadBytesAsync(Cancel)));
    }

    private static ServiceProvider ServicesOfLength100(Stream body, TimeProvider time) => Clients.Services(
        new StubTransport(_ => new HttpResponseMessage { Content = new StreamContent(body) { Headers = { ContentType = new("application/x-protobuf"), ContentLength = 100 } } }),
        before: services => services.AddSingleton(time));

    /// <summary>One byte for each release; what waits fails when the stream is closed.</summary>
    private sealed class GatedStream : MemoryStream
    {
        private readonly SemaphoreSlim _gate = new(0);

        public bool IsClosed { get; private set; }

        /// <summary>Released once for each read.</summary>
        public SemaphoreSlim Asked { get; } = new(0);

        public override bool CanSeek => false;

        public void Release() => _gate.Release();

        public override int Read(byte[] buffer, int offset, int count)
        {
            Asked.Release();
            _gate.Wait(Cancel);
            return IsClosed ? throw new IOException("closed") : 1;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Asked.Release();
            await _gate.WaitAsync(cancellationToken);
            return 1;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            _gate.Release();
            base.Dispose(disposing);
        }
    }
}

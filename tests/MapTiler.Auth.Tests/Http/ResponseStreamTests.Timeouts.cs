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
        using var tile = await services.GetRequiredService<MapTilerClient>().GetAsync("/tiles/v3/1/0/0", Cancel);

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
        using var tile = await services.GetRequiredService<MapTilerClient>().GetAsync("/tiles/v3/1/0/0", Cancel);

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
        using var tile = await services.GetRequiredService<MapTilerClient>().GetAsync("/tiles/v3/1/0/0", Cancel);
        var reading = tile!.ReadBytesAsync(Cancel);
        await body.Asked.WaitAsync(Cancel);
        time.Advance(TimeSpan.FromSeconds(30));

        var first = await Assert.ThrowsAsync<MapTilerException>(() => reading);

        Assert.Same(first, await Assert.ThrowsAsync<MapTilerException>(() => tile.ReadBytesAsync(Cancel)));
    }

    [Theory]
    [InlineData(240, 1.0, 30)]
    [InlineData(1, 0.9, null)]
    [InlineData(0, 29.9, null)]
    public async Task Body_that_arrives_byte_by_byte_fails_if_the_minimum_data_rate_is_higher(int minDataRate, double secondsPerByte, int? failsAtByte)
    {
        var time = new FakeTimeProvider();
        using var body = new GatedStream();
        using var services = ServicesOfLength100(body, time, minDataRate);
        using var file = await services.GetRequiredService<MapTilerClient>().GetAsync("/tiles/v3/1/0/0", Cancel);

        MapTilerException? error = null;
        var count = 0;
        while (count < 100 && error is null)
        {
            count++;
            var reading = file!.Stream.ReadAsync(new byte[1], Cancel).AsTask();
            await body.Asked.WaitAsync(Cancel);
            time.Advance(TimeSpan.FromSeconds(secondsPerByte));
            body.Release();
            error = await Record.ExceptionAsync(() => reading) as MapTilerException;
        }

        Assert.Equal(failsAtByte ?? 100, count);
        Assert.Equal(failsAtByte is null ? null : MapTilerErrorReason.Timeout, error?.Reason);
        Assert.True(error is null || error.Message.Contains("only 29 bytes arrived within 30 s, while the minimum data rate (MinBytesPerSecond) is 240 bytes per second", StringComparison.Ordinal), error?.Message);
    }

    private static ServiceProvider ServicesOfLength100(Stream body, TimeProvider time, int minDataRate = 240) => Clients.Services(
        new StubTransport(_ => new HttpResponseMessage { Content = new StreamContent(body) { Headers = { ContentType = new("application/x-protobuf"), ContentLength = 100 } } }),
        builder => builder.ConfigureResilience(r => r.MinBytesPerSecond = minDataRate),
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
            return IsClosed ? throw new IOException("closed") : 1;
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

using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Tests.Http;

/// <summary>Responses whose body the caller reads.</summary>
public sealed partial class ResponseStreamTests
{
    private static readonly TileCoordinate Tile = new(1, 0, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_that_breaks_throws_ConnectionFailed(bool isMono)
    {
        using var services = Services(new PartialStream(100, () => throw (isMono ? new System.Net.WebException("cut") : new IOException("cut"))));
        using var tile = await services.GetRequiredService<MapTilerClient>().GetAsync("/tiles/v3/1/0/0", Cancel);
        var buffer = new byte[200];

        Assert.Equal(100, await tile!.Stream.ReadAtLeastAsync(buffer, 100, cancellationToken: Cancel));
        var error = await Assert.ThrowsAsync<MapTilerException>(async () => await tile.Stream.ReadExactlyAsync(buffer, Cancel));

        Assert.Equal((MapTilerErrorReason.ConnectionFailed, "/{path}"), (error.Reason, error.Endpoint));
    }

    [Fact]
    public async Task ReadBytesAsync_of_a_stalled_body_throws_Timeout_after_30_seconds()
    {
        var time = new FakeTimeProvider();
        var stalled = new TaskCompletionSource();
        using var services = Services(new PartialStream(100, stalled.SetResult), time);
        using var tile = await services.GetRequiredService<MapTilerClient>().GetAsync("/tiles/v3/1/0/0", Cancel);

        var reading = tile!.ReadBytesAsync(Cancel);
        await stalled.Task.WaitAsync(Cancel);
        time.Advance(TimeSpan.FromSeconds(29.9));
        Assert.False(reading.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => reading);
        Assert.Equal(MapTilerErrorReason.Timeout, error.Reason);
        Assert.Contains("no data arrived for 30 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadBytesAsync_that_is_canceled_throws_with_the_token_of_the_caller()
    {
        var stalled = new TaskCompletionSource();
        using var cancellation = new CancellationTokenSource();
        using var services = Services(new PartialStream(100, stalled.SetResult));
        using var tile = await services.GetRequiredService<MapTilerClient>().GetAsync("/tiles/v3/1/0/0", Cancel);

        var reading = tile!.ReadBytesAsync(cancellation.Token);
        await stalled.Task.WaitAsync(Cancel);
        await cancellation.CancelAsync();

        Assert.Equal(cancellation.Token, (await Assert.ThrowsAsync<OperationCanceledException>(() => reading)).CancellationToken);
    }

    [Fact]
    public async Task CopyTo_of_the_stream_copies_the_body_synchronously()
    {
        using var services = Services(new PartialStream(40_000, () => { }) { Ends = true });
        using var tile = await services.GetRequiredService<MapTilerClient>().GetAsync("/tiles/v3/1/0/0", Cancel);
        using var copy = new MemoryStream();

        tile!.Stream.CopyTo(copy);

        Assert.Equal(40_000, copy.Length);
        Assert.False(tile.Stream.CanSeek);
        Assert.False(tile.Stream.CanWrite);
    }

    [Fact]
    public async Task ReadBytesAsync_of_more_than_64_MiB_throws()
    {
        using var services = Services(new PartialStream(64 * 1024 * 1024 + 1, () => { }) { Ends = true });
        using var tile = await services.GetRequiredService<MapTilerClient>().GetAsync("/tiles/v3/1/0/0", Cancel);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => tile!.ReadBytesAsync(Cancel));

        Assert.Contains("64 MiB", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activity_of_a_streamed_call_ends_with_the_body_and_does_not_replace_the_current_activity()
    {
        var ended = new List<Activity>();
        using var parent = new Activity("test").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "MapTiler",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == parent.TraceId)
                    ended.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var services = Services(new PartialStream(10, () => { }) { Ends = true });

        var tile = await services.GetRequiredService<MapTilerClient>().GetAsync("/tiles/v3/1/0/0", Cancel);
        using (var mine = new Activity("mine").Start())
        {
            Assert.Empty(ended);
            await tile!.ReadBytesAsync(Cancel);
            Assert.Equal("GET /{path}", Assert.Single(ended).OperationName);
            Assert.Same(mine, Activity.Current);
        }

        tile.Dispose();
        Assert.Single(ended);
    }

    [Fact]
    public async Task GetGlyphsAsync_with_an_empty_response_throws_InvalidResponse()
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([]) }));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.GetRequiredService<MapTilerClient>().Fonts.GetGlyphsAsync("Noto", 0, Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
    }

    [Fact]
    public async Task Length_returns_the_Content_Length_or_null()
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage { Content = new ByteArrayContent([1, 2, 3]) }));
        using var unknown = Services(new PartialStream(10, () => { }) { Ends = true });

        using var tile = await services.GetRequiredService<MapTilerClient>().GetAsync("/tiles/v3/1/0/0", Cancel);
        using var other = await unknown.GetRequiredService<MapTilerClient>().GetAsync("/tiles/v3/1/0/0", Cancel);

        Assert.Equal((3, null), (tile!.Length, other!.Length));
    }

    private static ServiceProvider Services(Stream body, TimeProvider? time = null) => Clients.Services(
        new StubTransport(_ => new HttpResponseMessage { Content = new StreamContent(body) { Headers = { ContentType = new("application/x-protobuf") } } }),
        before: services => services.AddSingleton(time ?? TimeProvider.System));

    /// <summary>Returns a number of bytes, runs an action of the test, and then ends or stalls.</summary>
    private sealed class PartialStream(int bytes, Action then) : MemoryStream
    {
        private int _left = bytes;

        public bool Ends { get; init; }

        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = Math.Min(count, _left);
            _left -= read;
            return read;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_left > 0 || Ends)
            {
                var read = Math.Min(buffer.Length, _left);
                _left -= read;
                return read;
            }

            then();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}

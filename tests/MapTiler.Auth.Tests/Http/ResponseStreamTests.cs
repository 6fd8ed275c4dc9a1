using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Tests.Http;

/// <summary>Answers whose body the caller reads.</summary>
public sealed partial class ResponseStreamTests
{
    private static readonly TileCoordinate Tile = new(1, 0, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_that_breaks_is_a_failed_connection()
    {
        using var services = Services(new PartialStream(100, () => throw new IOException("cut")));
        using var tile = await services.GetRequiredService<MapTilerClient>().Tiles.GetTileAsync("v3", Tile, cancellationToken: Cancel);
        var buffer = new byte[200];

        Assert.Equal(100, await tile!.Stream.ReadAtLeastAsync(buffer, 100, cancellationToken: Cancel));
        var error = await Assert.ThrowsAsync<MapTilerException>(async () => await tile.Stream.ReadExactlyAsync(buffer, Cancel));

        Assert.Equal((MapTilerErrorReason.ConnectionFailed, "/tiles/{tilesId}/{z}/{x}/{y}"), (error.Reason, error.Endpoint));
    }

    [Fact]
    public async Task A_body_that_stalls_is_given_up()
    {
        var time = new FakeTimeProvider();
        var stalled = new TaskCompletionSource();
        using var services = Services(new PartialStream(100, stalled.SetResult), time);
        using var tile = await services.GetRequiredService<MapTilerClient>().Tiles.GetTileAsync("v3", Tile, cancellationToken: Cancel);

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
    public async Task The_cancellation_of_the_reader_passes_unwrapped()
    {
        var stalled = new TaskCompletionSource();
        using var cancellation = new CancellationTokenSource();
        using var services = Services(new PartialStream(100, stalled.SetResult));
        using var tile = await services.GetRequiredService<MapTilerClient>().Tiles.GetTileAsync("v3", Tile, cancellationToken: Cancel);

        var reading = tile!.ReadBytesAsync(cancellation.Token);
        await stalled.Task.WaitAsync(Cancel);
        await cancellation.CancelAsync();

        Assert.Equal(cancellation.Token, (await Assert.ThrowsAsync<OperationCanceledException>(() => reading)).CancellationToken);
    }

    [Fact]
    public async Task A_reader_without_async_reads_too()
    {
        using var services = Services(new PartialStream(40_000, () => { }) { Ends = true });
        using var tile = await services.GetRequiredService<MapTilerClient>().Tiles.GetTileAsync("v3", Tile, cancellationToken: Cancel);
        using var copy = new MemoryStream();

        tile!.Stream.CopyTo(copy);

        Assert.Equal(40_000, copy.Length);
        Assert.False(tile.Stream.CanSeek);
        Assert.False(tile.Stream.CanWrite);
    }

    [Fact]
    public async Task More_than_64_MiB_are_for_the_stream()
    {
        using var services = Services(new PartialStream(64 * 1024 * 1024 + 1, () => { }) { Ends = true });
        using var tile = await services.GetRequiredService<MapTilerClient>().Tiles.GetTileAsync("v3", Tile, cancellationToken: Cancel);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => tile!.ReadBytesAsync(Cancel));

        Assert.Contains("64 MiB", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_ends_when_its_body_does_and_leaves_the_activity_of_the_reader_alone()
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

        var tile = await services.GetRequiredService<MapTilerClient>().Tiles.GetTileAsync("v3", Tile, cancellationToken: Cancel);
        using (var mine = new Activity("mine").Start())
        {
            Assert.Empty(ended);
            await tile!.ReadBytesAsync(Cancel);
            Assert.Equal("GET /tiles/{tilesId}/{z}/{x}/{y}", Assert.Single(ended).OperationName);
            Assert.Same(mine, Activity.Current);
        }

        tile.Dispose();
        Assert.Single(ended);
    }

    [Fact]
    public async Task An_empty_answer_where_there_must_be_one_is_an_invalid_response()
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([]) }));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.GetRequiredService<MapTilerClient>().Fonts.GetGlyphsAsync("Noto", 0, Cancel));

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
    }

    [Theory]
    [InlineData("image/png", "png")]
    [InlineData("image/jpeg", "jpg")]
    [InlineData("IMAGE/WEBP; q=1", "webp")]
    [InlineData("application/x-protobuf", "pbf")]
    [InlineData("application/unheard", "bin")]
    [InlineData(null, "bin")]
    public async Task A_file_gets_the_extension_of_its_type(string? contentType, string extension)
    {
        using var services = Clients.Services(new StubTransport(_ =>
        {
            var content = new ByteArrayContent([1]);
            if (contentType is not null)
                content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            return new HttpResponseMessage { Content = content };
        }));

        using var tile = await services.GetRequiredService<MapTilerClient>().Tiles.GetTileAsync("v3", Tile, cancellationToken: Cancel);

        Assert.Equal(extension, tile!.FileExtension);
    }

    [Fact]
    public async Task A_file_knows_its_length_where_the_service_says_it()
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage { Content = new ByteArrayContent([1, 2, 3]) }));
        using var unknown = Services(new PartialStream(10, () => { }) { Ends = true });

        using var tile = await services.GetRequiredService<MapTilerClient>().Tiles.GetTileAsync("v3", Tile, cancellationToken: Cancel);
        using var other = await unknown.GetRequiredService<MapTilerClient>().Tiles.GetTileAsync("v3", Tile, cancellationToken: Cancel);

        Assert.Equal((3, null), (tile!.Length, other!.Length));
    }

    [Fact]
    public async Task Anything_else_of_the_service_is_asked_with_the_same_credential()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);
        var client = services.GetRequiredService<MapTilerClient>();

        using var byPath = await client.GetAsync("/new/thing.json?a=1&key=old", Cancel);
        using var byAddress = await client.GetAsync("https://api.maptiler.com/other?b=č&c=../x", Cancel);

        Assert.Equal([$"https://api.maptiler.com/new/thing.json?a=1&key={Secrets.Key}", $"https://api.maptiler.com/other?b=%C4%8D&c=../x&key={Secrets.Key}"], transport.Uris);
    }

    [Theory]
    [InlineData("maps/x")]
    [InlineData("")]
    [InlineData("//evil.example/x")]
    [InlineData("https://evil.example/x")]
    [InlineData("https://api.maptiler.com.evil.example/x")]
    [InlineData("https://api.maptiler.com:444/x")]
    [InlineData("http://api.maptiler.com/x")]
    [InlineData("https://user@api.maptiler.com/x")]
    [InlineData("https://user@evil.example/x")]
    [InlineData("/\\evil.example/x")]
    [InlineData("\\\\evil.example\\x")]
    [InlineData("/tiles/v3/{z}/{x}/{y}")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/maps/../v1/api_keys")]
    [InlineData("/maps/%2e%2e/v1")]
    [InlineData("/maps/.%2E/v1")]
    [InlineData("/./maps/x")]
    [InlineData("/maps/..")]
    [InlineData("https://api.maptiler.com/maps/../v1")]
    [InlineData("\n/maps/x")]
    [InlineData(" /maps/x")]
    [InlineData("/maps/x\r\nX: 1")]
    public async Task What_is_no_path_of_the_service_is_refused(string path)
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);

        await Assert.ThrowsAsync<ArgumentException>(nameof(path), () => services.GetRequiredService<MapTilerClient>().GetAsync(path, Cancel));

        Assert.Empty(transport.Uris);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task A_path_is_as_long_as_any_address_of_the_service(int more, int requests)
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);
        var path = "/" + new string('x', 8192 - 256 - "https://api.maptiler.com/".Length + more);

        var error = await Record.ExceptionAsync(async () => (await services.GetRequiredService<MapTilerClient>().GetAsync(path, Cancel))?.Dispose());

        Assert.Equal(more == 0 ? default(MapTilerErrorReason?) : MapTilerErrorReason.UriTooLong, (error as MapTilerException)?.Reason);
        Assert.Equal(requests, transport.Uris.Count);
    }

    private static ServiceProvider Services(Stream body, TimeProvider? time = null) => Clients.Services(
        new StubTransport(_ => new HttpResponseMessage { Content = new StreamContent(body) { Headers = { ContentType = new("application/x-protobuf") } } }),
        before: services => services.AddSingleton(time ?? TimeProvider.System));

    /// <summary>So many bytes, then what the test says, then the end or nothing.</summary>
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

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Tests.Errors;

/// <summary>Errors of responses whose body is invalid, too long, or not received.</summary>
public sealed partial class ErrorFactoryTests
{
    [Theory]
    [InlineData("text/html", "<html><body>Welcome to the hotel network</body></html>")]
    [InlineData("application/json", "{\"type\":\"FeatureCollection\",\"features\":[{")]
    [InlineData("application/json", "{\"features\":[{\"id\":1}]}")]
    [InlineData("application/json", "{\"features\":[{\"id\":\"a.1\",\"center\":[\"x\",2]}]}")]
    [InlineData("application/json", "{\"features\":[{\"id\":\"a.1\",\"center\":[200,91]}]}")]
    [InlineData("application/json", "{\"features\":[{\"id\":\"a.1\",\"text\":\"half of a pair: \\ud800\"}]}")]
    [InlineData("application/json", "{\"features\":{\"a\":1}}")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", "\"text\"")]
    [InlineData("application/json", "null")]
    [InlineData("application/json", "")]
    public async Task Response_that_is_not_the_documented_JSON_throws_InvalidResponse(string contentType, string body)
    {
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Text(body, contentType)));

        var error = await Fails(services.Geocoding());

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.Equal(body, error.ResponseExcerpt);
        Assert.Contains(contentType, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_with_a_byte_order_mark_is_read()
    {
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Json("\uFEFF" + ResponseBodies.Brno)));

        var result = await services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel);

        Assert.Equal("Brno", Assert.Single(result.Features).Text);
    }

    [Fact]
    public async Task Response_over_the_limit_is_not_read_to_its_end()
    {
        var endless = new EndlessStream();
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage { Content = new StreamContent(endless) }));

        var error = await Fails(services.Geocoding());

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
        Assert.Contains("64 MiB", error.Message, StringComparison.Ordinal);
        Assert.InRange(endless.Read, 64L * 1024 * 1024, 129L * 1024 * 1024);
    }

    [Fact]
    public async Task Response_with_a_Content_Length_over_the_limit_is_not_read()
    {
        var endless = new EndlessStream();
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage { Content = new StreamContent(endless) { Headers = { ContentLength = 1L << 31 } } }));

        var error = await Fails(services.Geocoding());

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
        Assert.Equal(0, endless.Read);
    }

    [Fact]
    public async Task Excerpt_is_short_and_does_not_contain_the_key()
    {
        var body = $"You sent key={Secrets.Key}&signature=abc, that is {Secrets.Key}. " + new string('x', 5000);
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Text(body, "text/plain", HttpStatusCode.BadRequest)));

        var error = await Fails(services.Geocoding());

        Assert.StartsWith("You sent key=***&signature=*** that is ***. xxx", error.ResponseExcerpt, StringComparison.Ordinal);
        Assert.InRange(error.ResponseExcerpt!.Length, 900, 1024);
        Assert.DoesNotContain(Secrets.Key, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1014)] // across the end of the excerpt
    [InlineData(210, 99)] // across the end of what is read, which shrinks below the excerpt when it is redacted
    public async Task Excerpt_that_is_cut_within_a_key_does_not_contain_a_part_of_it(int keys, int padding)
    {
        var body = string.Concat(Enumerable.Repeat(Secrets.Key, keys)) + new string('x', padding) + Secrets.Key + "y";
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Text(body, "text/plain", HttpStatusCode.BadRequest)));

        var error = await Fails(services.Geocoding());

        Assert.DoesNotContain(Secrets.Key[..4], error.ResponseExcerpt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_Length_over_any_buffer_does_not_hide_the_status()
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StreamContent(new MemoryStream()) { Headers = { ContentLength = 3_000_000_000 } } }));

        Assert.Equal(MapTilerErrorReason.NotFound, (await Fails(services.Geocoding())).Reason);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Body_that_cannot_be_decompressed_throws_MapTilerException(string encoding)
    {
        var status = 403;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.ContentEncoding = encoding;
            return context.Response.Body.WriteAsync(new byte[] { 0xFF, 0xFE, 0xFD, 0xFC, 0x01, 0x02, 0x03 }).AsTask();
        });
        using var services = Clients.Services(server.BaseAddress);

        var refused = await Fails(services.Geocoding());
        status = 200;
        var broken = await Fails(services.Geocoding());

        Assert.Equal((MapTilerErrorReason.Forbidden, HttpStatusCode.Forbidden), (refused.Reason, refused.StatusCode!.Value));
        Assert.Equal(MapTilerErrorReason.InvalidResponse, broken.Reason);
    }

    [Fact]
    public async Task Error_response_whose_body_breaks_reports_its_status()
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StreamContent(new BrokenStream()) }));

        var error = await Fails(services.Geocoding());

        Assert.Equal(MapTilerErrorReason.NotFound, error.Reason);
        Assert.Null(error.ResponseExcerpt);
    }

    [Fact]
    public async Task Body_that_breaks_throws_ConnectionFailed()
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage { Content = new StreamContent(new BrokenStream()) }));

        var error = await Fails(services.Geocoding());

        Assert.Equal(MapTilerErrorReason.ConnectionFailed, error.Reason);
        Assert.IsAssignableFrom<IOException>(error.InnerException);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Error_response_with_a_stalled_body_is_canceled_or_reports_its_status(bool cancel)
    {
        using var cancellation = new CancellationTokenSource();
        var time = new FakeTimeProvider();
        var stalled = new TaskCompletionSource();
        var transport = new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StreamContent(new StalledStream(stalled)) });
        using var services = Clients.Services(transport, before: s => s.AddSingleton<TimeProvider>(time));

        var call = services.Geocoding().SearchAsync("a", cancellationToken: cancellation.Token);
        await stalled.Task;
        if (cancel)
        {
            await cancellation.CancelAsync();
            Assert.Equal(cancellation.Token, (await Assert.ThrowsAsync<OperationCanceledException>(() => call)).CancellationToken);
            return;
        }

        time.Advance(TimeSpan.FromSeconds(3));
        var error = await Assert.ThrowsAsync<MapTilerException>(() => call);
        Assert.Equal(MapTilerErrorReason.Forbidden, error.Reason);
        Assert.Null(error.ResponseExcerpt);
    }

    private sealed class EndlessStream : MemoryStream
    {
        public new long Read { get; private set; }

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            Read += buffer.Length;
            return new(buffer.Length);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    private sealed class StalledStream(TaskCompletionSource stalled) : MemoryStream
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            stalled.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("cut");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw new IOException("cut");
    }
}

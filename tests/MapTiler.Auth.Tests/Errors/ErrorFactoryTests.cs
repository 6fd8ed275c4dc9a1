using System.Net;
using System.Net.Http.Headers;
using MapTiler.Geocoding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Polly.CircuitBreaker;

namespace MapTiler.Tests.Errors;

public sealed partial class ErrorFactoryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int, string, string, string> Statuses => new()
    {
        { 400, "Query too long", "InvalidRequest", "Check the parameters" },
        { 401, "no", "KeyInvalid", "unknown" },
        { 403, "Invalid key", "KeyInvalid", "plan of its account has expired" },
        { 403, "Invalid key - Get your FREE key at https://cloud.maptiler.com/account/keys/", "KeyInvalid", "cloud.maptiler.com/account/keys" },
        { 403, "Key is missing, invalid or restricted", "Forbidden", "allowed user agent" },
        { 403, "<html>\nForbidden</html>", "Forbidden", "allowed origins" },
        { 403, "", "Forbidden", "plan of the account" },
        { 403, "Invalid signature", "SignatureInvalid", "MapTiler:ServiceToken" },
        { 404, "Not found", "NotFound", "Check the id" },
        { 410, "Gone", "Gone", "deleted" },
        { 414, "URI too long", "UriTooLong", "8192" },
        { 418, "teapot", "InvalidRequest", "Check the parameters" },
        { 301, "", "InvalidResponse", "base address" },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_status_becomes_a_reason_and_advice_and_is_not_repeated(int status, string body, string reason, string advice)
    {
        var transport = new StubTransport(_ => StubTransport.Text(body, "text/plain", (HttpStatusCode)status));
        using var services = Clients.Services(transport);

        var error = await Fails(services.Geocoding());

        Assert.Equal(reason, error.Reason.ToString());
        Assert.Equal(status, (int?)error.StatusCode);
#if !NETSTANDARD_BUILD // there the base has no status
        Assert.Equal(status, (int?)((HttpRequestException)error).StatusCode);
#endif
        Assert.Equal("/geocoding/{query}.json", error.Endpoint);
        Assert.Equal(body, error.ResponseExcerpt);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.Single(transport.Uris);
    }

    [Theory]
    [InlineData(429, "Too many requests", "RateLimited")]
    [InlineData(429, "Monthly quota exceeded", "QuotaExceeded")]
    [InlineData(408, "", "Timeout")]
    [InlineData(500, "", "ServerError")]
    [InlineData(503, "down", "ServerError")]
    public async Task A_passing_failure_is_repeated_three_times(int status, string body, string reason)
    {
        var transport = new StubTransport(_ => StubTransport.Text(body, "text/plain", (HttpStatusCode)status));
        using var services = Clients.Services(transport);

        var error = await Fails(services.Geocoding());

        Assert.Equal(reason, error.Reason.ToString());
        Assert.Equal(4, transport.Uris.Count);
    }

    [Theory]
    [InlineData(null, false, "Forbidden", null, "an image instead of a message")]
    [InlineData("403 Access to rendered maps not allowed", true, "Forbidden", "Access to rendered maps not allowed", "The free plan of the account does not include rendered maps")]
    [InlineData(null, true, "Forbidden", null, "The free plan of the account does not include rendered maps")]
    [InlineData("403 Key not allowed", false, "Forbidden", "Key not allowed", "the allowed origins")]
    [InlineData("403 Access to rendered maps not allowed", false, "Forbidden", "Access to rendered maps not allowed", "The plan of the account does not include rendered maps")]
    [InlineData("403 Invalid key", false, "KeyInvalid", "Invalid key", "free plan")]
    [InlineData("403 Invalid key - Get your FREE key at https://cloud.maptiler.com/account/keys/", false, "KeyInvalid", "Invalid key - Get your FREE key at https://cloud.maptiler.com/account/keys/", "unknown")]
    [InlineData("Invalid signature", false, "SignatureInvalid", "Invalid signature", "MapTiler:ServiceToken")]
    [InlineData("403", false, "Forbidden", null, "an image instead of a message")]
    public async Task Rejected_image_fails_with_the_reason_in_its_header(string? statusText, bool isFree, string reason, string? excerpt, string advice)
    {
        using var services = Clients.Services(new StubTransport(_ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new ByteArrayContent([0x89, 0x50, 0x4E, 0x47]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } } };
            if (statusText is not null)
                response.Headers.TryAddWithoutValidation("statustext", statusText);
            if (isFree)
                response.Headers.TryAddWithoutValidation("X-MAPTILER-FREE", "1");
            return response;
        }));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.GetRequiredService<MapTilerClient>().Maps.GetTileAsync("m", default, cancellationToken: Cancel));

        Assert.Equal((reason, excerpt), (error.Reason.ToString(), error.ResponseExcerpt));
        Assert.Contains(excerpt ?? advice, error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restricted_key_of_a_free_plan_fails_with_the_headers_that_were_sent()
    {
        using var services = Clients.Services(new StubTransport(_ =>
        {
            var response = StubTransport.Text("Key not allowed", "text/plain", HttpStatusCode.Forbidden);
            response.Headers.TryAddWithoutValidation("X-MAPTILER-FREE", "1");
            return response;
        }));

        var error = await Fails(services.Geocoding());

        Assert.Contains("the free plan of the account does not include this service. The request was sent with no Origin and the User-Agent", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reason_of_a_rejected_image_that_contains_the_key_is_redacted()
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.Forbidden)
        {
            Headers = { { "statustext", $"403 The key {Secrets.Key} is not allowed" } },
            Content = new ByteArrayContent([1]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } },
        }));

        var error = await Fails(services.Geocoding());

        Assert.Equal("The key *** is not allowed", error.ResponseExcerpt);
        Assert.DoesNotContain(Secrets.Key, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://shop.example", "my-app/1.0 (a; b)", "the Origin \"https://shop.example\" and the User-Agent \"my-app/1.0 (a; b)\"")]
    [InlineData(null, "my-app/1.0", "no Origin and the User-Agent \"my-app/1.0\"")]
    public async Task Message_of_a_restricted_key_contains_the_Origin_and_the_User_Agent_that_were_sent(string? origin, string userAgent, string expected)
    {
        using var services = Clients.Services(
            new StubTransport(_ => StubTransport.Text("Key not allowed", "text/plain", HttpStatusCode.Forbidden)), options: o => (o.Origin, o.UserAgent) = (origin, userAgent));

        var error = await Fails(services.Geocoding());

        Assert.Equal(MapTilerErrorReason.Forbidden, error.Reason);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

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
    public async Task An_answer_that_is_not_the_documented_json_is_an_invalid_response(string contentType, string body)
    {
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Text(body, contentType)));

        var error = await Fails(services.Geocoding());

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.Equal(body, error.ResponseExcerpt);
        Assert.Contains(contentType, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_with_a_byte_order_mark_is_read()
    {
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Json("\uFEFF" + ResponseBodies.Brno)));

        var result = await services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel);

        Assert.Equal("Brno", Assert.Single(result.Features).Text);
    }

    [Fact]
    public async Task A_huge_answer_is_not_read_to_its_end()
    {
        var endless = new EndlessStream();
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage { Content = new StreamContent(endless) }));

        var error = await Fails(services.Geocoding());

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
        Assert.Contains("64 MiB", error.Message, StringComparison.Ordinal);
        Assert.InRange(endless.Read, 64L * 1024 * 1024, 129L * 1024 * 1024);
    }

    [Fact]
    public async Task An_announced_huge_answer_is_not_read_at_all()
    {
        var endless = new EndlessStream();
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage { Content = new StreamContent(endless) { Headers = { ContentLength = 1L << 31 } } }));

        var error = await Fails(services.Geocoding());

        Assert.Equal(MapTilerErrorReason.InvalidResponse, error.Reason);
        Assert.Equal(0, endless.Read);
    }

    [Fact]
    public async Task The_excerpt_is_short_and_without_the_key()
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
    public async Task A_key_at_a_cut_is_not_left_in_half(int keys, int padding)
    {
        var body = string.Concat(Enumerable.Repeat(Secrets.Key, keys)) + new string('x', padding) + Secrets.Key + "y";
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Text(body, "text/plain", HttpStatusCode.BadRequest)));

        var error = await Fails(services.Geocoding());

        Assert.DoesNotContain(Secrets.Key[..4], error.ResponseExcerpt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_length_that_no_buffer_holds_does_not_hide_the_status()
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StreamContent(new MemoryStream()) { Headers = { ContentLength = 3_000_000_000 } } }));

        Assert.Equal(MapTilerErrorReason.NotFound, (await Fails(services.Geocoding())).Reason);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_body_that_cannot_be_decompressed_is_a_typed_failure(string encoding)
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

    [Theory]
    [InlineData("//")]
    [InlineData("//evil:99999999/")]
    public async Task A_redirect_to_nowhere_is_a_typed_failure(string location)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        });
        using var services = Clients.Services(server.BaseAddress);

        Assert.Equal(MapTilerErrorReason.InvalidResponse, (await Fails(services.Geocoding())).Reason);
    }

    [Fact]
    public async Task A_short_key_within_the_text_does_not_hide_the_reason()
    {
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Text("Invalid key", "text/plain", HttpStatusCode.Forbidden)), options: o => o.ApiKey = "k");

        Assert.Equal(MapTilerErrorReason.KeyInvalid, (await Fails(services.Geocoding())).Reason);
    }

    [Fact]
    public async Task A_body_that_breaks_does_not_hide_the_status()
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StreamContent(new BrokenStream()) }));

        var error = await Fails(services.Geocoding());

        Assert.Equal(MapTilerErrorReason.NotFound, error.Reason);
        Assert.Null(error.ResponseExcerpt);
    }

    [Fact]
    public async Task A_body_that_breaks_is_a_failed_connection()
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage { Content = new StreamContent(new BrokenStream()) }));

        var error = await Fails(services.Geocoding());

        Assert.Equal(MapTilerErrorReason.ConnectionFailed, error.Reason);
        Assert.IsAssignableFrom<IOException>(error.InnerException);
    }

    [Fact]
    public async Task A_connection_that_cannot_be_made_is_repeated_and_then_a_failed_connection()
    {
        var transport = new StubTransport(_ => throw new HttpRequestException("Connection refused (api.maptiler.com:443)"));
        using var services = Clients.Services(transport);

        var error = await Fails(services.Geocoding());

        Assert.Equal(MapTilerErrorReason.ConnectionFailed, error.Reason);
        Assert.Null(error.StatusCode);
        Assert.Equal(4, transport.Uris.Count);
    }

    [Fact]
    public async Task The_cancellation_of_the_caller_passes_unwrapped()
    {
        using var source = new CancellationTokenSource();
        var transport = new StubTransport(_ =>
        {
            source.Cancel();
            source.Token.ThrowIfCancellationRequested();
            return StubTransport.Json();
        });
        using var services = Clients.Services(transport);

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.Geocoding().SearchAsync("Brno", cancellationToken: source.Token));

        Assert.Equal(source.Token, error.CancellationToken);
        Assert.Single(transport.Uris);
    }

    [Fact]
    public async Task A_cancelled_token_sends_nothing()
    {
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.Geocoding().SearchAsync("Brno", cancellationToken: new CancellationToken(canceled: true)));

        Assert.Empty(transport.Uris);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_whose_body_stalls_is_cancelled_by_the_caller_and_else_keeps_its_status(bool cancel)
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

    [Fact]
    public async Task An_open_circuit_of_the_application_is_a_typed_failure()
    {
        using var services = Clients.Services(new StubTransport(_ => throw new BrokenCircuitException()));

        var error = await Fails(services.Geocoding());

        Assert.Equal(MapTilerErrorReason.ConnectionFailed, error.Reason);
        Assert.IsType<BrokenCircuitException>(error.InnerException);
    }

    [Fact]
    public async Task An_address_that_is_too_long_names_its_endpoint()
    {
        using var services = Clients.Services(StubTransport.AlwaysJson());

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync(new string('x', 10_000), cancellationToken: Cancel));

        Assert.Equal((MapTilerErrorReason.UriTooLong, "/geocoding/{query}.json"), (error.Reason, error.Endpoint));
    }

    [Fact]
    public async Task An_exception_of_a_handler_of_the_user_passes()
    {
        using var services = Clients.Services(new StubTransport(_ => throw new TimeZoneNotFoundException("mine")));

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel));
    }

    private static Task<MapTilerException> Fails(GeocodingClient client) => Assert.ThrowsAsync<MapTilerException>(() => client.SearchAsync("Brno", cancellationToken: Cancel));

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

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Polly.CircuitBreaker;

namespace MapTiler.Tests.Errors;

/// <summary>The messages of errors, and what they must not contain.</summary>
public sealed partial class ErrorFactoryTests
{
    [Theory]
    [InlineData(408, "", "Try again later.")]
    [InlineData(429, "Too many requests", "Wait for RetryAfter")]
    [InlineData(429, "Monthly QUOTA exceeded", "The quota of the account is used up")]
    [InlineData(403, "INVALID KEY", "was deleted")]
    [InlineData(407, "", "A proxy rejected the request")]
    [InlineData(500, "", "MapTiler failed to process the request")]
    [InlineData(503, "", "The service failed. Requests that only read were retried")]
    public async Task Message_of_each_reason_contains_its_advice(int status, string body, string advice)
    {
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Text(body, "text/plain", (HttpStatusCode)status)), builder => builder.DisableResilience());

        Assert.Contains(advice, (await FailsAsync(services)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Message_of_a_rejection_before_the_credential_was_sent_reports_it(int status)
    {
        using var services = Clients.Services(StubTransport.AlwaysJson(), builder => builder.HttpClientBuilder.AddHttpMessageHandler(() => new Refusing((HttpStatusCode)status)));

        var error = await FailsAsync(services);

        Assert.Equal(MapTilerErrorReason.KeyMissing, error.Reason);
        Assert.Contains("No credential was sent.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_of_a_rejected_signature_does_not_report_a_missing_key()
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.Unauthorized)), options: o => (o.ApiKey, o.ServiceToken) = (null, Secrets.Token));

        Assert.Equal(MapTilerErrorReason.KeyInvalid, (await FailsAsync(services)).Reason);
    }

    [Fact]
    public async Task Message_of_a_rejected_token_does_not_report_a_missing_key()
    {
        using var services = Clients.Services(new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.Unauthorized)), options: o => o.ServiceToken = Secrets.Token);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Service().ApiKeys.DeleteAsync(Guid.NewGuid(), Cancel));

        Assert.Equal(MapTilerErrorReason.KeyInvalid, error.Reason);
    }

    [Theory]
    [InlineData(200, "\"")]
    [InlineData(201, "...\"")]
    public async Task Message_quotes_the_first_line_up_to_200_characters(int length, string end)
    {
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Text(new string('x', length) + "\nsecond line", "text/plain", HttpStatusCode.BadRequest)));

        var message = (await FailsAsync(services)).Message;

        Assert.Contains("\"" + new string('x', 200) + end, message, StringComparison.Ordinal);
        Assert.DoesNotContain("second", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_of_a_policy_that_contains_the_URL_is_without_its_key()
    {
        using var services = Clients.Services(new StubTransport(request => throw new BrokenCircuitException("open for " + request.RequestUri)));

        var error = await FailsAsync(services);

        Assert.Contains("open for https://api.maptiler.com/geocoding/a.json?key=*** The request was not sent", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_of_a_batch_from_a_handler_that_contains_the_URL_is_without_its_key()
    {
        using var services = Clients.Services(new StubTransport(request => throw new NotSupportedException("cannot get " + request.RequestUri)));

        await foreach (var result in services.Geocoding().BatchAsync(["a"], cancellationToken: Cancel))
        {
            Assert.Contains("cannot get https://api.maptiler.com/geocoding/a.json?key=***", result.Error!.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(Secrets.Key, result.Error.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task InnerException_is_kept_unless_it_contains_the_key(bool namesKey)
    {
        var cause = new HttpRequestException("broken", new IOException(namesKey ? "at " + Secrets.Key : "at the socket"));
        using var services = Clients.Services(new StubTransport(_ => throw cause), builder => builder.DisableResilience());

        var inner = Assert.IsType<HttpRequestException>((await FailsAsync(services)).InnerException);

        Assert.Equal(("broken", namesKey ? null : cause.InnerException), (inner.Message, inner.InnerException));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task InnerException_of_a_timeout_is_kept_unless_it_contains_the_key(bool namesKey)
    {
        var cause = new TaskCanceledException(namesKey ? "no answer for " + Secrets.Key : "no answer");
        using var services = Clients.Services(new StubTransport(_ => throw cause), builder => builder.DisableResilience());

        var timeout = Assert.IsType<TimeoutException>((await FailsAsync(services)).InnerException);

        Assert.Equal(namesKey ? "no answer for ***" : "no answer", timeout.Message);
        Assert.Same(namesKey ? null : cause, timeout.InnerException);
    }

    [Fact]
    public async Task Invalid_JSON_at_the_key_throws_without_the_key()
    {
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Text($"<{Secrets.Key}></x>", "text/xml")));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.GetRequiredService<MapTilerClient>().Maps.GetWmtsCapabilitiesAsync("m", Cancel));

        Assert.Contains("***", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets.Key, error + error.ResponseExcerpt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Excerpt_has_1024_characters()
    {
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Text(new string('x', 3000), "text/plain", HttpStatusCode.BadRequest)));

        Assert.Equal(new string('x', 1024), (await FailsAsync(services)).ResponseExcerpt);
    }

    [Fact]
    public async Task Tile_response_with_HTML_throws()
    {
        using var services = Clients.Services(new StubTransport(_ => StubTransport.Text("<html>Please sign in</html>", "TEXT/HTML")));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.GetRequiredService<MapTilerClient>().Tiles.GetTileAsync("v3", default, cancellationToken: Cancel));

        Assert.Equal((MapTilerErrorReason.InvalidResponse, "<html>Please sign in</html>"), (error.Reason, error.ResponseExcerpt));
    }

    private static Task<MapTilerException> FailsAsync(IServiceProvider services) => Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("a", cancellationToken: Cancel));

    private sealed class Refusing(HttpStatusCode status) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage(status));
    }
}

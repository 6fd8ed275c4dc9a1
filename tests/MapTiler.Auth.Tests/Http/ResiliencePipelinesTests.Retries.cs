using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Tests.Http;

/// <summary>What is repeated, and after how long.</summary>
public sealed partial class ResiliencePipelinesTests
{
    [Fact]
    public async Task HEAD_is_retried()
    {
        var transport = StubTransport.Statuses(HttpStatusCode.ServiceUnavailable);
        using var services = Clients.Services(transport);
        using var request = new HttpRequestMessage(HttpMethod.Head, "x");

        using var response = await services.Http().SendAsync(request, Cancel);

        Assert.Equal((HttpStatusCode.OK, 2), (response.StatusCode, transport.Uris.Count));
    }

    [Fact]
    public async Task MapTilerException_of_a_handler_is_not_retried()
    {
        var transport = new StubTransport(_ => throw new MapTilerException(MapTilerErrorReason.ServerError, "known"));
        using var services = Clients.Services(transport);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("a", cancellationToken: Cancel));

        Assert.Equal("known", error.Message);
        Assert.Single(transport.Uris);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Delay_before_a_retry_is_Retry_After_plus_50_milliseconds(bool asDate)
    {
        var time = new PassingTimeProvider();
        var attempts = 0;
        var transport = new StubTransport(_ => ++attempts > 1 ? StubTransport.Json() : TooManyRequests(asDate ? new(time.GetUtcNow().AddSeconds(20)) : new(TimeSpan.FromSeconds(20))));
        var logs = new CapturingLoggerProvider();
        using var services = Services(transport, time, logs);

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);

        Assert.Equal([20.05], time.Waits);
        Assert.Contains(logs.Messages, m => m.Contains("retrying in 20050 ms", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Elapsed_time_counts_toward_the_total_timeout()
    {
        var time = new PassingTimeProvider();
        var transport = new StubTransport(_ => TooManyRequests(new(TimeSpan.FromSeconds(20))));
        using var services = Services(transport, time);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("a", cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.RateLimited, error.Reason);
        Assert.Equal(2, transport.Uris.Count);
    }

    [Fact]
    public async Task Delay_without_Retry_After_is_the_configured_one()
    {
        var time = new PassingTimeProvider();
        var transport = StubTransport.Statuses(HttpStatusCode.ServiceUnavailable);
        var logs = new CapturingLoggerProvider();
        using var services = Services(transport, time, logs, TimeSpan.FromSeconds(8));

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);

        Assert.True(Assert.Single(time.Waits) > 0);
        Assert.Contains(logs.Messages, m => m.Contains("retrying in ", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Messages, m => m.Contains("retrying in 0 ms", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Retry_After_in_the_past_is_zero()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var services = Clients.Services(new StubTransport(_ => TooManyRequests(new(time.GetUtcNow().AddSeconds(-5)))), builder => builder.DisableResilience(), before: s => s.AddSingleton<TimeProvider>(time));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("a", cancellationToken: Cancel));

        Assert.Equal(TimeSpan.Zero, error.RetryAfter);
    }

    [Theory]
    [InlineData(true, "limit 2 s for one attempt")]
    [InlineData(false, "limit 30 s for the call with all its retries")]
    public async Task Message_of_a_timeout_contains_the_limit(bool withResilience, string limit)
    {
        var time = new FakeTimeProvider();
        using var transport = new HangingTransport();
        using var services = Clients.Services(transport, builder =>
        {
            builder.ConfigureResilience(r => (r.AttemptTimeout, r.MaxRetryAttempts) = (TimeSpan.FromSeconds(2), 0));
            if (!withResilience)
                builder.DisableResilience();
        }, before: s => s.AddSingleton<TimeProvider>(time));

        var call = services.Geocoding().SearchAsync("a", cancellationToken: Cancel);
        await transport.Attempt.WaitAsync(Cancel);
        time.Advance(TimeSpan.FromSeconds(withResilience ? 2 : 30));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => call);
        Assert.Equal(MapTilerErrorReason.Timeout, error.Reason);
        Assert.Contains(limit, error.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(HttpMessageHandler transport, TimeProvider time, CapturingLoggerProvider? logs = null, TimeSpan delay = default) => Clients.Services(
        transport,
        builder => builder.ConfigureResilience(r => r.RetryDelay = delay),
        before: services =>
        {
            services.AddSingleton(time);
            services.AddLogging(l => l.AddCapturing(logs ?? new()));
        });

    private static HttpResponseMessage TooManyRequests(RetryConditionHeaderValue retryAfter) => new((HttpStatusCode)429) { Headers = { RetryAfter = retryAfter } };
}

using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Tests.Http;

/// <summary>What is repeated, and after how long.</summary>
public sealed partial class ResiliencePipelinesTests
{
    [Fact]
    public async Task A_head_is_repeated()
    {
        var transport = StubTransport.Statuses(HttpStatusCode.ServiceUnavailable);
        using var services = Clients.Services(transport);
        using var request = new HttpRequestMessage(HttpMethod.Head, "x");

        using var response = await services.Http().SendAsync(request, Cancel);

        Assert.Equal((HttpStatusCode.OK, 2), (response.StatusCode, transport.Uris.Count));
    }

    [Fact]
    public async Task A_failure_that_has_its_reason_already_is_not_repeated()
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
    public async Task The_wait_is_the_one_of_the_service_and_a_little_more(bool asDate)
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
    public async Task The_time_that_is_gone_counts_for_what_still_fits()
    {
        var time = new PassingTimeProvider();
        var transport = new StubTransport(_ => TooManyRequests(new(TimeSpan.FromSeconds(20))));
        using var services = Services(transport, time);

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("a", cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.RateLimited, error.Reason);
        Assert.Equal(2, transport.Uris.Count);
    }

    [Fact]
    public async Task Without_a_wish_of_the_service_the_configured_delay_is_waited_for()
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
    public async Task A_moment_in_the_past_is_no_wait()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var services = Clients.Services(new StubTransport(_ => TooManyRequests(new(time.GetUtcNow().AddSeconds(-5)))), builder => builder.DisableResilience(), before: s => s.AddSingleton<TimeProvider>(time));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("a", cancellationToken: Cancel));

        Assert.Equal(TimeSpan.Zero, error.RetryAfter);
    }

    [Theory]
    [InlineData(true, "limit 2 s for one attempt")]
    [InlineData(false, "limit 30 s for the call with all its retries")]
    public async Task A_limit_of_time_is_named(bool withResilience, string limit)
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

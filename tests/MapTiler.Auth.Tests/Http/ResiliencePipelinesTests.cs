using System.Net;
using System.Net.Http.Headers;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MapTiler.Tests.Http;

public sealed partial class ResiliencePipelinesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Retry_After_within_the_total_timeout_is_waited_for()
    {
        var time = new PassingTimeProvider();
        var sent = new List<TimeSpan>();
        var start = time.GetUtcNow();
        var transport = new StubTransport(_ =>
        {
            sent.Add(time.GetUtcNow() - start);
            return sent.Count == 1 ? TooManyRequests(new(TimeSpan.FromSeconds(20))) : StubTransport.Json();
        });
        using var services = Clients.Services(transport, before: s => s.AddSingleton<TimeProvider>(time));

        await services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel);

        Assert.Equal(2, sent.Count);
        Assert.Equal(TimeSpan.Zero, sent[0]);
        Assert.InRange(sent[1], TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20.1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Retry_After_over_the_total_timeout_fails_without_a_retry(bool asDate)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var transport = new StubTransport(_ =>
        {
            var response = TooManyRequests(new(TimeSpan.FromSeconds(31)));
            if (asDate)
                response.Headers.RetryAfter = new RetryConditionHeaderValue(time.GetUtcNow().AddSeconds(31));
            return response;
        });
        using var services = Clients.Services(transport, before: s => s.AddSingleton<TimeProvider>(time));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.RateLimited, error.Reason);
        Assert.Equal(TimeSpan.FromSeconds(31), error.RetryAfter);
        Assert.Single(transport.Uris);
    }

    [Fact]
    public async Task Status_429_without_resilience_fails_after_one_request()
    {
        var transport = new StubTransport(_ => TooManyRequests(new(TimeSpan.FromSeconds(5))));
        using var services = Clients.Services(transport, builder => builder.DisableResilience());

        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel));

        Assert.Equal(TimeSpan.FromSeconds(5), error.RetryAfter);
        Assert.Single(transport.Uris);
    }

    [Fact]
    public async Task Attempt_without_a_response_is_retried_until_the_total_timeout()
    {
        var time = new FakeTimeProvider();
        var transport = new HangingTransport();
        using var services = Clients.Services(transport, before: s => s.AddSingleton<TimeProvider>(time));

        var call = services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await transport.Attempt.WaitAsync(Cancel);
            time.Advance(TimeSpan.FromSeconds(10));
        }

        var error = await Assert.ThrowsAsync<MapTilerException>(() => call);
        Assert.Equal(MapTilerErrorReason.Timeout, error.Reason);
        Assert.IsType<TimeoutException>(error.InnerException);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stalled_body_throws_Timeout(bool withResilience)
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"features\":[", Cancel);
            await context.Response.Body.FlushAsync(Cancel);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var time = new FakeTimeProvider();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var services = Clients.Services(server.BaseAddress, builder =>
        {
            builder.ConfigureResilience(r => (r.TotalTimeout, r.AttemptTimeout, r.MaxRetryAttempts) = (TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10), 0)); // HttpClient.Timeout is as long in real time
            builder.HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => new HeadersSignal(arrived) { InnerHandler = new SocketsHttpHandler() });
            if (!withResilience)
                builder.DisableResilience();
        }, before: s => s.AddSingleton<TimeProvider>(time));

        var call = services.Geocoding().SearchAsync("Brno", cancellationToken: Cancel);
        await Task.WhenAny(arrived.Task, call);
        time.Advance(TimeSpan.FromMinutes(10));

        var error = await Assert.ThrowsAsync<MapTilerException>(() => call);
        Assert.Equal(MapTilerErrorReason.Timeout, error.Reason);
        Assert.Contains("600 s", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("MapTiler")]
    [InlineData("MapTiler.Service")]
    public void HttpClient_Timeout_with_and_without_resilience_is_30_seconds(string client)
    {
        using var with = Clients.Services(StubTransport.AlwaysJson());
        using var without = Clients.Services(StubTransport.AlwaysJson(), builder => builder.DisableResilience());
        using var aspire = Clients.Services(StubTransport.AlwaysJson(), before: s => s.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler()));

        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(30), 3), new[] { with, without, aspire }.Select(services => services.Http(client).Timeout));
    }

    [Fact]
    public async Task Cancellation_of_the_caller_stops_a_stalled_body()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("{", Cancel);
            await context.Response.Body.FlushAsync(Cancel);
            source.Cancel();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var services = Clients.Services(server.BaseAddress);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.Geocoding().SearchAsync("Brno", cancellationToken: source.Token));
    }

    [Fact]
    public async Task POST_is_not_retried()
    {
        var transport = new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        using var services = Clients.Services(transport);

        using var response = await services.Http().PostAsync(new Uri("x", UriKind.Relative), null, Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Single(transport.Uris);
    }

    [Fact]
    public async Task MaxRetryAttempts_limits_the_attempts()
    {
        var transport = new StubTransport(_ => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        using var none = Clients.Services(transport, builder => builder.ConfigureResilience(r => r.MaxRetryAttempts = 0));
        using var one = Clients.Services(transport, builder => builder.ConfigureResilience(r => r.MaxRetryAttempts = 1));

        await Assert.ThrowsAsync<MapTilerException>(() => none.Geocoding().SearchAsync("Brno", cancellationToken: Cancel));
        Assert.Single(transport.Uris);
        await Assert.ThrowsAsync<MapTilerException>(() => one.Geocoding().SearchAsync("Brno", cancellationToken: Cancel));
        Assert.Equal(3, transport.Uris.Count);
    }

    [Fact]
    public async Task RateLimiter_without_permits_fails_without_a_request()
    {
        using var limiter = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = 2,
            TokensPerPeriod = 2,
            ReplenishmentPeriod = TimeSpan.FromHours(1),
            AutoReplenishment = false,
            QueueLimit = 0,
        });
        var transport = StubTransport.AlwaysJson();
        using var services = Clients.Services(transport, builder => builder.ConfigureResilience(r => r.RateLimiter = limiter));

        await services.Geocoding().SearchAsync("a", cancellationToken: Cancel);
        await services.Geocoding().SearchAsync("b", cancellationToken: Cancel);
        var error = await Assert.ThrowsAsync<MapTilerException>(() => services.Geocoding().SearchAsync("c", cancellationToken: Cancel));

        Assert.Equal(MapTilerErrorReason.RateLimited, error.Reason);
        Assert.Contains("It was not sent", error.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromHours(1), error.RetryAfter);
        Assert.Equal(2, transport.Uris.Count);
    }

    /// <summary>Signals the arrival of a response's headers.</summary>
    private sealed class HeadersSignal(TaskCompletionSource arrived) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            arrived.TrySetResult();
            return response;
        }
    }

    private sealed class HangingTransport : HttpMessageHandler
    {
        public bool AllowAutoRedirect { get; }

        /// <summary>Released once for each attempt.</summary>
        public SemaphoreSlim Attempt { get; } = new(0);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Attempt.Release();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }
    }
}

using System.Net;
using MapTiler.Authentication;
using MapTiler.Diagnostics;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace MapTiler.Http;

/// <summary>Creates the resilience pipeline of the clients: total timeout, retries, rate limiter, attempt timeout.</summary>
internal static class ResiliencePipelines
{
    // Timers can fire slightly early, and a retry before the time in Retry-After would be rejected again.
    private static readonly TimeSpan RetryAfterMargin = TimeSpan.FromMilliseconds(50);

    public static ResilienceHandler CreateHandler(MapTilerResilienceOptions options, TimeProvider timeProvider, ILogger logger)
    {
        var pipeline = Create(options, timeProvider, logger);
        return new ResilienceHandler(request =>
        {
            RequestState.GetOrAdd(request).Started = timeProvider.GetTimestamp();
            return pipeline;
        });
    }

    private static ResiliencePipeline<HttpResponseMessage> Create(MapTilerResilienceOptions options, TimeProvider timeProvider, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = timeProvider, Name = "MapTiler" }
            .AddTimeout(options.TotalTimeout); // for requests without a RequestSender, whose own timeout also includes the body
        if (options.MaxRetryAttempts > 0)
            builder.AddRetry(Retry(options, timeProvider, logger));
        if (options.RateLimiter is { } limiter)
            builder.AddRateLimiter(limiter);
        return builder.AddTimeout(options.AttemptTimeout).Build();
    }

    private static RetryStrategyOptions<HttpResponseMessage> Retry(MapTilerResilienceOptions options, TimeProvider timeProvider, ILogger logger) => new()
    {
        MaxRetryAttempts = options.MaxRetryAttempts,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.RetryDelay,
        MaxDelay = options.TotalTimeout,
        ShouldHandle = arguments => new(
            IsTransient(arguments.Outcome)
            && arguments.Context.GetRequestMessage() is { } request
            && IsRetryable(request)
            && (RequestedWait(arguments.Outcome, timeProvider) is not { } wait
                || wait + timeProvider.GetElapsedTime(RequestState.GetOrAdd(request).Started) < options.TotalTimeout)),
        DelayGenerator = arguments => new(RequestedWait(arguments.Outcome, timeProvider)),
        OnRetry = arguments =>
        {
            var endpoint = arguments.Context.GetRequestMessage() is { } request && RequestState.Of(request)?.EndpointTemplate is { } template ? template : "another path";
            var outcome = arguments.Outcome.Exception?.GetType().Name ?? ((int)arguments.Outcome.Result!.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
            Log.Retrying(logger, arguments.AttemptNumber + 1, endpoint, outcome, arguments.RetryDelay.TotalMilliseconds);
            Telemetry.Retries.Add(1, new KeyValuePair<string, object?>(Telemetry.EndpointTag, endpoint));
            return default;
        },
    };

    private static bool IsRetryable(HttpRequestMessage request) => request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: MapTilerException } => false,
        { Exception: TimeoutRejectedException } => true,
        { Exception: { } exception } => ErrorFactory.IsOfConnection(exception),
        { Result.StatusCode: HttpStatusCode.RequestTimeout or (HttpStatusCode)429 or >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };

    private static TimeSpan? RequestedWait(Outcome<HttpResponseMessage> outcome, TimeProvider timeProvider) =>
        outcome.Result is { } response && RetryAfter.Of(response, timeProvider) is { } wait ? wait + RetryAfterMargin : null;
}

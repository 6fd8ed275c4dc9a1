using System.Threading.RateLimiting;

namespace MapTiler;

/// <summary>The timeouts, retries and rate limit of calls.</summary>
public sealed class MapTilerResilienceOptions
{
    /// <summary>The maximum time of a call, including its retries and reading the response. Reading a streamed response is not included.</summary>
    /// <value>The default is 30 seconds; 10 milliseconds to 1 day.</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The maximum time of one attempt until its response headers arrive.</summary>
    /// <value>The default is 10 seconds; 10 milliseconds to 1 day.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The maximum number of retries in addition to the original request, after a connection failure, a timeout, or status 408, 429 or 5xx. Only
    /// GET and HEAD requests are retried. A retry is billed even if the service completed the original request.</summary>
    /// <value>The default is 3; 0 disables retries.</value>
    public int MaxRetryAttempts { get; set; } = 3;

    /// <summary>The base delay before the first retry. It increases exponentially, with jitter. A Retry-After header of the service overrides it.</summary>
    /// <value>The default is 500 milliseconds; 0 to 1 day.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The rate limiter of all attempts, for example a <see cref="ConcurrencyLimiter"/> or a <see cref="TokenBucketRateLimiter"/>. It is not disposed
    /// with the clients. If <see langword="null"/>, the rate is not limited.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public RateLimiter? RateLimiter { get; set; }
}

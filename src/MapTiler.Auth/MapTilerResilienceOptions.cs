using System.Threading.RateLimiting;

namespace MapTiler;

/// <summary>The timeouts, retries and rate limit of calls.</summary>
public sealed class MapTilerResilienceOptions
{
    /// <summary>The maximum time of a call, including its retries and reading the response. Reading a streamed response is not included.</summary>
    /// <value>The default is 30 seconds; 10 milliseconds to 1 day.</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The maximum time of one attempt, including reading the response. Of a streamed response, only the headers are included.</summary>
    /// <value>The default is 10 seconds; 10 milliseconds to 1 day.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The maximum number of retries in addition to the original request, after a connection failure, a timeout, or status 408, 429 or 5xx, also
    /// if the connection fails while the response is read. A streamed response is not retried after its headers. Only GET and HEAD requests are retried. A retry is billed even if the service completed the original request.</summary>
    /// <value>The default is 3; 0 disables retries.</value>
    public int MaxRetryAttempts { get; set; } = 3;

    /// <summary>The base delay before the first retry. It increases exponentially, with jitter. A Retry-After header of the service overrides it.</summary>
    /// <value>The default is 500 milliseconds; 0 to 1 day.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The minimum data rate of a streamed response, and of a file that the browser endpoints forward, in bytes per second. The response fails with <see cref="MapTilerErrorReason.Timeout"/> if fewer bytes arrive
    /// within 30 seconds of waiting for them.</summary>
    /// <value>The default is 240; with 0 a response fails only if no data arrives for 30 seconds.</value>
    public int MinBytesPerSecond { get; set; } = 240;

    /// <summary>The rate limiter of all attempts, for example a <see cref="ConcurrencyLimiter"/> or a <see cref="TokenBucketRateLimiter"/>. It is not disposed
    /// with the clients. If <see langword="null"/>, the rate is not limited.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public RateLimiter? RateLimiter { get; set; }
}

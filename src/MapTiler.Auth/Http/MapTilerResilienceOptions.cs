using System.Threading.RateLimiting;

namespace MapTiler;

/// <summary>How long calls may take and how they are repeated.</summary>
public sealed class MapTilerResilienceOptions
{
    /// <summary>How long a call may take with all its attempts and until its answer is read.</summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one attempt may take until its answer begins.</summary>
    /// <value>The default is 10 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a call is repeated after a broken connection, a timeout, 408, 429 or 5xx. Each repetition of a success that got lost is billed.</summary>
    /// <value>The default is 3; 0 never repeats.</value>
    public int MaxRetryAttempts { get; set; } = 3;

    /// <summary>The wait before the first repetition; it doubles with each one, with jitter. A Retry-After of the service counts instead.</summary>
    /// <value>The default is half a second.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Limits the attempts, for example a <see cref="ConcurrencyLimiter"/> or a <see cref="TokenBucketRateLimiter"/>. Its owner disposes it.</summary>
    /// <value>The default is <see langword="null"/>: no limit.</value>
    public RateLimiter? RateLimiter { get; set; }
}

namespace MapTiler;

/// <summary>Time limits by a <see cref="TimeProvider"/>.</summary>
internal static class Timeouts
{
    public static CancellationTokenSource Create(TimeSpan limit, TimeProvider timeProvider) =>
#if NET
        new(limit, timeProvider);
#else
        timeProvider.CreateCancellationTokenSource(limit);
#endif

    /// <summary>Cancels the limit with the token of the caller.</summary>
    public static CancellationTokenRegistration CancelWith(CancellationTokenSource limit, CancellationToken cancellationToken) =>
        cancellationToken.Register(static state => ((CancellationTokenSource)state!).Cancel(), limit);
}

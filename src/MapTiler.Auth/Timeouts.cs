namespace MapTiler;

/// <summary>Timeouts and delays with a <see cref="TimeProvider"/>.</summary>
internal static class Timeouts
{
    /// <summary>The maximum time of a timer of the platform.</summary>
    public static readonly TimeSpan Longest =
#if NET
        TimeSpan.FromMilliseconds(uint.MaxValue - 1L);
#else
        TimeSpan.FromMilliseconds(int.MaxValue);
#endif

    public static CancellationTokenSource Create(TimeSpan limit, TimeProvider timeProvider) =>
#if NET
        new(limit, timeProvider);
#else
        timeProvider.CreateCancellationTokenSource(limit);
#endif

    public static Task DelayAsync(TimeSpan delay, TimeProvider timeProvider, CancellationToken cancellationToken) =>
#if NET
        Task.Delay(delay, timeProvider, cancellationToken);
#else
        timeProvider.Delay(delay, cancellationToken);
#endif

    /// <summary>Waits for a shared task until the caller cancels.</summary>
    public static Task<T> WaitAsync<T>(Task<T> task, CancellationToken cancellationToken)
    {
#if NET
        return task.WaitAsync(cancellationToken);
#else
        return task.IsCompleted || !cancellationToken.CanBeCanceled ? task : WaitCoreAsync();

        async Task<T> WaitCoreAsync()
        {
            var canceled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            using var registration = cancellationToken.Register(static state => ((TaskCompletionSource<bool>)state).TrySetResult(true), canceled);
            if (await Task.WhenAny(task, canceled.Task).ConfigureAwait(false) != task)
                throw new OperationCanceledException(cancellationToken);
            return await task.ConfigureAwait(false);
        }
#endif
    }

    /// <summary>Cancels the timeout together with the token of the caller.</summary>
    public static CancellationTokenRegistration CancelWith(CancellationTokenSource limit, CancellationToken cancellationToken) =>
        cancellationToken.Register(static state => ((CancellationTokenSource)state!).Cancel(), limit);
}

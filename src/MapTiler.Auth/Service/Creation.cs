namespace MapTiler.Service;

/// <summary>Requests that create something. They are not canceled with the caller, because their response contains the id that is needed to delete it.</summary>
internal static class Creation
{
    private static readonly TimeSpan WaitAfterCancellation = TimeSpan.FromSeconds(10);

    /// <summary>Waits for the response. When the caller cancels, waits for 10 more seconds.</summary>
    /// <param name="create">Sends the request, which no token cancels.</param>
    /// <param name="possiblyCreated">A sentence for the error message if only the response was possibly lost.</param>
    /// <param name="time">The time for the wait after a cancellation.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    /// <returns>What was created, even if the caller has canceled in the meantime: then the caller of this method deletes it.</returns>
    /// <exception cref="OperationCanceledException">The caller canceled, and nothing was created, or that is not known.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public static async Task<T> RunAsync<T>(Func<Task<T>> create, string possiblyCreated, TimeProvider time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var creation = create();
        try
        {
            return await WaitAsync(creation, time, cancellationToken).ConfigureAwait(false);
        }
        catch (MapTilerException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"The operation was canceled. {(IsPossiblyCreated(e) ? possiblyCreated : "Nothing was created.")}", e, cancellationToken);
        }
        catch (MapTilerException e) when (IsPossiblyCreated(e))
        {
            throw Describe(e, possiblyCreated);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _ = creation.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw new OperationCanceledException($"The operation was canceled. {possiblyCreated}", cancellationToken);
        }
    }

    /// <summary>Adds a sentence about what remains at the service to the message of an exception.</summary>
    public static MapTilerException Describe(MapTilerException e, string state) =>
        new(e.Reason, $"{e.Message} {state}", e.StatusCode, e) { Endpoint = e.Endpoint, RetryAfter = e.RetryAfter, ResponseExcerpt = e.ResponseExcerpt };

    private static async Task<T> WaitAsync<T>(Task<T> creation, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return await Timeouts.WaitAsync(creation, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            using var limit = Timeouts.Create(WaitAfterCancellation, time);
            return await Timeouts.WaitAsync(creation, limit.Token).ConfigureAwait(false);
        }
    }

    private static bool IsPossiblyCreated(MapTilerException e) =>
        e.Reason is MapTilerErrorReason.ConnectionFailed or MapTilerErrorReason.Timeout or MapTilerErrorReason.ServerError or MapTilerErrorReason.InvalidResponse;
}

namespace MapTiler.Service;

/// <summary>What an account uses. See <see href="https://docs.maptiler.com/cloud/admin-api/analytics/">the Service API</see>. Safe for concurrent use.</summary>
/// <remarks>
/// Every method throws <see cref="MapTilerException"/> if the call fails, and <see cref="ArgumentException"/> before it for a
/// combination that the service does not have: by <see cref="AnalyticsClassifier.ApiKeys"/> and
/// <see cref="AnalyticsClassifier.ServiceCredentials"/> only the four periods that are counted by day.
/// </remarks>
public interface IAnalyticsClient
{
    /// <summary>Gets the use over time, by day or by month.</summary>
    /// <param name="period">The time.</param>
    /// <param name="classifier">By what it is told apart.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<AnalyticsTimeline> GetTimelineAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, CancellationToken cancellationToken = default);

    /// <summary>Gets the use over time as CSV: date, item, count.</summary>
    /// <param name="period">The time.</param>
    /// <param name="classifier">By what it is told apart.</param>
    /// <param name="group">What is counted.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The CSV. Dispose it.</returns>
    Task<MapTilerContent> GetTimelineCsvAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, AnalyticsGroup group, CancellationToken cancellationToken = default);

    /// <summary>Gets what was used most.</summary>
    /// <param name="period">The time.</param>
    /// <param name="classifier">By what it is told apart.</param>
    /// <param name="limit">How many items of each group, 1 or more; <see langword="null"/> for the 10 of the service.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<AnalyticsTop> GetTopAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, int? limit = null, CancellationToken cancellationToken = default);

    /// <summary>Gets what was used most as CSV: item, count.</summary>
    /// <param name="period">The time.</param>
    /// <param name="classifier">By what it is told apart.</param>
    /// <param name="group">What is counted.</param>
    /// <param name="limit">How many items, 1 or more; <see langword="null"/> for the 10 of the service.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The CSV. Dispose it.</returns>
    Task<MapTilerContent> GetTopCsvAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, AnalyticsGroup group, int? limit = null, CancellationToken cancellationToken = default);
}

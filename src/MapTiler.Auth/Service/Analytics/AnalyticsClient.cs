namespace MapTiler.Service;

/// <summary>What an account uses. See <see href="https://docs.maptiler.com/cloud/admin-api/analytics/">the Service API</see>. Safe for concurrent use.</summary>
/// <remarks>
/// Every method throws <see cref="MapTilerException"/> if the call fails, and <see cref="ArgumentException"/> before it for a
/// combination that the service does not have: by <see cref="AnalyticsClassifier.ApiKeys"/> and
/// <see cref="AnalyticsClassifier.ServiceCredentials"/> only the four periods that are counted by day.
/// </remarks>
public class AnalyticsClient
{
    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected AnalyticsClient() => _sender = null!;

    internal AnalyticsClient(RequestSender sender) => _sender = sender;

    private const string Timeline = "timeline";
    private const string Top = "top";

    /// <summary>Gets the use over time, by day or by month.</summary>
    /// <param name="period">The time.</param>
    /// <param name="classifier">By what it is told apart.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<AnalyticsTimeline> GetTimelineAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, CancellationToken cancellationToken = default)
    {
        Check(period, classifier, limit: null);
        return _sender.SendAsync(
            ApiRequest.For(Endpoints.UsageTimeline, urls => urls.Analytics(Timeline, period.Value, classifier.Value, null, isCsv: false, null), ServiceJson.Parser(ServiceJson.Default.AnalyticsTimeline)),
            cancellationToken);
    }

    /// <summary>Gets the use over time as CSV: date, item, count.</summary>
    /// <param name="period">The time.</param>
    /// <param name="classifier">By what it is told apart.</param>
    /// <param name="group">What is counted.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The CSV. Dispose it.</returns>
    public virtual Task<MapTilerContent> GetTimelineCsvAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, AnalyticsGroup group, CancellationToken cancellationToken = default)
    {
        Check(period, classifier, limit: null);
        CheckNamed(group.Value, nameof(group));
        return _sender.SendAsync(
            ApiRequest.ForRequiredStream(Endpoints.UsageTimeline, urls => urls.Analytics(Timeline, period.Value, classifier.Value, group.Value, isCsv: true, null)),
            cancellationToken);
    }

    /// <summary>Gets what was used most.</summary>
    /// <param name="period">The time.</param>
    /// <param name="classifier">By what it is told apart.</param>
    /// <param name="limit">How many items of each group, 1 or more; <see langword="null"/> for the 10 of the service.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<AnalyticsTop> GetTopAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, int? limit = null, CancellationToken cancellationToken = default)
    {
        Check(period, classifier, limit);
        return _sender.SendAsync(
            ApiRequest.For(Endpoints.UsageTop, urls => urls.Analytics(Top, period.Value, classifier.Value, null, isCsv: false, limit), ServiceJson.Parser(ServiceJson.Default.AnalyticsTop)),
            cancellationToken);
    }

    /// <summary>Gets what was used most as CSV: item, count.</summary>
    /// <param name="period">The time.</param>
    /// <param name="classifier">By what it is told apart.</param>
    /// <param name="group">What is counted.</param>
    /// <param name="limit">How many items, 1 or more; <see langword="null"/> for the 10 of the service.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The CSV. Dispose it.</returns>
    public virtual Task<MapTilerContent> GetTopCsvAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, AnalyticsGroup group, int? limit = null, CancellationToken cancellationToken = default)
    {
        Check(period, classifier, limit);
        CheckNamed(group.Value, nameof(group));
        return _sender.SendAsync(
            ApiRequest.ForRequiredStream(Endpoints.UsageTop, urls => urls.Analytics(Top, period.Value, classifier.Value, group.Value, isCsv: true, limit)),
            cancellationToken);
    }

    private static void Check(AnalyticsPeriod period, AnalyticsClassifier classifier, int? limit)
    {
        CheckNamed(period.Value, nameof(period));
        CheckNamed(classifier.Value, nameof(classifier));
        if (period.IsMonthly && classifier != AnalyticsClassifier.Services)
            throw new ArgumentException($"By {classifier} the service counts only days: take {AnalyticsPeriod.Past90Days} or a shorter period.", nameof(period));
        if (limit < 1)
            throw new ArgumentOutOfRangeException(nameof(limit), "A limit is at least 1.");
    }

    private static void CheckNamed(string? value, string parameter)
    {
        if (string.IsNullOrEmpty(value))
            throw new ArgumentException("A default value names nothing; take one of the constants.", parameter);
    }
}

namespace MapTiler.Service;

/// <summary>
/// Gets the usage of an account. It is safe for concurrent use.
/// See <see href="https://docs.maptiler.com/cloud/admin-api/analytics/">the analytics in the Service API</see>.
/// </summary>
/// <remarks>
/// The service supports <see cref="AnalyticsClassifier.ApiKeys"/> and <see cref="AnalyticsClassifier.ServiceCredentials"/> only with the four
/// periods that have daily counts. Every method throws <see cref="MapTilerException"/> if a request fails.
/// </remarks>
public class AnalyticsClient
{
    private const string Timeline = "timeline";
    private const string Top = "top";

    private readonly RequestSender _sender;

    /// <summary>Creates an instance for mocking, whose methods must be overridden.</summary>
    protected AnalyticsClient() => _sender = null!;

    internal AnalyticsClient(RequestSender sender) => _sender = sender;

    /// <summary>Gets the usage over time, with one count for each day or month.</summary>
    /// <param name="period">The period of time to report.</param>
    /// <param name="classifier">The property by which the usage is grouped.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The usage over time, and the labels of the items.</returns>
    /// <exception cref="ArgumentException">An argument is empty, or the service does not support the classifier with this period.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<AnalyticsTimeline> GetTimelineAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, CancellationToken cancellationToken = default)
    {
        Check(period, classifier, limit: null);
        return _sender.SendAsync(
            ApiRequest.For(Endpoints.UsageTimeline, urls => urls.Analytics(Timeline, period.Value, classifier.Value, null, isCsv: false, null), ServiceJson.Parser(ServiceJson.Default.AnalyticsTimeline)),
            cancellationToken);
    }

    /// <summary>Gets the usage over time as CSV with the columns date, item and count.</summary>
    /// <param name="period">The period of time to report.</param>
    /// <param name="classifier">The property by which the usage is grouped.</param>
    /// <param name="group">The unit of usage to count.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The CSV as a stream, which must be disposed.</returns>
    /// <exception cref="ArgumentException">An argument is empty, or the service does not support the classifier with this period.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<MapTilerContent> GetTimelineCsvAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, AnalyticsGroup group, CancellationToken cancellationToken = default)
    {
        Check(period, classifier, limit: null);
        CheckNotEmpty(group.Value, nameof(group));
        return _sender.SendAsync(
            ApiRequest.ForRequiredStream(Endpoints.UsageTimeline, urls => urls.Analytics(Timeline, period.Value, classifier.Value, group.Value, isCsv: true, null)),
            cancellationToken);
    }

    /// <summary>Gets the items with the highest usage.</summary>
    /// <param name="period">The period of time to report.</param>
    /// <param name="classifier">The property by which the usage is grouped.</param>
    /// <param name="limit">The maximum number of items for each unit of usage, 1 or more; <see langword="null"/> for the default of the service, 10.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The items with the highest usage for each unit of usage, and their labels.</returns>
    /// <exception cref="ArgumentException">An argument is empty, or the service does not support the classifier with this period.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is less than 1.</exception>
    public virtual Task<AnalyticsTop> GetTopAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, int? limit = null, CancellationToken cancellationToken = default)
    {
        Check(period, classifier, limit);
        return _sender.SendAsync(
            ApiRequest.For(Endpoints.UsageTop, urls => urls.Analytics(Top, period.Value, classifier.Value, null, isCsv: false, limit), ServiceJson.Parser(ServiceJson.Default.AnalyticsTop)),
            cancellationToken);
    }

    /// <summary>Gets the items with the highest usage as CSV with the columns item and count.</summary>
    /// <param name="period">The period of time to report.</param>
    /// <param name="classifier">The property by which the usage is grouped.</param>
    /// <param name="group">The unit of usage to count.</param>
    /// <param name="limit">The maximum number of items, 1 or more; <see langword="null"/> for the default of the service, 10.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The CSV as a stream, which must be disposed.</returns>
    /// <exception cref="ArgumentException">An argument is empty, or the service does not support the classifier with this period.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is less than 1.</exception>
    public virtual Task<MapTilerContent> GetTopCsvAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, AnalyticsGroup group, int? limit = null, CancellationToken cancellationToken = default)
    {
        Check(period, classifier, limit);
        CheckNotEmpty(group.Value, nameof(group));
        return _sender.SendAsync(
            ApiRequest.ForRequiredStream(Endpoints.UsageTop, urls => urls.Analytics(Top, period.Value, classifier.Value, group.Value, isCsv: true, limit)),
            cancellationToken);
    }

    private static void Check(AnalyticsPeriod period, AnalyticsClassifier classifier, int? limit)
    {
        CheckNotEmpty(period.Value, nameof(period));
        CheckNotEmpty(classifier.Value, nameof(classifier));
        if (period.IsMonthly && classifier != AnalyticsClassifier.Services)
            throw new ArgumentException($"The service supports the classifier '{classifier}' only for periods with daily counts. Use {AnalyticsPeriod.Past90Days} or a shorter period.", nameof(period));
        if (limit < 1)
            throw new ArgumentOutOfRangeException(nameof(limit), "The limit must be at least 1.");
    }

    private static void CheckNotEmpty(string? value, string parameter)
    {
        if (string.IsNullOrEmpty(value))
            throw new ArgumentException("The value must not be empty. Use one of the members of its type.", parameter);
    }
}

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
    /// <param name="classifier">The kind of items by which usage is counted.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The usage of each item over time.</returns>
    /// <exception cref="ArgumentException">An argument is not a defined value, or the service does not support the classifier with this period.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<AnalyticsTimeline> GetTimelineAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, CancellationToken cancellationToken = default)
    {
        Check(period, classifier, limit: null);
        return _sender.SendAsync(
            ApiRequest.For(Endpoints.UsageTimeline, urls => urls.Analytics(Timeline, Name(period), Name(classifier), null, isCsv: false, null), body => ServiceJson.Read<AnalyticsBody>(body)?.ToTimeline()),
            cancellationToken);
    }

    /// <summary>Gets the usage over time as CSV with the columns date, item and count.</summary>
    /// <param name="period">The period of time to report.</param>
    /// <param name="classifier">The kind of items by which usage is counted.</param>
    /// <param name="group">The unit of usage to count.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The CSV as a stream, which must be disposed.</returns>
    /// <exception cref="ArgumentException">An argument is not a defined value, or the service does not support the classifier with this period.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    public virtual Task<MapTilerContent> GetTimelineCsvAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, AnalyticsGroup group, CancellationToken cancellationToken = default)
    {
        Check(period, classifier, limit: null);
        Check(group);
        return _sender.SendAsync(
            ApiRequest.ForRequiredStream(Endpoints.UsageTimeline, urls => urls.Analytics(Timeline, Name(period), Name(classifier), group.Value, isCsv: true, null)),
            cancellationToken);
    }

    /// <summary>Gets the items with the highest usage.</summary>
    /// <param name="period">The period of time to report.</param>
    /// <param name="classifier">The kind of items by which usage is counted.</param>
    /// <param name="limit">The maximum number of items for each unit of usage, 1 or more; <see langword="null"/> for the default of the service, 10.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The items with the highest usage for each unit of usage.</returns>
    /// <exception cref="ArgumentException">An argument is not a defined value, or the service does not support the classifier with this period.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is less than 1.</exception>
    public virtual Task<AnalyticsTop> GetTopAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, int? limit = null, CancellationToken cancellationToken = default)
    {
        Check(period, classifier, limit);
        return _sender.SendAsync(
            ApiRequest.For(Endpoints.UsageTop, urls => urls.Analytics(Top, Name(period), Name(classifier), null, isCsv: false, limit), body => ServiceJson.Read<AnalyticsBody>(body)?.ToTop()),
            cancellationToken);
    }

    /// <summary>Gets the items with the highest usage as CSV with the columns item and count.</summary>
    /// <param name="period">The period of time to report.</param>
    /// <param name="classifier">The kind of items by which usage is counted.</param>
    /// <param name="group">The unit of usage to count.</param>
    /// <param name="limit">The maximum number of items, 1 or more; <see langword="null"/> for the default of the service, 10.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The CSV as a stream, which must be disposed.</returns>
    /// <exception cref="ArgumentException">An argument is not a defined value, or the service does not support the classifier with this period.</exception>
    /// <exception cref="MapTilerException">The request failed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is less than 1.</exception>
    public virtual Task<MapTilerContent> GetTopCsvAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, AnalyticsGroup group, int? limit = null, CancellationToken cancellationToken = default)
    {
        Check(period, classifier, limit);
        Check(group);
        return _sender.SendAsync(
            ApiRequest.ForRequiredStream(Endpoints.UsageTop, urls => urls.Analytics(Top, Name(period), Name(classifier), group.Value, isCsv: true, limit)),
            cancellationToken);
    }

    private static void Check(AnalyticsPeriod period, AnalyticsClassifier classifier, int? limit)
    {
        if (Name(period).Length == 0)
            throw new ArgumentOutOfRangeException(nameof(period), "The period is not a defined value.");
        if (Name(classifier).Length == 0)
            throw new ArgumentOutOfRangeException(nameof(classifier), "The classifier is not a defined value.");
        if (period >= AnalyticsPeriod.Past12BillingPeriods && classifier != AnalyticsClassifier.Services)
            throw new ArgumentException($"The service supports the classifier {classifier} only for periods with daily counts. Use {AnalyticsPeriod.Past90Days} or a shorter period.", nameof(period));
        if (limit < 1)
            throw new ArgumentOutOfRangeException(nameof(limit), "The limit must be at least 1.");
    }

    private static void Check(AnalyticsGroup group)
    {
        if (group.Value.Length == 0)
            throw new ArgumentException("The unit of usage must not be empty. Use one of the members of its type.", nameof(group));
    }

    private static string Name(AnalyticsPeriod period) => period switch
    {
        AnalyticsPeriod.CurrentBillingPeriod => "current_billing_period",
        AnalyticsPeriod.LastBillingPeriod => "last_billing_period",
        AnalyticsPeriod.Past30Days => "past_30_days",
        AnalyticsPeriod.Past90Days => "past_90_days",
        AnalyticsPeriod.Past12BillingPeriods => "past_12_billing_periods",
        AnalyticsPeriod.Past12Months => "past_12_months",
        AnalyticsPeriod.All => "all",
        _ => "",
    };

    private static string Name(AnalyticsClassifier classifier) => classifier switch
    {
        AnalyticsClassifier.Services => "services",
        AnalyticsClassifier.ApiKeys => "api_keys",
        AnalyticsClassifier.ServiceCredentials => "service_credentials",
        _ => "",
    };
}

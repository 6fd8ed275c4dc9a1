namespace MapTiler.Service;

/// <inheritdoc cref="IAnalyticsClient"/>
internal sealed class AnalyticsClient(RequestSender sender) : IAnalyticsClient
{
    private const string Timeline = "timeline";
    private const string Top = "top";

    public Task<AnalyticsTimeline> GetTimelineAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, CancellationToken cancellationToken = default)
    {
        Check(period, classifier, limit: null);
        return sender.GetAsync(
            Endpoints.UsageTimeline, urls => urls.Analytics(Timeline, period.Value, classifier.Value, null, isCsv: false, null), ServiceJson.Parser(ServiceJson.Default.AnalyticsTimeline), cancellationToken);
    }

    public Task<MapTilerContent> GetTimelineCsvAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, AnalyticsGroup group, CancellationToken cancellationToken = default)
    {
        Check(period, classifier, limit: null);
        CheckNamed(group.Value, nameof(group));
        return sender.OpenRequiredAsync(Endpoints.UsageTimeline, urls => urls.Analytics(Timeline, period.Value, classifier.Value, group.Value, isCsv: true, null), cancellationToken);
    }

    public Task<AnalyticsTop> GetTopAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, int? limit = null, CancellationToken cancellationToken = default)
    {
        Check(period, classifier, limit);
        return sender.GetAsync(
            Endpoints.UsageTop, urls => urls.Analytics(Top, period.Value, classifier.Value, null, isCsv: false, limit), ServiceJson.Parser(ServiceJson.Default.AnalyticsTop), cancellationToken);
    }

    public Task<MapTilerContent> GetTopCsvAsync(AnalyticsPeriod period, AnalyticsClassifier classifier, AnalyticsGroup group, int? limit = null, CancellationToken cancellationToken = default)
    {
        Check(period, classifier, limit);
        CheckNamed(group.Value, nameof(group));
        return sender.OpenRequiredAsync(Endpoints.UsageTop, urls => urls.Analytics(Top, period.Value, classifier.Value, group.Value, isCsv: true, limit), cancellationToken);
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

using MapTiler.Emulator.Http;
using MapTiler.Emulator.Service.ApiKeys;

namespace MapTiler.Emulator.Service.Analytics;

/// <summary><c>/v1/analytics/api_usage</c>, computed from the journal.</summary>
internal sealed class AnalyticsService(RequestJournal journal, AccountKeys keys, TimeProvider time)
{
    private const int DefaultLimit = 10;
    private const int MaxLimit = 1000;

    public ServiceRoute[] Routes =>
    [
        new("GET", "analytics/api_usage/timeline", Timeline),
        new("GET", "analytics/api_usage/top", Top),
    ];

    private Response Timeline(ServiceCall call)
    {
        var (classifier, period) = Read(call);
        var group = CsvGroup(call);
        var report = UsageReport.Of(journal, period, classifier);
        return group is null ? UsageJson.Timeline(report) : UsageCsv.Timeline(report, classifier, group);
    }

    private Response Top(ServiceCall call)
    {
        var (classifier, period) = Read(call);
        var group = CsvGroup(call);
        var limit = call.Integer("limit", DefaultLimit, min: 1, MaxLimit);
        var report = UsageReport.Of(journal, period, classifier);
        return group is null ? UsageJson.Top(report, limit) : UsageCsv.Top(report, classifier, group, limit);
    }

    private (UsageClassifier Classifier, UsagePeriod Period) Read(ServiceCall call)
    {
        var classifier = UsageClassifier.Find(call.Parameter("classifier") ?? "", keys)
            ?? throw ServiceException.Invalid("classifier", "it has to be services, api_keys or service_credentials.");

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var first = journal.FirstOrDefault() is { } request ? DateOnly.FromDateTime(request.Timestamp.UtcDateTime) : today;
        var period = UsagePeriod.Find(call.Parameter("period") ?? throw ServiceException.Invalid("period", "it is required."), today, first);
        return period is not null && (period.IsDaily || !classifier.IsDailyOnly)
            ? (classifier, period)
            : throw new ServiceException(400, "period_not_found", $"There is no such period for the classifier {classifier.Name}.");
    }

    /// <summary>The requested group of a CSV file; null if JSON is requested.</summary>
    private static string? CsvGroup(ServiceCall call)
    {
        var group = call.Parameter("group");
        if (group is not null && !UsageReport.Groups.Contains(group))
            throw ServiceException.Invalid("group", "it has to be request, session or export.");
        return call.Parameter("format") switch
        {
            null or "json" => null,
            "csv" => group ?? throw ServiceException.Invalid("group", "CSV needs one."),
            _ => throw ServiceException.Invalid("format", "it has to be json or csv."),
        };
    }
}

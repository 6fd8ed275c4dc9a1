using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MapTiler.Emulator.Http;

namespace MapTiler.Emulator.Service.Analytics;

/// <summary>Writes reports as JSON.</summary>
internal static class UsageJson
{
    public static Response Timeline(UsageReport report) => Write(report, report.Series, report.Series.Select(series => new JsonObject
    {
        ["group_id"] = series.Group,
        ["item_id"] = series.Item.Id,
        ["data"] = new JsonArray([.. series.Values.Select(v => new JsonObject { ["date"] = Date(v.Date), ["value"] = v.Value })]),
    }));

    public static Response Top(UsageReport report, int limit)
    {
        var groups = report.Series.GroupBy(s => s.Group).Select(g => (g.Key, Series: g.Take(limit).ToArray())).ToArray();
        return Write(report, groups.SelectMany(g => g.Series), groups.Select(group => new JsonObject
        {
            ["group_id"] = group.Key,
            ["data"] = new JsonArray([.. group.Series.Select(s => new JsonObject { ["item_id"] = s.Item.Id, ["value"] = s.Total })]),
        }));
    }

    public static string Date(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private static Response Write(UsageReport report, IEnumerable<UsageSeries> shown, IEnumerable<JsonObject> datasets) => JsonResponse.Of(
        new JsonObject
        {
            ["since"] = Date(report.Period.Since),
            ["until"] = Date(report.Period.Until),
            ["datasets"] = new JsonArray([.. datasets]),
            ["legend"] = new JsonArray([.. shown.Select(s => s.Item).DistinctBy(i => i.Id).Select(item =>
                new JsonObject { ["item_id"] = item.Id, ["label"] = item.Label, ["description"] = item.Description })]),
        },
        isCacheable: false);
}

/// <summary>Writes one group of a report as a file of comma-separated values, with labels instead of ids.</summary>
internal static class UsageCsv
{
    public static Response Timeline(UsageReport report, UsageClassifier classifier, string group)
    {
        var csv = new StringBuilder("date,item,count\n");
        foreach (var series in report.Series.Where(s => s.Group == group))
        {
            foreach (var (date, value) in series.Values)
                csv.Append(CultureInfo.InvariantCulture, $"{UsageJson.Date(date)},{Quote(series.Item.Label)},{value}\n");
        }

        return Write(csv, $"timeline_{classifier.Name}_{group}", report.Period);
    }

    public static Response Top(UsageReport report, UsageClassifier classifier, string group, int limit)
    {
        var csv = new StringBuilder("item,count\n");
        foreach (var series in report.Series.Where(s => s.Group == group).Take(limit))
            csv.Append(CultureInfo.InvariantCulture, $"{Quote(series.Item.Label)},{series.Total}\n");
        return Write(csv, $"top{limit.ToString(CultureInfo.InvariantCulture)}_{classifier.Name}_{group}", report.Period);
    }

    private static Response Write(StringBuilder csv, string name, UsagePeriod period) => new()
    {
        Status = 200,
        ContentType = "text/csv; charset=utf-8",
        ContentDisposition = $"attachment; filename=\"{name}_{UsageJson.Date(period.Since)}_{UsageJson.Date(period.Until)}.csv\"",
        Body = Encoding.UTF8.GetBytes(csv.ToString()),
    };

    private static string Quote(string value) =>
        value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

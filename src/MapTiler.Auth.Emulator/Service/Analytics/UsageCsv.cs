using System.Globalization;
using System.Text;

namespace MapTiler.Emulator;

/// <summary>Writes one group of a report as a file of comma-separated values, with labels in the place of ids.</summary>
internal static class UsageCsv
{
    public static Response Timeline(UsageReport report, UsageClassifier classifier, string group)
    {
        var text = new StringBuilder("date,item,count\n");
        foreach (var series in report.Series.Where(s => s.Group == group))
        {
            foreach (var (date, value) in series.Values)
                text.Append(CultureInfo.InvariantCulture, $"{UsageJson.Date(date)},{Quote(series.Item.Label)},{value}\n");
        }

        return Write(text, $"timeline_{classifier.Name}_{group}", report.Period);
    }

    public static Response Top(UsageReport report, UsageClassifier classifier, string group, int limit)
    {
        var text = new StringBuilder("item,count\n");
        foreach (var series in report.Series.Where(s => s.Group == group).Take(limit))
            text.Append(CultureInfo.InvariantCulture, $"{Quote(series.Item.Label)},{series.Total}\n");
        return Write(text, $"top{limit.ToString(CultureInfo.InvariantCulture)}_{classifier.Name}_{group}", report.Period);
    }

    private static Response Write(StringBuilder text, string name, UsagePeriod period) => new()
    {
        Status = 200,
        ContentType = "text/csv; charset=utf-8",
        ContentDisposition = $"attachment; filename=\"{name}_{UsageJson.Date(period.Since)}_{UsageJson.Date(period.Until)}.csv\"",
        Body = Encoding.UTF8.GetBytes(text.ToString()),
    };

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

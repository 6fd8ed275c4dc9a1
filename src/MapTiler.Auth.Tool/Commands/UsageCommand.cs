using System.CommandLine;
using MapTiler.Service;
using Spectre.Console;

namespace MapTiler.Tool.Commands;

/// <summary><c>maptiler usage</c> shows the usage of an account: a chart by day and a table by API key, or rows of both in a pipe.</summary>
internal static class UsageCommand
{
    private static readonly Dictionary<string, AnalyticsPeriod> Periods = new()
    {
        ["current"] = AnalyticsPeriod.CurrentBillingPeriod,
        ["last"] = AnalyticsPeriod.LastBillingPeriod,
        ["30-days"] = AnalyticsPeriod.Past30Days,
        ["90-days"] = AnalyticsPeriod.Past90Days,
    };

    public static Command Create()
    {
        var period = new Option<string>("--period") { Description = "30-days, 90-days, or the current or last billing period", DefaultValueFactory = _ => "30-days" }.AcceptOnlyFromAmong([.. Periods.Keys]);
        return new Command("usage", "Show the usage of the account by day and by API key. It requires a service token") { period }.Runs(async (session, cancellationToken) =>
        {
            var analytics = session.Service.Analytics;
            var timeline = await analytics.GetTimelineAsync(Periods[session.Get(period)!], AnalyticsClassifier.Services, cancellationToken).ConfigureAwait(false);
            var top = await analytics.GetTopAsync(Periods[session.Get(period)!], AnalyticsClassifier.ApiKeys, cancellationToken: cancellationToken).ConfigureAwait(false);
            var usage = new UsageResult(
                Date(timeline.Since),
                Date(timeline.Until),
                [.. timeline.Series.SelectMany(series => series.Counts, (series, count) => (series.Group, count.Date, count.Value))
                    .Where(count => count.Date is not null)
                    .GroupBy(count => (count.Group, count.Date))
                    .OrderBy(day => day.Key.Date)
                    .Select(day => new DayUsage(Date(day.Key.Date)!.Value, day.Key.Group.Value, day.Sum(count => count.Value)))],
                [.. top.Items.Select(item => new KeyUsage(item.ItemId, item.Label, item.Group.Value, item.Value))]);
            session.Output.Write(usage, ToolJson.Default.UsageResult, console => Write(console, usage));
            return ExitCode.Ok;
        });
    }

    private static DateOnly? Date(DateTime? date) => date is { } value ? DateOnly.FromDateTime(value) : null;

    private static void Write(IAnsiConsole console, UsageResult usage)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            var days = usage.Days.Select(day => (string[])["day", $"{day.Date:yyyy-MM-dd}", day.Group, $"{day.Value}"]);
            console.WriteRows(["Row", "Day or API key", "Unit", "Usage"], days.Concat(usage.Keys.Select(key => (string[])["key", key.Name, key.Group, $"{key.Value}"])));
            return;
        }

        foreach (var group in usage.Days.GroupBy(day => day.Group))
        {
            console.WriteLine($"{group.Key}s, {usage.Since:yyyy-MM-dd} to {usage.Until:yyyy-MM-dd}: {group.Sum(day => day.Value):N0}");
            console.Write(new BarChart().UseValueFormatter(value => $"{value:N0}").AddItems(group, day => new BarChartItem($"{day.Date:MM-dd}", day.Value, Color.Blue)));
        }

        console.WriteRows(["API key", "Unit", "Usage"], usage.Keys.Select(key => (string[])[key.Name, key.Group, $"{key.Value:N0}"]));
    }
}

/// <summary>The JSON of <c>usage</c>.</summary>
/// <param name="Since">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Days">The usage by day and unit.</param>
/// <param name="Keys">The usage of the keys that are used most.</param>
internal sealed record UsageResult(DateOnly? Since, DateOnly? Until, IReadOnlyList<DayUsage> Days, IReadOnlyList<KeyUsage> Keys);

internal sealed record DayUsage(DateOnly Date, string Group, long Value);

internal sealed record KeyUsage(string? Id, string? Label, string Group, long Value)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public string Name => Label ?? Id ?? "";
}

namespace MapTiler.Emulator;

/// <summary>The usage in a period, computed from the journal.</summary>
/// <remarks>
/// As on a bill, a call with the parameter <c>mtsid</c> counts for a session, once, and any other one by its cost in
/// requests. There are no exports here.
/// </remarks>
internal sealed class UsageReport
{
    public static readonly string[] Groups = ["request", "session", "export"];

    private UsageReport(UsagePeriod period, IReadOnlyList<UsageSeries> series)
    {
        Period = period;
        Series = series;
    }

    public UsagePeriod Period { get; }

    /// <summary>Only of items that were used, those used most first.</summary>
    public IReadOnlyList<UsageSeries> Series { get; }

    public static UsageReport Of(IEnumerable<RecordedRequest> journal, UsagePeriod period, UsageClassifier classifier)
    {
        var sessions = new HashSet<(string, string)>();
        var counts = new Dictionary<(string Group, string ItemId), Dictionary<DateOnly, int>>();
        var items = new Dictionary<string, UsageItem>(StringComparer.Ordinal);
        foreach (var request in journal.Where(r => r.Cost > 0))
        {
            var day = DateOnly.FromDateTime(request.Timestamp.UtcDateTime);
            if (!period.Contains(day) || classifier.Classify(request) is not { } item)
                continue;

            var session = request.Query["mtsid"].ToString();
            if (session.Length > 0 && !sessions.Add((item.Id, session)))
                continue;
            items[item.Id] = item;
            var key = (session.Length > 0 ? "session" : "request", item.Id);
            if (!counts.TryGetValue(key, out var days))
                counts[key] = days = [];
            days[period.StepOf(day)] = days.GetValueOrDefault(period.StepOf(day)) + (session.Length > 0 ? 1 : request.Cost);
        }

        var series = counts.Select(c => new UsageSeries(
            c.Key.Group, items[c.Key.ItemId], [.. period.Steps.Select(step => (step, c.Value.GetValueOrDefault(step)))]));
        return new(period, [.. series.OrderByDescending(s => s.Total).ThenBy(s => s.Item.Id, StringComparer.Ordinal)]);
    }
}

using MapTiler.Emulator.Service.ApiKeys;

namespace MapTiler.Emulator.Service.Analytics;

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

/// <summary>How much was used of one item.</summary>
/// <param name="Group"><c>request</c>, <c>session</c> or <c>export</c>.</param>
/// <param name="Item">The item.</param>
/// <param name="Values">How much in each day or month of the period.</param>
internal sealed record UsageSeries(string Group, UsageItem Item, IReadOnlyList<(DateOnly Date, int Value)> Values)
{
    public int Total { get; } = Values.Sum(v => v.Value);
}

/// <summary>An item by which usage is grouped: a service, a key or a service credential.</summary>
internal sealed record UsageItem(string Id, string Label, string? Description = null);

/// <summary>How usage is grouped, and which periods are available for it.</summary>
internal sealed record UsageClassifier(string Name, bool IsDailyOnly, Func<RecordedRequest, UsageItem?> Classify)
{
    public static UsageClassifier? Find(string name, AccountKeys keys) => name switch
    {
        "services" => new(name, IsDailyOnly: false, request => UsageServices.Of(request.Path)),
        "api_keys" => new(name, IsDailyOnly: true, request => IsSigned(request) ? null : KeyOf(request, keys)),
        "service_credentials" => new(name, IsDailyOnly: true, request => IsSigned(request) ? Recorded(request) : null),
        _ => null,
    };

    private static bool IsSigned(RecordedRequest request) => request.SignatureCount > 0;

    /// <summary>With its current name; a deleted key with its last name.</summary>
    private static UsageItem? KeyOf(RecordedRequest request, AccountKeys keys) =>
        request.CredentialId is { } id && keys.Register.Find(id)?.Key.Settings is { } settings
            ? new(id.ToString(), settings.Name, settings.Description)
            : Recorded(request);

    private static UsageItem? Recorded(RecordedRequest request) =>
        request is { CredentialId: { } id, KeyName: { } name } ? new(id.ToString(), name) : null;
}

/// <summary>Which service a request is counted for.</summary>
internal static class UsageServices
{
    private static readonly UsageItem Tiles = new("tiles", "Tiles");
    private static readonly UsageItem Maps = new("rendered_maps_512", "Rendered maps (512px)");
    private static readonly UsageItem SmallMaps = new("rendered_maps_256", "Rendered maps (256px)");
    private static readonly UsageItem StaticMaps = new("static_maps", "Static maps");

    private static readonly Dictionary<string, UsageItem> Others = new(StringComparer.Ordinal)
    {
        ["coordinates"] = new("coordinates", "Coordinates"),
        ["data"] = new("datasets", "Datasets"),
        ["elevation"] = new("elevation", "Elevation"),
        ["geocoding"] = new("geocoding", "Geocoding"),
        ["images"] = new("images", "Images"),
        ["tiles"] = Tiles,
    };

    public static UsageItem Of(string path)
    {
        var segments = path.Split('/');
        return segments switch
        {
            ["", "maps", _, "static", ..] => StaticMaps,
            ["", "maps", _, "256", ..] => SmallMaps,
            ["", "maps", ..] => Maps,
            ["", var service, ..] when Others.TryGetValue(service, out var item) => item,
            _ => new("other", "Other"),
        };
    }
}

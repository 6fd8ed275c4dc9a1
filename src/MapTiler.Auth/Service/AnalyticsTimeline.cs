namespace MapTiler.Service;

/// <summary>The usage of an account over time. See <see href="https://docs.maptiler.com/cloud/admin-api/analytics/">the analytics in the Service API</see>.</summary>
public sealed class AnalyticsTimeline
{
    /// <summary>Gets or sets the first day of the period; <see langword="null"/> if the service does not return it.</summary>
    public DateTime? Since { get; set; }

    /// <summary>Gets or sets the last day of the period; <see langword="null"/> if the service does not return it.</summary>
    public DateTime? Until { get; set; }

    /// <summary>Gets or sets the series, one for each item and unit of usage; empty if nothing was used.</summary>
    public IReadOnlyList<AnalyticsSeries> Series { get => field ?? []; set; }
}

/// <summary>The usage of one item over time.</summary>
public sealed class AnalyticsSeries
{
    /// <summary>Gets or sets the unit of usage that is counted.</summary>
    public AnalyticsGroup Group { get; set; }

    /// <summary>Gets or sets the id of the item: a service, or the id of an API key or service credential.</summary>
    public string? ItemId { get; set; }

    /// <summary>Gets or sets the name of the item to display; <see langword="null"/> if it has none.</summary>
    public string? Label { get; set; }

    /// <summary>Gets or sets the description of the item; <see langword="null"/> if it has none.</summary>
    public string? Description { get; set; }

    /// <summary>Gets or sets the counts in chronological order, one for each day or month.</summary>
    public IReadOnlyList<AnalyticsCount> Counts { get => field ?? []; set; }

    /// <summary>Gets or sets the estimated count at the end of the current period; <see langword="null"/> if the service does not estimate it.</summary>
    public AnalyticsCount? Estimate { get; set; }

    /// <summary>Returns the unit of usage and the label or the id of the item.</summary>
    public override string ToString() => $"{Group} {Label ?? ItemId}".TrimEnd();
}

/// <summary>The usage on one day or in one month.</summary>
public sealed class AnalyticsCount
{
    /// <summary>Gets or sets the day, or the first day of the month; <see langword="null"/> if the service does not return it.</summary>
    public DateTime? Date { get; set; }

    /// <summary>Gets or sets the number of requests, sessions or exports, depending on <see cref="AnalyticsSeries.Group"/>.</summary>
    public long Value { get; set; }

    /// <summary>Returns the date and the count.</summary>
    public override string ToString() => FormattableString.Invariant($"{Date:yyyy-MM-dd}: {Value}");
}

namespace MapTiler.Service;

/// <summary>The most used items of an account. See <see href="https://docs.maptiler.com/cloud/admin-api/analytics/">the analytics in the Service API</see>.</summary>
public sealed class AnalyticsTop
{
    /// <summary>Gets or sets the first day of the period; <see langword="null"/> if the service does not return it.</summary>
    public DateTime? Since { get; set; }

    /// <summary>Gets or sets the last day of the period; <see langword="null"/> if the service does not return it.</summary>
    public DateTime? Until { get; set; }

    /// <summary>Gets or sets the items; within each unit of usage, the most used one is first. Empty if nothing was used.</summary>
    public IReadOnlyList<AnalyticsTopItem> Items { get => field ?? []; set; }
}

/// <summary>The usage of one item in one unit of usage.</summary>
public sealed class AnalyticsTopItem
{
    /// <summary>Gets or sets the unit of usage that is counted.</summary>
    public AnalyticsGroup Group { get; set; }

    /// <summary>Gets or sets the id of the item: a service, or the id of an API key or service credential.</summary>
    public string? ItemId { get; set; }

    /// <summary>Gets or sets the name of the item to display; <see langword="null"/> if it has none.</summary>
    public string? Label { get; set; }

    /// <summary>Gets or sets the description of the item; <see langword="null"/> if it has none.</summary>
    public string? Description { get; set; }

    /// <summary>Gets or sets the number of requests, sessions or exports, depending on <see cref="Group"/>.</summary>
    public long Value { get; set; }

    /// <summary>Returns the label or the id of the item and its count.</summary>
    public override string ToString() => FormattableString.Invariant($"{Label ?? ItemId}: {Value}");
}

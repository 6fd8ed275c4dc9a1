using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>The most used items of an account. See <see href="https://docs.maptiler.com/cloud/admin-api/analytics/">the analytics in the Service API</see>.</summary>
public sealed class AnalyticsTop
{
    /// <summary>Gets or sets the first day of the period; <see langword="null"/> if the service does not return it.</summary>
    [JsonPropertyName("since")]
    public DateTime? Since { get; set; }

    /// <summary>Gets or sets the last day of the period; <see langword="null"/> if the service does not return it.</summary>
    [JsonPropertyName("until")]
    public DateTime? Until { get; set; }

    /// <summary>Gets or sets the lists of items, one for each unit of usage; empty if nothing was used.</summary>
    [JsonPropertyName("datasets")]
    public IReadOnlyList<AnalyticsTopGroup> Groups { get => field ?? []; set => field = Lists.Known(value); }

    /// <summary>Gets or sets the labels of the items; empty if there are none.</summary>
    [JsonPropertyName("legend")]
    public IReadOnlyList<AnalyticsItem> Legend { get => field ?? []; set => field = Lists.Known(value); }
}

/// <summary>The most used items in one unit of usage.</summary>
public sealed class AnalyticsTopGroup
{
    /// <summary>Gets or sets the unit of usage that is counted.</summary>
    [JsonPropertyName("group_id")]
    public AnalyticsGroup Group { get; set; }

    /// <summary>Gets or sets the items, the most used one first.</summary>
    [JsonPropertyName("data")]
    public IReadOnlyList<AnalyticsTopItem> Items { get => field ?? []; set => field = Lists.Known(value); }
}

/// <summary>The usage of one item.</summary>
public sealed class AnalyticsTopItem
{
    /// <summary>Gets or sets the id of the item: a service, or the id of an API key or service credential. <see cref="AnalyticsTop.Legend"/> contains its label.</summary>
    [JsonPropertyName("item_id"), JsonConverter(typeof(MapTilerJsonConverter))]
    public string? ItemId { get; set; }

    /// <summary>Gets or sets the number of requests, sessions or exports, depending on <see cref="AnalyticsTopGroup.Group"/>.</summary>
    [JsonPropertyName("value")]
    public long Value { get; set; }

    /// <summary>Returns the id of the item and its count.</summary>
    public override string ToString() => FormattableString.Invariant($"{ItemId}: {Value}");
}

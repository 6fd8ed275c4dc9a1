using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>The use of one item over time.</summary>
public sealed record AnalyticsSeries
{
    /// <summary>What is counted.</summary>
    [JsonPropertyName("group_id")]
    public AnalyticsGroup Group { get; init; }

    /// <summary>The item: a service, the id of a key or of a credential; see the legend.</summary>
    [JsonPropertyName("item_id"), JsonConverter(typeof(TextJsonConverter))]
    public string? ItemId { get; init; }

    /// <summary>The counts in the order of time.</summary>
    [JsonPropertyName("data")]
    public IReadOnlyList<AnalyticsCount> Counts { get => field ?? []; init => field = Lists.Known(value); }

    /// <summary>What the running period is expected to come to; <see langword="null"/> where nothing is estimated.</summary>
    [JsonPropertyName("estimated_data")]
    public AnalyticsCount? Estimate { get; init; }
}

using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>The use of one item over time.</summary>
public sealed class AnalyticsSeries
{
    /// <summary>What is counted.</summary>
    [JsonPropertyName("group_id")]
    public AnalyticsGroup Group { get; set; }

    /// <summary>The item: a service, the id of a key or of a credential; see the legend.</summary>
    [JsonPropertyName("item_id"), JsonConverter(typeof(MapTilerJsonConverter))]
    public string? ItemId { get; set; }

    /// <summary>The counts in the order of time.</summary>
    [JsonPropertyName("data")]
    public IReadOnlyList<AnalyticsCount> Counts { get => field ?? []; set => field = Lists.Known(value); }

    /// <summary>What the running period is expected to come to; <see langword="null"/> where nothing is estimated.</summary>
    [JsonPropertyName("estimated_data")]
    public AnalyticsCount? Estimate { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Group} {ItemId}".TrimEnd();
}

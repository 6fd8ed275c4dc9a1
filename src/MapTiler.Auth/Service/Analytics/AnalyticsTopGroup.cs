using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>The items of one group, most used first.</summary>
public sealed record AnalyticsTopGroup
{
    /// <summary>What is counted.</summary>
    [JsonPropertyName("group_id")]
    public AnalyticsGroup Group { get; init; }

    /// <summary>The items.</summary>
    [JsonPropertyName("data")]
    public IReadOnlyList<AnalyticsTopItem> Items { get => field ?? []; init => field = Lists.Known(value); }
}

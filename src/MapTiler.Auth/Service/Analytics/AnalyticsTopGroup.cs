using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>The items of one group, most used first.</summary>
public sealed class AnalyticsTopGroup
{
    /// <summary>What is counted.</summary>
    [JsonPropertyName("group_id")]
    public AnalyticsGroup Group { get; set; }

    /// <summary>The items.</summary>
    [JsonPropertyName("data")]
    public IReadOnlyList<AnalyticsTopItem> Items { get => field ?? []; set => field = Lists.Known(value); }
}

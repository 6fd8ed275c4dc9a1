using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>Use over time.</summary>
public sealed record AnalyticsTimeline
{
    /// <summary>The first day.</summary>
    [JsonPropertyName("since")]
    public DateTime? Since { get; init; }

    /// <summary>The last day.</summary>
    [JsonPropertyName("until")]
    public DateTime? Until { get; init; }

    /// <summary>A series for each item and group.</summary>
    [JsonPropertyName("datasets")]
    public IReadOnlyList<AnalyticsSeries> Series { get => field ?? []; init => field = Lists.Known(value); }

    /// <summary>What the items are called.</summary>
    [JsonPropertyName("legend")]
    public IReadOnlyList<AnalyticsItem> Legend { get => field ?? []; init => field = Lists.Known(value); }
}

using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>Use over time.</summary>
public sealed class AnalyticsTimeline
{
    /// <summary>The first day.</summary>
    [JsonPropertyName("since")]
    public DateTime? Since { get; set; }

    /// <summary>The last day.</summary>
    [JsonPropertyName("until")]
    public DateTime? Until { get; set; }

    /// <summary>A series for each item and group.</summary>
    [JsonPropertyName("datasets")]
    public IReadOnlyList<AnalyticsSeries> Series { get => field ?? []; set => field = Lists.Known(value); }

    /// <summary>What the items are called.</summary>
    [JsonPropertyName("legend")]
    public IReadOnlyList<AnalyticsItem> Legend { get => field ?? []; set => field = Lists.Known(value); }
}

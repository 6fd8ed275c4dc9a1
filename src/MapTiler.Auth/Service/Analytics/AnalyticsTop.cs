using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>What was used most.</summary>
public sealed class AnalyticsTop
{
    /// <summary>The first day.</summary>
    [JsonPropertyName("since")]
    public DateTime? Since { get; set; }

    /// <summary>The last day.</summary>
    [JsonPropertyName("until")]
    public DateTime? Until { get; set; }

    /// <summary>A list for each group.</summary>
    [JsonPropertyName("datasets")]
    public IReadOnlyList<AnalyticsTopGroup> Groups { get => field ?? []; set => field = Lists.Known(value); }

    /// <summary>What the items are called.</summary>
    [JsonPropertyName("legend")]
    public IReadOnlyList<AnalyticsItem> Legend { get => field ?? []; set => field = Lists.Known(value); }
}

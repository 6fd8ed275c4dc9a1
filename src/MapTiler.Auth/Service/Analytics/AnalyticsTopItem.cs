using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>How often an item was used.</summary>
public sealed record AnalyticsTopItem
{
    /// <summary>The item: a service, the id of a key or of a credential; see the legend.</summary>
    [JsonPropertyName("item_id"), JsonConverter(typeof(TextJsonConverter))]
    public string? ItemId { get; init; }

    /// <summary>How often.</summary>
    [JsonPropertyName("value")]
    public long Value { get; init; }
}

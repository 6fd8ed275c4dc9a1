using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>What an item is called.</summary>
public sealed record AnalyticsItem
{
    /// <summary>The item.</summary>
    [JsonPropertyName("item_id"), JsonConverter(typeof(TextJsonConverter))]
    public string? ItemId { get; init; }

    /// <summary>Its name for people.</summary>
    [JsonPropertyName("label")]
    public string? Label { get; init; }

    /// <summary>What it is.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }
}

using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>What an item is called.</summary>
public sealed class AnalyticsItem
{
    /// <summary>The item.</summary>
    [JsonPropertyName("item_id"), JsonConverter(typeof(MapTilerJsonConverter))]
    public string? ItemId { get; set; }

    /// <summary>Its name for people.</summary>
    [JsonPropertyName("label")]
    public string? Label { get; set; }

    /// <summary>What it is.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Label ?? ItemId ?? "";
}

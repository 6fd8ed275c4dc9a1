using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>How often an item was used.</summary>
public sealed class AnalyticsTopItem
{
    /// <summary>The item: a service, the id of a key or of a credential; see the legend.</summary>
    [JsonPropertyName("item_id"), JsonConverter(typeof(MapTilerJsonConverter))]
    public string? ItemId { get; set; }

    /// <summary>How often.</summary>
    [JsonPropertyName("value")]
    public long Value { get; set; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{ItemId}: {Value}");
}

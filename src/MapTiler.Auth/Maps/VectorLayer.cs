using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>A layer of vector tiles.</summary>
public sealed class VectorLayer
{
    /// <summary>The name by which a style uses it.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>What it is about.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The smallest zoom that has it.</summary>
    [JsonPropertyName("minzoom"), JsonConverter(typeof(MapTilerJsonConverter))]
    public int? MinZoom { get; set; }

    /// <summary>The largest zoom that has it.</summary>
    [JsonPropertyName("maxzoom"), JsonConverter(typeof(MapTilerJsonConverter))]
    public int? MaxZoom { get; set; }

    /// <summary>Its attributes and what they are.</summary>
    [JsonPropertyName("fields"), JsonConverter(typeof(MapTilerJsonConverter))]
    public IReadOnlyDictionary<string, string> Fields { get => field ?? TextMapJsonConverter.Empty; set; }

    /// <inheritdoc/>
    public override string ToString() => Id ?? "";
}

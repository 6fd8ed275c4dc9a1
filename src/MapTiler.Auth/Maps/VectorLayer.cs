using System.Text.Json.Serialization;

namespace MapTiler;

/// <summary>A layer of vector tiles.</summary>
public sealed record VectorLayer
{
    /// <summary>The name by which a style uses it.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>What it is about.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>The smallest zoom that has it.</summary>
    [JsonPropertyName("minzoom"), JsonConverter(typeof(OptionalInt32JsonConverter))]
    public int? MinZoom { get; init; }

    /// <summary>The largest zoom that has it.</summary>
    [JsonPropertyName("maxzoom"), JsonConverter(typeof(OptionalInt32JsonConverter))]
    public int? MaxZoom { get; init; }

    /// <summary>Its attributes and what they are.</summary>
    [JsonPropertyName("fields"), JsonConverter(typeof(TextMapJsonConverter))]
    public IReadOnlyDictionary<string, string> Fields { get => field ?? TextMapJsonConverter.Empty; init; }
}

using System.Text.Json.Serialization;

namespace MapTiler.Coordinates;

/// <summary>The answer to a transformation. A point that has no place in the other system lacks its members.</summary>
internal sealed record TransformAnswer
{
    [JsonPropertyName("results")]
    public IReadOnlyList<TransformedPoint?> Results { get => field ?? []; init; }

    [JsonPropertyName("transformer_selection_strategy")]
    public string? Strategy { get; init; }
}

using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>What is to be made of the data.</summary>
internal sealed class IngestOutputBody
{
    [JsonPropertyName("type")]
    public required string Type { get; init; }
}

using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>What was uploaded.</summary>
internal sealed class IngestProcessBody
{
    [JsonPropertyName("upload_result")]
    public required IngestResultBody Result { get; init; }
}

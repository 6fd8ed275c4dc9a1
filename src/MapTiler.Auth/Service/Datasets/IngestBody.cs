using System.Text.Json;
using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>An ingest as the service answers it. The addresses of its parts are secrets, so it is not handed out.</summary>
internal sealed class IngestBody
{
    [JsonPropertyName("id")]
    public Guid? Id { get; init; }

    [JsonPropertyName("document_id")]
    public Guid? DocumentId { get; init; }

    [JsonPropertyName("state")]
    public string? State { get; init; }

    [JsonPropertyName("filename")]
    public string? Filename { get; init; }

    [JsonPropertyName("size")]
    public double? Size { get; init; }

    [JsonPropertyName("progress")]
    public double? Progress { get; init; }

    [JsonPropertyName("errors")]
    public JsonElement Errors { get; init; }

    [JsonPropertyName("upload")]
    public IngestUpload? Upload { get; init; }

    /// <exception cref="MapTilerException">The id is missing.</exception>
    public DatasetIngest ToIngest(Endpoint endpoint) => new()
    {
        Id = Id ?? throw new MapTilerException(MapTilerErrorReason.InvalidResponse, $"The answer to {endpoint.Template} has no id.") { Endpoint = endpoint.Template },
        DocumentId = DocumentId,
        State = new IngestState(State ?? ""),
        Filename = Filename,
        Size = Size is >= 0 and < long.MaxValue ? (long)Size : null,
        Progress = Progress is <= double.MaxValue ? Progress : null,
        Errors = [.. Messages(Errors)],
    };

    // Documented as a list of objects; an example of the service shows a single object.
    private static IEnumerable<string> Messages(JsonElement errors)
    {
        try
        {
            return errors.ValueKind switch
            {
                JsonValueKind.Array => errors.EnumerateArray().SelectMany(Messages),
                JsonValueKind.Object => errors.TryGetProperty("message", out var message) ? Messages(message) : [errors.GetRawText()],
                JsonValueKind.String => [errors.GetString()!],
                _ => [],
            };
        }
        catch (InvalidOperationException)
        {
            return [errors.GetRawText()]; // half of a surrogate pair: noticed only now
        }
    }
}

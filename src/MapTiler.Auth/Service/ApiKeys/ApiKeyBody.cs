using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>A key as the service answers it.</summary>
internal sealed class ApiKeyBody
{
    [JsonPropertyName("id")]
    public Guid? Id { get; init; }

    [JsonPropertyName("token")]
    public string? Token { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("user_agent")]
    public string? UserAgent { get; init; }

    [JsonPropertyName("origins")]
    public IReadOnlyList<string>? Origins { get; init; }

    [JsonPropertyName("created")]
    public DateTimeOffset? Created { get; init; }

    [JsonPropertyName("changed")]
    public DateTimeOffset? Changed { get; init; }

    /// <exception cref="MapTilerException">The id or the key is missing.</exception>
    public ApiKey ToKey(Endpoint endpoint) =>
        Id is { } id && !string.IsNullOrEmpty(Token)
            ? new ApiKey(id, Token!, this)
            : throw new MapTilerException(MapTilerErrorReason.InvalidResponse, $"The answer to {endpoint.Template} has no id or no key.") { Endpoint = endpoint.Template };
}

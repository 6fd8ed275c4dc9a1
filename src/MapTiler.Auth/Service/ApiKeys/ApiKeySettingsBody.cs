using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>The settings of a key as the service takes them: all members, since it replaces them all.</summary>
internal sealed class ApiKeySettingsBody
{
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("user_agent")]
    public string? UserAgent { get; init; }

    [JsonPropertyName("origins")]
    public required IReadOnlyList<string> Origins { get; init; }
}

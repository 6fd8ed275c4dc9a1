using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>A page of keys as the service answers it.</summary>
internal sealed class ApiKeyPage
{
    [JsonPropertyName("cursor")]
    public string? Cursor { get; init; }

    [JsonPropertyName("items")]
    public IReadOnlyList<ApiKeyBody> Items { get => field ?? []; init => field = Lists.Known(value); }
}

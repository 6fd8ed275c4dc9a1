using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>A tileset of an account.</summary>
public sealed record Tileset
{
    /// <summary>The id, as <c>client.Tiles</c> takes it.</summary>
    [JsonPropertyName("id")]
    public Guid Id { get; init; }

    /// <summary>The title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The description.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>Whom to name, as HTML.</summary>
    [JsonPropertyName("attribution")]
    public string? Attribution { get; init; }
}

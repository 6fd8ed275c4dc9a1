using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>A tileset of an account.</summary>
public sealed class Tileset
{
    /// <summary>The id, as <c>client.Tiles</c> takes it.</summary>
    [JsonPropertyName("id")]
    public Guid Id { get; set; }

    /// <summary>The title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    /// <summary>The description.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>Whom to name, as HTML.</summary>
    [JsonPropertyName("attribution")]
    public string? Attribution { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Title} ({Id})";
}

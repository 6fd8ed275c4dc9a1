using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>A tileset of an account. See <see href="https://docs.maptiler.com/cloud/admin-api/tilesets/">the tilesets in the Service API</see>.</summary>
public sealed class Tileset
{
    /// <summary>Gets or sets the id of the tileset, which <see cref="MapTilerClient.Tiles"/> accepts too.</summary>
    [JsonPropertyName("id"), JsonRequired]
    public Guid Id { get; set; }

    /// <summary>Gets or sets the title of the tileset; <see langword="null"/> if it has none.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    /// <summary>Gets or sets the description of the tileset; <see langword="null"/> if it has none.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>Gets or sets the attribution to show on maps, as HTML; <see langword="null"/> if none is required.</summary>
    [JsonPropertyName("attribution")]
    public string? Attribution { get; set; }

    /// <summary>Copies the metadata of the tileset, to change some of them.</summary>
    /// <returns>New metadata, in which a missing title or description is an empty string.</returns>
    public TilesetMetadata ToMetadata() => new() { Title = Title ?? "", Description = Description ?? "", Attribution = Attribution };

    /// <summary>Returns the title and the id of the tileset.</summary>
    public override string ToString() => $"{Title} ({Id})";
}

using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>A page of tilesets as the service answers it.</summary>
internal sealed class TilesetPage
{
    [JsonPropertyName("cursor")]
    public string? Cursor { get; init; }

    [JsonPropertyName("items")]
    public IReadOnlyList<Tileset> Items { get => field ?? []; init => field = Lists.Known(value); }
}

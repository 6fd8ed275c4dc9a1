namespace MapTiler.Emulator;

/// <summary>A tile set of the account.</summary>
internal sealed class AccountTileset(Guid id, EmulatedTileset tileset) : AccountItem(id)
{
    public EmulatedTileset Tileset => tileset;

    /// <summary>The same tiles with another description.</summary>
    public AccountTileset With(string title, string description, string? attribution) => new(Id, new(tileset.Id)
    {
        Name = title,
        Description = description,
        Attribution = attribution,
        Format = tileset.Format,
        MinZoom = tileset.MinZoom,
        MaxZoom = tileset.MaxZoom,
        VectorLayers = tileset.VectorLayers,
        Tiles = tileset.Tiles,
    });
}

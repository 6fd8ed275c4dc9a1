using MapTiler.Emulator.Tiles;

namespace MapTiler.Emulator.Service.Tilesets;

/// <summary>The tilesets of the account. The Service API lists those whose id is a UUID, as all ids of MapTiler Cloud are.</summary>
internal sealed class AccountTilesets(TilesetCatalog catalog)
{
    public AccountRegister<AccountTileset> Register { get; } = new();

    public void Add(EmulatedTileset tileset)
    {
        catalog.Add(tileset.Id, new AddedTileset(tileset));
        if (Guid.TryParseExact(tileset.Id, "D", out var id))
            Register.Add(new(id, tileset));
    }

    public AccountTileset Change(Guid id, string title, string description, string? attribution)
    {
        var changed = Register.Get(id).With(title, description, attribution);
        Register.Replace(changed);
        catalog.Add(changed.Tileset.Id, new AddedTileset(changed.Tileset));
        return changed;
    }

    public void Delete(Guid id) => catalog.Remove(Register.Delete(id).Tileset.Id);
}

/// <summary>A tileset of the account.</summary>
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

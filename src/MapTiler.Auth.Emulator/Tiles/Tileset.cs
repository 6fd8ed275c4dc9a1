namespace MapTiler.Emulator;

/// <summary>Tiles behind one id.</summary>
internal abstract class Tileset
{
    public abstract TilesetDescription Description { get; }

    /// <summary>The tile, or null where there is none. The address is within the zooms of the description.</summary>
    public abstract byte[]? Render(TileCoordinate tile);
}

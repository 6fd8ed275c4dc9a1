namespace MapTiler.Emulator;

/// <summary>Tiles behind one id.</summary>
internal abstract class Tileset
{
    public abstract TilesetDescription Description { get; }

    /// <summary>The tile, or null if there is none. The zoom level is within the range of the description.</summary>
    public abstract byte[]? Render(TileCoordinate tile);
}

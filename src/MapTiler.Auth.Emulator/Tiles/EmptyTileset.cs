namespace MapTiler.Emulator;

/// <summary>A tileset for which there is no open data: described like the real one, and without features.</summary>
internal sealed class EmptyTileset(TilesetDescription description) : Tileset
{
    public override TilesetDescription Description => description;

    public override byte[]? Render(TileCoordinate tile) => null;
}

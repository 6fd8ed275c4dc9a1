namespace MapTiler.Emulator;

/// <summary>Tiles behind one id.</summary>
internal interface ITileset
{
    TilesetDescription Description { get; }

    /// <summary>The tile, or null where there is none. The address is within the zooms of the description.</summary>
    byte[]? Render(TileAddress tile);
}

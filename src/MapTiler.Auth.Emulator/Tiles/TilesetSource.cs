namespace MapTiler.Emulator;

/// <summary>A service that offers tiles: <c>maps</c> or <c>tiles</c>.</summary>
internal abstract class TilesetSource
{
    /// <summary>The first segment of its paths.</summary>
    public abstract string Service { get; }

    /// <summary>The description of a tileset in the requested tile size, or in its own size for null; null if it does not exist.</summary>
    public abstract TilesetDescription? Describe(string id, string? tileSize);
}

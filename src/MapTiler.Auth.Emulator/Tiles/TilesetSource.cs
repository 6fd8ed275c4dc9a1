namespace MapTiler.Emulator;

/// <summary>A service that offers tiles: <c>maps</c> or <c>tiles</c>.</summary>
internal abstract class TilesetSource
{
    /// <summary>The first segment of its paths.</summary>
    public abstract string Service { get; }

    /// <summary>What an id offers, in the size that a path asks for or in its own; null if there is no such thing.</summary>
    public abstract TilesetDescription? Describe(string id, string? tileSize);
}

using System.Diagnostics;

namespace MapTiler.Emulator;

/// <summary>A tileset of an account, for <see cref="MapTilerEmulator.Add(EmulatedTileset)"/>. A tile that it does not have is 204.</summary>
[DebuggerDisplay("{Id,nq}")]
public sealed class EmulatedTileset
{
    private int _maxZoom = 14;

    /// <summary>Creates a tile set.</summary>
    /// <param name="id">Its id as it stands in URLs, decoded; the service's own are UUIDs.</param>
    public EmulatedTileset(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Id = id;
        Name = id;
    }

    /// <summary>The id as it stands in URLs, decoded.</summary>
    public string Id { get; }

    /// <summary>The title in TileJSON.</summary>
    /// <value>The default is the id.</value>
    public string Name { get; init; }

    /// <summary>The description in TileJSON.</summary>
    /// <value>The default is empty.</value>
    public string Description { get; init; } = "";

    /// <summary>HTML; null leaves it out of TileJSON.</summary>
    /// <value>The default is null.</value>
    public string? Attribution { get; init; }

    /// <summary>The extension of the tiles: <c>pbf</c>, <c>png</c>, <c>jpg</c> or <c>webp</c>. Decides the content type.</summary>
    /// <value>The default is <c>pbf</c>.</value>
    public string Format { get; init; } = "pbf";

    /// <summary>The lowest zoom, 0 to 30; tiles below it are out of bounds.</summary>
    /// <value>The default is 0.</value>
    public int MinZoom { get; init; }

    /// <summary>The highest zoom, 0 to 30; tiles above it are out of bounds.</summary>
    /// <value>The default is 14.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not within 0 to 30.</exception>
    public int MaxZoom
    {
        get => _maxZoom;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 30);
            _maxZoom = value;
        }
    }

    /// <summary>The names of the layers of vector tiles.</summary>
    /// <value>The default is empty.</value>
    public IReadOnlyList<string> VectorLayers { get; init; } = [];

    /// <summary>
    /// Makes the tile of a zoom, column and row; null for one that is absent. May be called at the same time by several
    /// requests. A single tile is easier added by <see cref="MapTilerEmulator.AddTile"/>.
    /// </summary>
    /// <value>The default has no tile.</value>
    public Func<int, int, int, byte[]?> Tiles { get; init; } = (_, _, _) => null;

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}

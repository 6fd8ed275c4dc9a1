using System.Diagnostics;

namespace MapTiler.Emulator;

/// <summary>
/// A tileset of an account, for <see cref="MapTilerEmulator.Add(EmulatedTileset)"/>. The response to a request for a tile that it does
/// not contain is 204.
/// </summary>
[DebuggerDisplay("{Id,nq}")]
public sealed class EmulatedTileset
{
    private int _maxZoom = 14;

    /// <summary>Creates a tileset.</summary>
    /// <param name="id">The id of the tileset, not percent-encoded. The ids of tilesets in MapTiler Cloud are UUIDs.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty.</exception>
    public EmulatedTileset(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Id = id;
        Name = id;
    }

    /// <summary>The id of the tileset, not percent-encoded.</summary>
    public string Id { get; }

    /// <summary>The name of the tileset in TileJSON.</summary>
    /// <value>The default is the id.</value>
    public string Name { get; init; }

    /// <summary>The description of the tileset in TileJSON.</summary>
    /// <value>The default is empty.</value>
    public string Description { get; init; } = "";

    /// <summary>The attribution of the tileset in TileJSON, as HTML.</summary>
    /// <value>The default is null: TileJSON has no attribution.</value>
    public string? Attribution { get; init; }

    /// <summary>
    /// The file extension of the tiles: <c>pbf</c>, <c>png</c>, <c>jpg</c> or <c>webp</c>. It determines the content type of the tiles.
    /// </summary>
    /// <value>The default is <c>pbf</c>.</value>
    public string Format { get; init; } = "pbf";

    /// <summary>The lowest zoom level, from 0 to 30. Requests for tiles of lower zoom levels fail with 400.</summary>
    /// <value>The default is 0.</value>
    public int MinZoom { get; init; }

    /// <summary>The highest zoom level, from 0 to 30. Requests for tiles of higher zoom levels fail with 400.</summary>
    /// <value>The default is 14.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 30.</exception>
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

    /// <summary>The names of the layers of vector tiles, for TileJSON.</summary>
    /// <value>The default is empty.</value>
    public IReadOnlyList<string> VectorLayers { get; init; } = [];

    /// <summary>
    /// Returns the content of the tile at a zoom level, column and row, or null if there is no such tile. Several requests can call
    /// this function at the same time. To add a single tile, use <see cref="MapTilerEmulator.AddTile"/>.
    /// </summary>
    /// <value>The default returns null for all tiles.</value>
    public Func<int, int, int, byte[]?> Tiles { get; init; } = (_, _, _) => null;

    /// <summary>Returns the id of the tileset.</summary>
    public override string ToString() => Id;
}

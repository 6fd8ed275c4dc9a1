using System.Collections.Concurrent;
using System.Diagnostics;

namespace MapTiler.Emulator;

/// <summary>
/// A large image of an account, cut into tiles, for <see cref="MapTilerEmulator.Add(EmulatedImage)"/>. Its upper left corner
/// lies in that of the pyramid, and its highest zoom has its own pixels. The tiles are drawn unless they are added.
/// </summary>
[DebuggerDisplay("{Id,nq}")]
public sealed class EmulatedImage
{
    private readonly ConcurrentDictionary<TileCoordinate, byte[]> _tiles = new();
    private int _tileSize = 512;

    /// <summary>Creates an image.</summary>
    /// <param name="id">Its id as it stands in URLs, decoded; the service's own are UUIDs.</param>
    /// <param name="width">In pixels, at least 1.</param>
    /// <param name="height">In pixels, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is less than 1.</exception>
    public EmulatedImage(string id, int width, int height)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Id = id;
        Width = width;
        Height = height;
    }

    /// <summary>The id as it stands in URLs, decoded.</summary>
    public string Id { get; }

    /// <summary>In pixels.</summary>
    public int Width { get; }

    /// <summary>In pixels.</summary>
    public int Height { get; }

    /// <summary>A text about it; null leaves it out.</summary>
    /// <value>The default is null.</value>
    public string? Description { get; init; }

    /// <summary>HTML; null leaves it out.</summary>
    /// <value>The default is null.</value>
    public string? Attribution { get; init; }

    /// <summary>The side of a tile in pixels.</summary>
    /// <value>The default is 512.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int TileSize
    {
        get => _tileSize;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _tileSize = value;
        }
    }

    /// <summary>The zoom at which a pixel of a tile is one of the image.</summary>
    public int MaxZoom => (int)Math.Ceiling(Math.Log2(Math.Max(1, Math.Max(Width, Height) / (double)TileSize)));

    /// <summary>Puts one tile in the place of the drawn one.</summary>
    /// <param name="z">The zoom.</param>
    /// <param name="x">The column, from the left.</param>
    /// <param name="y">The row, from above.</param>
    /// <param name="content">An image; the content type is that of png.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such tile at this zoom, or no such zoom.</exception>
    public void AddTile(int z, int x, int y, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        _tiles[TileCoordinate.Create(z, x, y)] = content;
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>The tile, or null beside the image.</summary>
    internal byte[]? Render(TileCoordinate tile)
    {
        if (_tiles.TryGetValue(tile, out var content))
            return content;
        var pixelsPerTile = (long)TileSize << (MaxZoom - tile.Z);
        return tile.X * pixelsPerTile < Width && tile.Y * pixelsPerTile < Height
            ? ImagePainter.Draw(this, tile, pixelsPerTile)
            : null;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using MapTiler.Emulator.Images;
using MapTiler.Emulator.Tiles;

namespace MapTiler.Emulator;

/// <summary>A large image of an account, served as tiles, for <see cref="MapTilerEmulator.Add(EmulatedImage)"/>.</summary>
/// <remarks>
/// The top left corners of the image and of the tile at zoom level 0 coincide. At the highest zoom level, one pixel of a tile is one
/// pixel of the image. The emulator draws all tiles that are not added with <see cref="AddTile"/>.
/// </remarks>
[DebuggerDisplay("{Id,nq}")]
public sealed class EmulatedImage
{
    private readonly ConcurrentDictionary<TileCoordinate, byte[]> _tiles = new();
    private int _tileSize = 512;

    /// <summary>Creates an image.</summary>
    /// <param name="id">The id of the image, not percent-encoded. The ids of images in MapTiler Cloud are UUIDs.</param>
    /// <param name="width">The width in pixels, at least 1.</param>
    /// <param name="height">The height in pixels, at least 1.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The width or the height is less than 1.</exception>
    public EmulatedImage(string id, int width, int height)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Id = id;
        Width = width;
        Height = height;
    }

    /// <summary>The id of the image, not percent-encoded.</summary>
    public string Id { get; }

    /// <summary>The width in pixels.</summary>
    public int Width { get; }

    /// <summary>The height in pixels.</summary>
    public int Height { get; }

    /// <summary>The description of the image.</summary>
    /// <value>The default is null: the response has no description.</value>
    public string? Description { get; init; }

    /// <summary>The attribution of the image, as HTML.</summary>
    /// <value>The default is null: the response has no attribution.</value>
    public string? Attribution { get; init; }

    /// <summary>The width and height of a tile in pixels.</summary>
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

    /// <summary>The highest zoom level, at which one pixel of a tile is one pixel of the image.</summary>
    public int MaxZoom => (int)Math.Ceiling(Math.Log2(Math.Max(1, Math.Max(Width, Height) / (double)TileSize)));

    /// <summary>Replaces the drawn tile with another one.</summary>
    /// <param name="z">The zoom level.</param>
    /// <param name="x">The column, counted from the left.</param>
    /// <param name="y">The row, counted from the top.</param>
    /// <param name="content">The content of the tile. The content type of the response is <c>image/png</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no tile with these coordinates.</exception>
    public void AddTile(int z, int x, int y, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        _tiles[TileCoordinate.Create(z, x, y)] = content;
    }

    /// <summary>Returns the id of the image.</summary>
    public override string ToString() => Id;

    /// <summary>Returns the tile, or null if it does not overlap the image.</summary>
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

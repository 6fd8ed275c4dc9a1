namespace MapTiler;

/// <summary>The pixels of a picture: rows from the top, in each row pixels from the left, of each pixel red, green, blue and alpha.</summary>
public sealed class RgbaImage
{
    private readonly ReadOnlyMemory<byte> _pixels;

    /// <summary>Wraps pixels without copying them.</summary>
    /// <param name="width">The width in pixels.</param>
    /// <param name="height">The height in pixels.</param>
    /// <param name="pixels">Four bytes for each pixel; alpha not multiplied into the colours.</param>
    /// <exception cref="ArgumentException">There are not four bytes for each pixel.</exception>
    public RgbaImage(int width, int height, ReadOnlyMemory<byte> pixels)
    {
        if (width < 1)
            throw new ArgumentOutOfRangeException(nameof(width), "A picture has at least one pixel.");
        if (height < 1)
            throw new ArgumentOutOfRangeException(nameof(height), "A picture has at least one pixel.");
        if (pixels.Length != 4L * width * height)
            throw new ArgumentException($"A picture of {width} by {height} pixels has {4L * width * height} bytes as red, green, blue, alpha.", nameof(pixels));

        Width = width;
        Height = height;
        _pixels = pixels;
    }

    /// <summary>The width in pixels.</summary>
    public int Width { get; }

    /// <summary>The height in pixels.</summary>
    public int Height { get; }

    /// <summary>The red, green, blue and alpha of a pixel.</summary>
    /// <param name="x">The column, from 0 at the left.</param>
    /// <param name="y">The row, from 0 at the top.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pixel.</exception>
    public (byte Red, byte Green, byte Blue, byte Alpha) PixelAt(int x, int y)
    {
        if (x < 0 || x >= Width)
            throw new ArgumentOutOfRangeException(nameof(x), $"The picture has columns 0 to {Width - 1}.");
        if (y < 0 || y >= Height)
            throw new ArgumentOutOfRangeException(nameof(y), $"The picture has rows 0 to {Height - 1}.");

        var pixel = _pixels.Span.Slice(4 * (y * Width + x), 4);
        return (pixel[0], pixel[1], pixel[2], pixel[3]);
    }

    /// <summary>The red, green, blue and alpha of the pixel in which a place lies, where the picture is a tile.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="place">A place in the tile, as <see cref="TileCoordinate.FromLngLat"/> means it.</param>
    /// <exception cref="ArgumentException">The place lies in another tile.</exception>
    public (byte Red, byte Green, byte Blue, byte Alpha) PixelAt(TileCoordinate tile, LngLat place)
    {
        if (TileCoordinate.FromLngLat(place, tile.Z) != tile)
            throw new ArgumentException("The place lies in another tile. TileCoordinate.FromLngLat finds the one in which it lies.", nameof(place));

        var (x, y) = TileGrid.Part(tile, place);
        return PixelAt(Within(x * Width, Width), Within(y * Height, Height));
    }

    // A place at the edge of the world lies beside the last pixel.
    private static int Within(double pixel, int count) => (int)Math.Min(Math.Max(pixel, 0), count - 1);
}

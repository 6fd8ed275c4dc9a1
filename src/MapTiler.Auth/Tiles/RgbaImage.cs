namespace MapTiler.Tiles;

/// <summary>A decoded image: rows from top to bottom, pixels from left to right, and four bytes for each pixel (red, green, blue, alpha).</summary>
public sealed class RgbaImage
{
    private readonly ReadOnlyMemory<byte> _pixels;

    /// <summary>Creates an image from pixels, which are not copied.</summary>
    /// <param name="width">The width in pixels, 1 or more.</param>
    /// <param name="height">The height in pixels, 1 or more.</param>
    /// <param name="pixels">Four bytes for each pixel: red, green, blue and alpha. The colors are not premultiplied by alpha.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> or <paramref name="height"/> is less than 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="pixels"/> does not have four bytes for each pixel.</exception>
    public RgbaImage(int width, int height, ReadOnlyMemory<byte> pixels)
    {
        if (width < 1)
            throw new ArgumentOutOfRangeException(nameof(width), $"The width {width} is not valid. An image has at least one pixel. Pass the width in pixels.");
        if (height < 1)
            throw new ArgumentOutOfRangeException(nameof(height), $"The height {height} is not valid. An image has at least one pixel. Pass the height in pixels.");
        if (pixels.Length != 4L * width * height)
        {
            throw new ArgumentException(
                $"An image of {width} by {height} pixels has {4L * width * height} bytes, but {pixels.Length} were passed. The pixels may have another format. Pass red, green, blue and alpha of each pixel.",
                nameof(pixels));
        }

        Width = width;
        Height = height;
        _pixels = pixels;
    }

    /// <summary>The width of the image in pixels.</summary>
    public int Width { get; }

    /// <summary>The height of the image in pixels.</summary>
    public int Height { get; }

    /// <summary>Returns the red, green, blue and alpha of a pixel, each 0 to 255.</summary>
    /// <param name="x">The column of the pixel, from 0 at the left.</param>
    /// <param name="y">The row of the pixel, from 0 at the top.</param>
    /// <exception cref="ArgumentOutOfRangeException">The image does not have such a column or row.</exception>
    public (byte Red, byte Green, byte Blue, byte Alpha) PixelAt(int x, int y)
    {
        if (x < 0 || x >= Width)
            throw new ArgumentOutOfRangeException(nameof(x), $"There is no column {x}. The image has the columns 0 to {Width - 1}.");
        if (y < 0 || y >= Height)
            throw new ArgumentOutOfRangeException(nameof(y), $"There is no row {y}. The image has the rows 0 to {Height - 1}.");

        var pixel = _pixels.Span.Slice(4 * (y * Width + x), 4);
        return (pixel[0], pixel[1], pixel[2], pixel[3]);
    }

    /// <summary>Returns the red, green, blue and alpha, each 0 to 255, of the pixel that contains a location, for an image that is a tile.</summary>
    /// <param name="tile">The coordinate of the tile.</param>
    /// <param name="location">A location in the tile, as <see cref="TileCoordinate.FromLngLat"/> assigns it.</param>
    /// <exception cref="ArgumentException"><paramref name="location"/> is in another tile.</exception>
    public (byte Red, byte Green, byte Blue, byte Alpha) PixelAt(TileCoordinate tile, LngLat location)
    {
        if (TileCoordinate.FromLngLat(location, tile.Z) != tile)
            throw new ArgumentException($"The location is not in the tile {tile}. It is in another tile of the zoom. Find the tile by TileCoordinate.FromLngLat.", nameof(location));

        var (x, y) = TileGrid.Part(tile, location);
        return PixelAt(Clamp(x * Width, Width), Clamp(y * Height, Height));
    }

    /// <summary>Returns the size of the image in pixels.</summary>
    public override string ToString() => FormattableString.Invariant($"{Width} x {Height} pixels");

    // A location on the eastern or southern edge of the world would be the pixel after the last one.
    private static int Clamp(double pixel, int count) => (int)Math.Min(Math.Max(pixel, 0), count - 1);
}

/// <summary>Decodes an image file (PNG, WebP or JPEG) into pixels, without color management.</summary>
/// <param name="file">The bytes of the image file.</param>
/// <returns>The pixels, whose alpha is not premultiplied.</returns>
/// <example>With SkiaSharp:
/// <code>
/// ImageDecoder decoder = file =&gt;
/// {
///     using var codec = SKCodec.Create(SKData.CreateCopy(file.Span));
///     var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
///     var pixels = new byte[info.BytesSize];
///     using var bitmap = SKBitmap.Decode(codec, info);
///     bitmap.GetPixelSpan().CopyTo(pixels);
///     return new RgbaImage(info.Width, info.Height, pixels);
/// };
/// </code>
/// </example>
public delegate RgbaImage ImageDecoder(ReadOnlyMemory<byte> file);

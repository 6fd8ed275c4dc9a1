namespace MapTiler.Maps;

/// <summary>Options of the raster tiles of a map: size, resolution and format.</summary>
public sealed class RasterTileOptions
{
    /// <summary>
    /// The size of a tile on the map in pixels, 512 or 256. A map library whose zooms refer to tiles of 256 pixels needs 256; otherwise its labels are too small.
    /// A tile of 512 pixels costs 4 requests, a tile of 256 pixels costs 1.
    /// </summary>
    /// <value>The default is 512.</value>
    public int TileSize { get; set; } = 512;

    /// <summary>Whether tiles have twice the pixels for the same area (<c>@2x</c>), for high-DPI screens. The cost is the same.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool HighDpi { get; set; }

    /// <summary>The image format of the tiles.</summary>
    /// <value>The default is <see cref="ImageFormat.Png"/>.</value>
    public ImageFormat Format { get; set; }
}

/// <summary>The formats of the images that MapTiler renders.</summary>
public enum ImageFormat
{
    /// <summary>PNG, which is lossless and supports transparency.</summary>
    Png,

    /// <summary>JPEG, which is small for photographs such as satellite images.</summary>
    Jpeg,

    /// <summary>WebP, which is smaller than PNG and JPEG.</summary>
    WebP,
}

/// <summary>Converts image formats to file extensions of the service.</summary>
internal static class ImageFormatExtensions
{
    public static string Extension(this ImageFormat format) => format switch
    {
        ImageFormat.Png => ".png",
        ImageFormat.Jpeg => ".jpg",
        ImageFormat.WebP => ".webp",
        _ => throw Guard.OptionRange("Format", $"The image format {format} does not exist. Use a member of {nameof(ImageFormat)}."),
    };
}

namespace MapTiler.Maps;

/// <summary>Which raster tiles of a map to get.</summary>
public sealed class RasterTileOptions
{
    /// <summary>
    /// The size of a tile on the map in pixels, 512 or 256. A map control that counts zooms in tiles of 256 pixels needs 256, else its
    /// labels are too small. A tile of 512 pixels costs 4 requests, one of 256 costs 1.
    /// </summary>
    /// <value>The default is 512.</value>
    public int TileSize { get; set; } = 512;

    /// <summary>Twice the pixels for the same area (<c>@2x</c>), for sharp screens. Costs the same.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool HighDpi { get; set; }

    /// <summary>The format of the picture.</summary>
    /// <value>The default is <see cref="ImageFormat.Png"/>.</value>
    public ImageFormat Format { get; set; }
}

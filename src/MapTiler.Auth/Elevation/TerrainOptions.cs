namespace MapTiler.Elevation;

/// <summary>From which terrain tiles heights are computed.</summary>
public sealed class TerrainOptions
{
    /// <summary>The tileset: terrain as RGB, where red, green and blue hold tenths of a metre above -10,000 m.</summary>
    /// <value>The default is <c>terrain-rgb-v2</c>.</value>
    public string TilesetId { get; set; } = Tiles.TilesetIds.TerrainRgbV2;

    /// <summary>The zoom of the tiles: a lower one needs fewer tiles and is coarser. Beyond the last zoom of the tileset that one is taken.</summary>
    /// <value>The default is <see langword="null"/>: the last zoom of the tileset.</value>
    public int? Zoom { get; set; }

    /// <summary>The unit of the heights.</summary>
    /// <value>The default is <see cref="ElevationUnit.Meters"/>.</value>
    public ElevationUnit Unit { get; set; }

    /// <summary>How many tiles are asked at the same time, 1 or more.</summary>
    /// <value>The default is 4.</value>
    public int MaxConcurrency { get; set; } = 4;
}

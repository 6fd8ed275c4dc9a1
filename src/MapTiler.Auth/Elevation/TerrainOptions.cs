using MapTiler.Tiles;

namespace MapTiler.Elevation;

/// <summary>The options of <see cref="ElevationClient.ComputeAsync(IAsyncEnumerable{LngLat}, ImageDecoder, TerrainOptions?, int, CancellationToken)"/>.</summary>
public sealed class TerrainOptions
{
    /// <summary>The id of a terrain RGB tileset, whose pixels contain the elevation in steps of 0.1 m above -10,000 m.</summary>
    /// <value>The default is <see cref="TilesetIds.TerrainRgbV2"/>.</value>
    public string TilesetId { get; set; } = TilesetIds.TerrainRgbV2;

    /// <summary>The zoom level of the tiles, 0 to 30. A lower zoom needs fewer tiles and is less accurate. A zoom above the maximum of the tileset means that maximum.</summary>
    /// <value>The default is <see langword="null"/>: the maximum zoom of the tileset.</value>
    public int? Zoom { get; set; }

    /// <summary>The unit of the elevations.</summary>
    /// <value>The default is <see cref="ElevationUnit.Meters"/>.</value>
    public ElevationUnit Unit { get; set; }
}

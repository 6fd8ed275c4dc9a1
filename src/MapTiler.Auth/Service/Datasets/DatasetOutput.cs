namespace MapTiler.Service;

/// <summary>What the service makes of data. The set is open.</summary>
/// <param name="Value">The name that the service uses.</param>
public readonly record struct DatasetOutput(string Value)
{
    /// <summary>Tiles of pictures.</summary>
    public static DatasetOutput RasterTileset { get; } = new("raster_tileset");

    /// <summary>Terrain as RGB tiles.</summary>
    public static DatasetOutput RasterTerrain { get; } = new("raster_terrain");

    /// <summary>Features, as the Data API gives them.</summary>
    public static DatasetOutput VectorFeatures { get; } = new("vector_features");

    /// <summary>Terrain as vector tiles.</summary>
    public static DatasetOutput VectorTerrain { get; } = new("vector_terrain");

    /// <summary>Vector tiles.</summary>
    public static DatasetOutput VectorTileset { get; } = new("vector_tileset");

    /// <summary>A picture in tiles, not of the Earth.</summary>
    public static DatasetOutput Image { get; } = new("image");

    /// <summary>The name that the service uses.</summary>
    public override string ToString() => Value ?? "";
}

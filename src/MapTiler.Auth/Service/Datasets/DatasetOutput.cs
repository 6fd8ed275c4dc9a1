namespace MapTiler.Service;

/// <summary>What the service makes of data. The set is open.</summary>
public readonly record struct DatasetOutput
{
    private readonly string? _value;

    /// <summary>Creates a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses.</param>
    public DatasetOutput(string value) => _value = value;

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
    public string Value => _value ?? "";

    /// <summary>Converts a string to a value, which need not be listed here.</summary>
    /// <param name="value">The name that the service uses.</param>
    public static implicit operator DatasetOutput(string value) => new(value);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}

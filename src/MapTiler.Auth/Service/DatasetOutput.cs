using System.Text.Json.Serialization;

namespace MapTiler.Service;

/// <summary>
/// The kind of dataset that MapTiler creates from uploaded data. MapTiler may add values: any string is a valid value and converts implicitly.
/// See <see href="https://docs.maptiler.com/cloud/admin-api/tileset_ingest/">the ingest in the Service API</see>.
/// </summary>
[JsonConverter(typeof(MapTilerJsonConverter))]
public readonly record struct DatasetOutput
{
    private readonly string? _value;

    /// <summary>Creates a value, including one that this type has no member for.</summary>
    /// <param name="value">The name of the output type in the Service API.</param>
    public DatasetOutput(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the output type <c>raster_tileset</c>: raster tiles, such as from aerial images.</summary>
    public static DatasetOutput RasterTileset { get; } = new("raster_tileset");

    /// <summary>Gets the output type <c>raster_terrain</c>: elevation encoded in the colors of raster tiles (terrain RGB).</summary>
    public static DatasetOutput RasterTerrain { get; } = new("raster_terrain");

    /// <summary>Gets the output type <c>vector_features</c>: features that the Data API returns as GeoJSON.</summary>
    public static DatasetOutput VectorFeatures { get; } = new("vector_features");

    /// <summary>Gets the output type <c>vector_terrain</c>: terrain as vector tiles.</summary>
    public static DatasetOutput VectorTerrain { get; } = new("vector_terrain");

    /// <summary>Gets the output type <c>vector_tileset</c>: features as vector tiles.</summary>
    public static DatasetOutput VectorTileset { get; } = new("vector_tileset");

    /// <summary>Gets the output type <c>image</c>: the tiles of an image that has no geographic location.</summary>
    public static DatasetOutput Image { get; } = new("image");

    /// <summary>Gets the name of the output type in the Service API; empty for the default value of this type.</summary>
    public string Value => _value ?? "";

    /// <summary>Converts a string to an output type, including one that this type has no member for.</summary>
    /// <param name="value">The name of the output type in the Service API.</param>
    public static implicit operator DatasetOutput(string value) => new(value);

    /// <summary>Returns the name of the output type in the Service API.</summary>
    public override string ToString() => Value;
}

namespace MapTiler.Tiles;

/// <summary>
/// The ids of some tilesets that MapTiler offers to everybody. Any other text is an id too: that of your own tileset is its UUID.
/// </summary>
public static class TilesetIds
{
    /// <summary>The vector tiles of MapTiler Planet, <c>v3</c>; extension <c>pbf</c>.</summary>
    public const string V3 = "v3";

    /// <summary>Satellite pictures, <c>satellite-v2</c>; extension <c>jpg</c>.</summary>
    public const string SatelliteV2 = "satellite-v2";

    /// <summary>Satellite pictures, <c>satellite-v4</c>.</summary>
    public const string SatelliteV4 = "satellite-v4";

    /// <summary>Heights as colours, <c>terrain-rgb-v2</c>; extension <c>webp</c>.</summary>
    public const string TerrainRgbV2 = "terrain-rgb-v2";

    /// <summary>Depths as colours, <c>ocean-rgb</c>.</summary>
    public const string OceanRgb = "ocean-rgb";

    /// <summary>Countries and their parts as vector tiles, <c>countries</c>; extension <c>pbf</c>.</summary>
    public const string Countries = "countries";
}

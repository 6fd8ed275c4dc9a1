namespace MapTiler.Tiles;

/// <summary>
/// The ids of the tilesets that MapTiler provides to every account. Any other value is also accepted: the id of your own tileset is its UUID.
/// The TileJSON of a tileset (<see cref="TilesClient.GetTileJsonAsync(string, CancellationToken)"/>) contains its format, zoom range and attribution.
/// </summary>
public static class TilesetIds
{
    /// <summary>
    /// MapTiler Planet with the schema of the v4 maps: roads, water, land cover, buildings, borders, places and points of interest.
    /// Vector tiles (<c>pbf</c>), zoom 0 to 15. Peaks are in <see cref="Landform"/>.
    /// </summary>
    public const string V4 = "v4";

    /// <summary>
    /// MapTiler Planet with the schema of the v2 maps, which is similar to OpenMapTiles. Vector tiles (<c>pbf</c>); see the TileJSON for the largest zoom.
    /// </summary>
    public const string V3 = "v3";

    /// <summary>
    /// MapTiler Planet with the schema of OpenMapTiles, used by the map <c>openstreetmap</c>. Vector tiles (<c>pbf</c>); see the TileJSON for the zooms.
    /// </summary>
    public const string V3OpenMapTiles = "v3-openmaptiles";

    /// <summary>Contour lines in meters and feet, used by the map <c>ocean</c>. Vector tiles (<c>pbf</c>); see the TileJSON for the zooms.</summary>
    public const string Contours = "contours";

    /// <summary>
    /// Contour lines in meters and feet, used by the topographic, outdoor and winter maps. Vector tiles (<c>pbf</c>); see the TileJSON for the zooms.
    /// </summary>
    public const string ContoursV2 = "contours-v2";

    /// <summary>Landforms: peaks, volcanoes, saddles, ridges and cliffs. Vector tiles (<c>pbf</c>); see the TileJSON for the zooms.</summary>
    public const string Landform = "landform";

    /// <summary>Hiking and cycling routes, ski slopes and outdoor points of interest. Vector tiles (<c>pbf</c>), up to zoom 14.</summary>
    public const string Outdoor = "outdoor";

    /// <summary>The ocean floor: depth contours, undersea landforms and names of waters. Vector tiles (<c>pbf</c>); see the TileJSON for the zooms.</summary>
    public const string Ocean = "ocean";

    /// <summary>The depth of the ocean floor as RGB values, for hillshading. Raster tiles; see the TileJSON for the format and the zooms.</summary>
    public const string OceanRgb = "ocean-rgb";

    /// <summary>The land area of the world. Vector tiles (<c>pbf</c>); see the TileJSON for the zooms.</summary>
    public const string Land = "land";

    /// <summary>The land in graded colors, used by the map <c>landscape</c>. Raster tiles; see the TileJSON for the format and the zooms.</summary>
    public const string LandGradient = "land-gradient";

    /// <summary>Hillshading drawn by hand, used by the map <c>landscape</c>. Raster tiles; see the TileJSON for the format and the zooms.</summary>
    public const string HandDrawnHillshade = "hand-drawn-hillshade";

    /// <summary>The elevation of the land as RGB values. Raster tiles (<c>webp</c>); see the TileJSON for the zooms.</summary>
    public const string TerrainRgbV2 = "terrain-rgb-v2";

    /// <summary>Satellite images, used by the map <c>hybrid-v4</c>. Raster tiles (<c>jpg</c>); see the TileJSON for the zooms.</summary>
    public const string SatelliteV2 = "satellite-v2";

    /// <summary>Satellite images. Raster tiles; see the TileJSON for the format and the zooms.</summary>
    public const string SatelliteV4 = "satellite-v4";

    /// <summary>
    /// Buildings with the colors of their facades and roofs and the shape of the roof (zoom 12 to 15), their entrances and labels (zoom 15). Vector tiles (<c>pbf</c>).
    /// </summary>
    public const string Buildings = "buildings";

    /// <summary>Countries and their subdivisions, for choropleth maps. Vector tiles (<c>pbf</c>); see the TileJSON for the zooms.</summary>
    public const string Countries = "countries";
}

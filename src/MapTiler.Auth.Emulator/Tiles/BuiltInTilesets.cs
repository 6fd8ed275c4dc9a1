namespace MapTiler.Emulator;

/// <summary>The tilesets that MapTiler offers to every account.</summary>
internal static class BuiltInTilesets
{
    public static Dictionary<string, Tileset> Create(Gazetteer gazetteer)
    {
        var labels = MapLabels.Of(gazetteer);
        var satellite = new SatelliteTileset(new(gazetteer));
        return new(StringComparer.Ordinal)
        {
            ["v4"] = new PlanetV4Tileset(labels),
            ["v3"] = new PlanetTileset("MapTiler Planet", 15, PlanetV3Schema.Layers, labels),
            ["v3-openmaptiles"] = new PlanetTileset("OpenMapTiles", 14, PlanetV3Schema.OpenMapTilesLayers, labels),
            ["contours"] = new ContourTileset("Contours"),
            ["contours-v2"] = new ContourTileset("Contours v2"),
            ["landform"] = EmptyTilesets.Landform,
            ["outdoor"] = EmptyTilesets.Outdoor,
            ["buildings"] = EmptyTilesets.Buildings,
            ["ocean"] = new OceanTileset(),
            ["ocean-rgb"] = new TerrainTileset("Ocean RGB", ElevationSurface.OceanAt, maxZoom: 9),
            ["land"] = new LandTileset(),
            ["land-gradient"] = new LandGradientTileset(),
            ["hand-drawn-hillshade"] = new HillshadeTileset(),
            ["countries"] = new CountriesTileset(gazetteer),
            ["satellite-v2"] = satellite,
            ["satellite-v4"] = satellite,
            ["terrain-rgb-v2"] = new TerrainTileset("Terrain RGB", ElevationSurface.At, maxZoom: 14),
        };
    }
}

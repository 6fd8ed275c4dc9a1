namespace MapTiler.Emulator;

/// <summary>The endpoints of api.maptiler.com. The first one that matches a path responds.</summary>
internal static class ApiEndpoints
{
    public static Endpoint[] Of(Catalogs catalogs, TimeProvider time)
    {
        var (gazetteer, maps, tilesets) = (catalogs.Gazetteer, catalogs.Maps, catalogs.Tilesets);
        var painter = new MapPainter(gazetteer);
        return
        [
            new GeocodingEndpoint(catalogs.Places),
            new GeolocationEndpoint(gazetteer),
            new StyleEndpoint(maps),
            new MapViewerEndpoint(maps),
            new RasterTileEndpoint(maps, painter),
            new StaticMapEndpoint(maps, painter),
            new SpriteEndpoint("maps", maps),
            new SpriteEndpoint("sprites", maps),
            new TileEndpoint(tilesets),
            new TilesetViewerEndpoint(tilesets),
            .. Descriptions(maps),
            .. Descriptions(tilesets),
            new ConformanceEndpoint(),
            new GlyphEndpoint(),
            new ImageEndpoint(catalogs.Images),
            new ImageTileEndpoint(catalogs.Images),
            new FeaturesEndpoint(catalogs.Datasets),
            new ElevationEndpoint(),
            new CoordinateSearchEndpoint(EpsgRegistry.Shared),
            new CoordinateTransformEndpoint(EpsgRegistry.Shared),
            new WeatherEndpoint(time),
            new MetricsEndpoint(),
        ];
    }

    private static Endpoint[] Descriptions(TilesetSource source) =>
    [
        new TileJsonEndpoint(source),
        new WmtsEndpoint(source),
        new OgcTilesEndpoint(source),
        new OgcTilesetEndpoint(source),
        new OgcTileMatrixSetEndpoint(source),
    ];
}

namespace MapTiler.Emulator;

/// <summary>The map of the world as vector tiles, in names of the OpenMapTiles schema: land and places on water.</summary>
internal sealed class PlanetTileset(Gazetteer gazetteer) : Tileset
{
    public const string WaterLayer = "water";
    public const string LandLayer = "globallandcover";
    public const string PlaceLayer = "place";

    private const int MinPopulation = 1000;
    private const double PopulationAtZoom0 = 8e6;
    private const int LastZoomOfCountries = 8;

    public override TilesetDescription Description { get; } = new()
    {
        Name = "MapTiler Planet",
        Description = "Land and places, for tests.",
        Format = "pbf",
        MaxZoom = 15,
        VectorLayers = [new(WaterLayer), new(LandLayer, "class"), new(PlaceLayer, "class", "name", "name:en", "iso_a2")],
    };

    public override byte[]? Render(TileAddress tile)
    {
        var geometry = new TileGeometry(tile);
        var written = new ProtobufWriter();
        Water(geometry).WriteTo(written);
        Land(geometry).WriteTo(written);
        Places(tile, geometry).WriteTo(written);
        return written.Written.ToArray();
    }

    /// <summary>Everywhere; the land lies on it.</summary>
    private static VectorTileLayer Water(TileGeometry geometry)
    {
        var layer = new VectorTileLayer(WaterLayer);
        var box = geometry.Box;
        layer.Add(1, VectorTileLayer.PolygonType, geometry.Polygon(
            [[new(box.Left, box.Top), new(box.Right, box.Top), new(box.Right, box.Bottom), new(box.Left, box.Bottom)]]));
        return layer;
    }

    private static VectorTileLayer Land(TileGeometry geometry)
    {
        var layer = new VectorTileLayer(LandLayer);
        foreach (var country in WorldMap.Countries)
        {
            foreach (var rings in country.Clip(geometry.Box))
                layer.Add((ulong)country.Number, VectorTileLayer.PolygonType, geometry.Polygon(rings), ("class", "grass"));
        }

        return layer;
    }

    private VectorTileLayer Places(TileAddress tile, TileGeometry geometry)
    {
        var layer = new VectorTileLayer(PlaceLayer);
        if (tile.Z <= LastZoomOfCountries)
        {
            foreach (var country in gazetteer.Countries.Values)
                Add(country, "country");
        }

        var population = Math.Max(MinPopulation, PopulationAtZoom0 / Math.Pow(3, tile.Z));
        foreach (var place in gazetteer.Settlements.Within(geometry.Box.ToGeoBox()))
        {
            if (place.Population >= population)
                Add(place, place.Designation!);
        }

        return layer;

        void Add(Place place, string kind) => layer.Add(
            (ulong)place.Id,
            VectorTileLayer.PointType,
            geometry.Point(MercatorPoint.From(place.Longitude, place.Latitude)) ?? [],
            ("class", kind), ("name", place.NameIn(null)), ("name:en", place.NameIn("en")), ("iso_a2", kind == "country" ? place.CountryCode : null));
    }
}

using MapTiler.Emulator.Geocoding;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Tiles;

/// <summary>MapTiler Planet v3, or OpenMapTiles: their layers, of which those have features for which there is open data.</summary>
internal sealed class PlanetTileset(string name, int maxZoom, IReadOnlyList<VectorLayer> layers, MapLabels labels) : Tileset
{
    public const string WaterLayer = "water";
    public const string LandLayer = "globallandcover";
    public const string IceLayer = "landcover";
    public const string RiverLayer = "waterway";
    public const string BorderLayer = "boundary";
    public const string SeaNameLayer = "water_name";
    public const string PlaceLayer = "place";

    private const int CountryLevel = 2;
    private const int StateLevel = 4;
    private const int StateRank = 2;
    private const int LastZoomOfContinents = 3;

    // Ids of continents and states in the layer of the places, beyond those of GeoNames.
    private const int FirstIdOfCountries = 1_000_000_000;
    private const int FirstIdOfStates = FirstIdOfCountries + 1_000;
    private const int FirstIdOfContinents = FirstIdOfStates + 1_000;

    public override TilesetDescription Description { get; } = new()
    {
        Name = name,
        Description = "Water, ice, borders and names of the world, for tests.",
        Attribution = TilesetDescription.PlanetAttribution,
        Format = "pbf",
        MaxZoom = maxZoom,
        VectorLayers = layers,
    };

    public override byte[]? Render(TileCoordinate tile)
    {
        var builder = new VectorTileBuilder(Description, tile);
        var world = WorldMap.At(tile.Z);
        AddSurfaces(builder, world);
        AddBorders(builder, world);
        AddStatesAndContinents(builder, tile.Z);
        foreach (var label in labels.Within(builder.Bounds, tile.Z))
            AddLabel(builder, label);
        return builder.Build();
    }

    private static void AddSurfaces(VectorTileBuilder builder, WorldDetail world)
    {
        builder.AddArea(WaterLayer, 1, new ClippedArea(world.Land, builder.Bounds).Outside(), ("class", "ocean"));
        builder.AddArea(WaterLayer, 2, new ClippedArea(world.Lakes, builder.Bounds).Inside(), ("class", "lake"));
        var ice = new ClippedArea(world.Ice, builder.Bounds).Inside();
        builder.AddArea(LandLayer, 1, ice, ("class", "snow"));
        builder.AddArea(IceLayer, 1, ice, ("class", "ice"), ("subclass", "glacier"));
        builder.AddLines(RiverLayer, 1, world.Rivers, ("class", "river"));
    }

    private static void AddBorders(VectorTileBuilder builder, WorldDetail world)
    {
        foreach (var (index, border) in world.Borders.Index().Where(border => border.Item.Path.IsNear(builder.Bounds)))
        {
            builder.AddLines(
                BorderLayer, index + 1, [border.Path], ("admin_level", CountryLevel), ("adm0_l", border.Left.Name), ("adm0_r", border.Right.Name),
                ("disputed", border.Disputed is null ? 0 : 1), ("disputed_name", border.Disputed?.Name), ("maritime", 0));
        }

        foreach (var (index, border) in world.StateBorders.Index().Where(border => border.Item.Path.IsNear(builder.Bounds)))
            builder.AddLines(BorderLayer, world.Borders.Count + index + 1, [border.Path], ("admin_level", StateLevel), ("disputed", 0), ("maritime", 0));
    }

    private static void AddStatesAndContinents(VectorTileBuilder builder, int zoom)
    {
        if (zoom > StateRank)
        {
            foreach (var (index, state) in WorldMap.States.Index().Where(state => builder.Bounds.Contains(state.Item.Label)))
                builder.AddPoint(PlaceLayer, FirstIdOfStates + index, state.Label, [("class", "state"), ("rank", StateRank), .. Names(state.Name, null)]);
        }

        if (zoom > LastZoomOfContinents)
            return;
        foreach (var (index, (name, point)) in Continents.Labels.Index())
            builder.AddPoint(PlaceLayer, FirstIdOfContinents + index, point, [("class", "continent"), .. Names(name, null)]);
    }

    private static void AddLabel(VectorTileBuilder builder, MapLabel label)
    {
        if (label.Kind == MapLabelKind.Sea)
            builder.AddPoint(SeaNameLayer, label.Id, label.Location, [("class", label.Class), .. Names(label.Name, null)]);
        else if (label.Country is { } country)
            AddPlace(FirstIdOfCountries + label.Id, country.Name, ("iso_a2", country.Code.Length > 0 ? country.Code : null));
        else if (label.Place is { } place)
            AddPlace(label.Id, label.Name, ("capital", WorldMap.Capitals.Contains(place.Id) ? CountryLevel : null));

        void AddPlace(int id, string name, (string Key, object? Value) more) =>
            builder.AddPoint(PlaceLayer, id, label.Location, [("class", label.Class), ("rank", label.Rank), more, .. Names(name, label.Place)]);
    }

    /// <param name="name">In English.</param>
    /// <param name="place">With the names in other languages.</param>
    private static IEnumerable<(string Key, object? Value)> Names(string name, Place? place)
    {
        var (own, german) = place is null or { Type: PlaceType.Country } ? (name, place?.NameIn("de") ?? name) : (place.NameIn(null), place.NameIn("de"));
        yield return ("name", own);
        yield return ("name:latin", place is null or { Type: PlaceType.Country } ? name : place.Name);
        yield return ("name_en", name);
        yield return ("name_de", german);
        yield return ("name:en", name);
        foreach (var translation in place?.Translations.Where(t => t.Language is not (null or "en")).DistinctBy(t => t.Language) ?? [])
            yield return ("name:" + translation.Language, translation.Text);
    }
}

using MapTiler.Emulator.Geocoding;
using MapTiler.Emulator.World;

namespace MapTiler.Emulator.Tiles;

/// <summary>MapTiler Planet v4: its layers, of which those have features for which there is open data.</summary>
internal sealed class PlanetV4Tileset(MapLabels labels) : Tileset
{
    private const int CountryCapital = 20;
    private const int StateLevel = 40;
    private const int FirstRankOfTowns = 6;
    private const int FirstRankOfSeas = 4;

    public override TilesetDescription Description { get; } = new()
    {
        Name = "MapTiler Planet v4",
        Description = "Water, ice, borders and names of the world, for tests.",
        Attribution = TilesetDescription.PlanetAttribution,
        Format = "pbf",
        MaxZoom = PlanetV4Schema.MaxZoom,
        VectorLayers = PlanetV4Schema.Layers,
    };

    public override byte[]? Render(TileCoordinate tile)
    {
        var builder = new VectorTileBuilder(Description, tile);
        var world = WorldMap.At(tile.Z);
        AddSurfaces(builder, world);
        AddBorders(builder, world);
        AddStatesAndContinents(builder);
        foreach (var label in labels.Within(builder.Bounds, tile.Z))
            AddLabel(builder, label);
        return builder.Build();
    }

    private static void AddSurfaces(VectorTileBuilder builder, WorldDetail world)
    {
        builder.AddArea(PlanetV4Schema.Water, 1, new ClippedArea(world.Land, builder.Bounds).Outside(), ("class", "ocean"));
        builder.AddArea(PlanetV4Schema.Water, 2, new ClippedArea(world.Lakes, builder.Bounds).Inside(), ("class", "lake"));
        builder.AddArea(PlanetV4Schema.Ice, 1, new ClippedArea(world.Ice, builder.Bounds).Inside());
        builder.AddLines(PlanetV4Schema.Waterway, 1, world.Rivers, ("class", "river"));
    }

    private static void AddBorders(VectorTileBuilder builder, WorldDetail world)
    {
        foreach (var (index, border) in world.Borders.Index().Where(border => border.Item.Path.IsNear(builder.Bounds)))
        {
            if (border.Disputed is { } disputed)
                builder.AddLines(PlanetV4Schema.CountryBorderDisputed, index + 1, [border.Path], ("disputed_name", disputed.Name), ("maritime", false));
            else
                builder.AddLines(PlanetV4Schema.CountryBorder, index + 1, [border.Path], ("admin_l", border.Left.Code), ("admin_r", border.Right.Code), ("maritime", false));
        }

        foreach (var (index, border) in world.StateBorders.Index().Where(border => border.Item.Path.IsNear(builder.Bounds)))
            builder.AddLines(PlanetV4Schema.SubBorder, index + 1, [border.Path], ("admin_level", StateLevel), ("iso_a2", border.CountryCode), ("maritime", false));
    }

    private static void AddStatesAndContinents(VectorTileBuilder builder)
    {
        foreach (var (index, state) in WorldMap.States.Index())
            builder.AddPoint(PlanetV4Schema.StateLabel, index + 1, state.Label, ("abbrev", state.Abbreviation), ("admin_level", StateLevel), ("name", state.Name));

        // The styles of the service read name:en here, so it is added although it equals the name.
        foreach (var (index, (name, point)) in Continents.Labels.Index())
            builder.AddPoint(PlanetV4Schema.ContinentLabel, index + 1, point, ("name", name), ("name:en", name));
    }

    private static void AddLabel(VectorTileBuilder builder, MapLabel label)
    {
        switch (label)
        {
            case { Kind: MapLabelKind.Sea }:
                AddSea(builder, label);
                break;
            case { Country: { IsDisputed: true } country }:
                builder.AddPoint(PlanetV4Schema.CountryDisputedLabel, label.Id, label.Location, [.. Names(country.Name, label.Place)]);
                break;
            case { Country: { } country }:
                if (country.Code.Length > 0)
                    builder.AddPoint(PlanetV4Schema.CountryLabel, label.Id, label.Location, [("iso_a2", country.Code), ("rank", label.Rank - 1), .. Names(country.Name, label.Place)]);
                break;
            default:
                AddSettlement(builder, label, label.Place!);
                break;
        }
    }

    private static void AddSea(VectorTileBuilder builder, MapLabel label)
    {
        var rank = Math.Max(1, label.Rank - FirstRankOfSeas + 1);
        builder.AddPoint(PlanetV4Schema.WaterCentroid, label.Id, label.Location, ("class", label.Class), ("name", label.Name), ("rank", rank));
        if (label.Line is not null)
            builder.AddLines(PlanetV4Schema.WaterLabel, label.Id, [label.Line], ("class", label.Class), ("name", label.Name), ("rank", rank));
    }

    private static void AddSettlement(VectorTileBuilder builder, MapLabel label, Place place)
    {
        var capital = WorldMap.Capitals.Contains(place.Id) ? CountryCapital : default(int?);
        var names = Names(place.NameIn(null), place);
        if (label.Class == "city")
            builder.AddPoint(PlanetV4Schema.CityLabel, label.Id, label.Location, [("capital", capital), ("iso_a2", place.CountryCode), ("rank", label.Rank), .. names]);
        else if (label.Class == "town" || capital is not null)
            builder.AddPoint(PlanetV4Schema.TownLabel, label.Id, label.Location, [("capital", capital), ("iso_a2", place.CountryCode), ("rank", Math.Max(1, label.Rank - FirstRankOfTowns + 1)), .. names]);
        else
            builder.AddPoint(PlanetV4Schema.PlaceLabel, label.Id, label.Location, [("class", label.Class), ("iso_a2", place.CountryCode), ("rank", label.Rank), .. names]);
    }

    /// <summary>The name, and the names in other languages that differ from it.</summary>
    private static IEnumerable<(string Key, object? Value)> Names(string name, Place? place)
    {
        yield return ("name", name);
        if (place is null)
            yield break;
        if (place.Type != PlaceType.Country && place.NameIn("en") is var english && english != name)
            yield return ("name:en", english);
        foreach (var translation in place.Translations.Where(t => t.Language is not (null or "en")).DistinctBy(t => t.Language))
        {
            if (translation.Text != name)
                yield return ("name:" + translation.Language, translation.Text);
        }
    }
}

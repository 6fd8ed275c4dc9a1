using MapTiler.Emulator.Geocoding;
using MapTiler.Emulator.World;
using static MapTiler.Emulator.Tiles.SchemaLayer;

namespace MapTiler.Emulator.Tiles;

/// <summary>The land as polygons, which some styles draw over the sea.</summary>
internal sealed class LandTileset : Tileset
{
    private const string Layer = "land";

    public override TilesetDescription Description { get; } = new()
    {
        Name = "Land",
        Format = "pbf",
        MaxZoom = 14,
        VectorLayers = [SchemaLayer.Create(Layer, 0, "class")],
    };

    public override byte[]? Render(TileCoordinate tile)
    {
        var builder = new VectorTileBuilder(Description, tile);
        builder.AddArea(Layer, 1, new ClippedArea(WorldMap.At(tile.Z).Land, builder.Bounds).Inside(), ("class", Layer));
        return builder.Build();
    }
}

/// <summary>MapTiler Ocean: the names of the seas. There is no open data on the sea floor small enough to include.</summary>
internal sealed class OceanTileset : Tileset
{
    private const string NameLayer = "water_name";

    public override TilesetDescription Description { get; } = new()
    {
        Name = "Ocean",
        Format = "pbf",
        MaxZoom = 14,
        VectorLayers =
        [
            Create("contour", 0, "depth#"),
            Create("contour_line", 0, "depth#"),
            Create("landform", 0, "class name"),
            Create(NameLayer, 0, "class name"),
        ],
    };

    public override byte[]? Render(TileCoordinate tile)
    {
        var builder = new VectorTileBuilder(Description, tile);
        foreach (var sea in Seas.Labels.Where(sea => sea.Rank <= tile.Z + 1))
            builder.AddPoint(NameLayer, sea.Id, sea.Location, ("class", sea.Class), ("name", sea.Name), ("name:en", sea.Name));
        return builder.Build();
    }
}

/// <summary>The polygons of the countries. Tiles over the sea have no features.</summary>
internal sealed class CountriesTileset(Gazetteer gazetteer) : Tileset
{
    private const string Layer = "administrative";

    public override TilesetDescription Description { get; } = new()
    {
        Name = "Countries",
        Format = "pbf",
        MaxZoom = 11,
        VectorLayers = [new(Layer, VectorField.Number("level"), VectorField.String("name"), VectorField.String("iso_a2"))],
    };

    public override byte[]? Render(TileCoordinate tile)
    {
        var builder = new VectorTileBuilder(Description, tile);
        foreach (var country in WorldMap.At(tile.Z).Countries)
        {
            builder.AddArea(
                Layer, country.Id, new ClippedArea(country.Rings, builder.Bounds).Inside(),
                ("level", 0), ("name", gazetteer.Find("country", country.Number)?.Name ?? country.Name), ("iso_a2", country.Code.Length > 0 ? country.Code : null));
        }

        return builder.Build();
    }
}

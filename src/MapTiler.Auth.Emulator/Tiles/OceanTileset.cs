using static MapTiler.Emulator.SchemaLayer;

namespace MapTiler.Emulator;

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

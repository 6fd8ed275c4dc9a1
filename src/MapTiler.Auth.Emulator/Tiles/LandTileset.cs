namespace MapTiler.Emulator;

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

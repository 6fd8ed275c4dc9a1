namespace MapTiler.Emulator;

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

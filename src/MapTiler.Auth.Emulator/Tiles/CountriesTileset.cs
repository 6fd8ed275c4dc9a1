namespace MapTiler.Emulator;

/// <summary>The polygons of the countries. Over the sea there are no tiles.</summary>
internal sealed class CountriesTileset(Gazetteer gazetteer) : Tileset
{
    private const string Layer = "administrative";

    public override TilesetDescription Description { get; } = new()
    {
        Name = "Countries",
        Format = "pbf",
        MaxZoom = 11,
        VectorLayers = [new(Layer, VectorField.Number("level"), VectorField.Text("name"), VectorField.Text("iso_a2"))],
    };

    public override byte[]? Render(TileAddress tile)
    {
        var geometry = new TileGeometry(tile);
        var layer = new VectorTileLayer(Layer);
        foreach (var country in WorldMap.At(tile.Z).Countries)
        {
            var place = gazetteer.Find("country", country.Number);
            layer.Add((ulong)country.Number, VectorTileLayer.PolygonType, geometry.Polygons(new ClippedArea(country.Rings, geometry.Box).Inside()),
                ("level", 0), ("name", place?.Name ?? country.Name), ("iso_a2", place?.CountryCode));
        }

        var written = new ProtobufWriter();
        layer.WriteTo(written);
        return written.Written.IsEmpty ? null : written.Written.ToArray();
    }
}

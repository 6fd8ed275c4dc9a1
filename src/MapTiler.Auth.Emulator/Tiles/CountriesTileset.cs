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
        VectorLayers = [new(Layer, "level", "name", "iso_a2")],
    };

    public override byte[]? Render(TileAddress tile)
    {
        var geometry = new TileGeometry(tile);
        var layer = new VectorTileLayer(Layer);
        foreach (var country in WorldMap.Countries)
        {
            var place = gazetteer.Find("country", country.Number);
            foreach (var rings in country.Clip(geometry.Box))
            {
                layer.Add((ulong)country.Number, VectorTileLayer.PolygonType, geometry.Polygon(rings),
                    ("level", 0), ("name", place?.Name ?? country.Name), ("iso_a2", place?.CountryCode));
            }
        }

        var written = new ProtobufWriter();
        layer.WriteTo(written);
        return written.Written.IsEmpty ? null : written.Written.ToArray();
    }
}

namespace MapTiler.Emulator;

/// <summary>The map of the world as vector tiles, in names of the OpenMapTiles schema.</summary>
internal sealed class PlanetTileset(MapLabels labels) : Tileset
{
    public const string WaterLayer = "water";
    public const string LandLayer = "globallandcover";
    public const string IceLayer = "landcover";
    public const string RiverLayer = "waterway";
    public const string BorderLayer = "boundary";
    public const string SeaNameLayer = "water_name";
    public const string PlaceLayer = "place";

    private const int CountryLevel = 2;

    private static readonly string[] Languages =
    [
        "en", "de", "fr", "it", "es", "pt", "nl", "pl", "cs", "sk", "hu", "sv", "da", "no", "fi", "ro", "bg", "el", "hr", "sl", "sr", "lt", "lv",
        "et", "ru", "uk", "tr", "ar", "he", "fa", "hi", "ja", "ko", "zh", "vi", "id",
    ];

    private static readonly VectorField[] NameFields =
        [VectorField.Text("name"), VectorField.Text("name:latin"), .. Languages.Select(l => VectorField.Text("name:" + l))];

    public override TilesetDescription Description { get; } = new()
    {
        Name = "MapTiler Planet",
        Description = "Land, water, borders and places, for tests.",
        Format = "pbf",
        MaxZoom = 15,
        VectorLayers =
        [
            new(WaterLayer, VectorField.Text("class")),
            new(LandLayer, VectorField.Text("class")),
            new(IceLayer, VectorField.Text("class")),
            new(RiverLayer, VectorField.Text("class")),
            new(BorderLayer, VectorField.Number("admin_level"), VectorField.Number("maritime"), VectorField.Number("disputed")),
            new(SeaNameLayer, VectorField.Text("class"), VectorField.Text("name"), VectorField.Text("name:en")),
            new(PlaceLayer,
                [VectorField.Text("class"), VectorField.Number("rank"), VectorField.Number("population"), VectorField.Text("iso_a2"), .. NameFields]),
        ],
    };

    public override byte[]? Render(TileAddress tile)
    {
        var geometry = new TileGeometry(tile);
        var world = WorldMap.At(tile.Z);
        var land = new ClippedArea(world.Land, geometry.Box);
        var names = labels.Within(geometry.Box, tile.Z);
        var written = new ProtobufWriter();

        Areas(WaterLayer, (land.Outside(), "ocean"), (new ClippedArea(world.Lakes, geometry.Box).Inside(), "lake"));
        Areas(LandLayer, (land.Inside(), "grass"));
        Areas(IceLayer, (new ClippedArea(world.Ice, geometry.Box).Inside(), "ice"));
        Lines(RiverLayer, world.Rivers, ("class", "river"));
        Lines(BorderLayer, [.. world.Borders.Select(b => b.Path)], ("admin_level", CountryLevel), ("maritime", 0), ("disputed", 0));
        Names(SeaNameLayer, names.Where(n => n.Kind == MapLabelKind.Sea));
        Names(PlaceLayer, names.Where(n => n.Kind != MapLabelKind.Sea));
        return written.Written.ToArray();

        void Areas(string name, params ReadOnlySpan<(List<List<MercatorPoint[]>> Polygons, string Class)> areas)
        {
            var layer = new VectorTileLayer(name);
            for (var i = 0; i < areas.Length; i++)
                layer.Add((ulong)i + 1, VectorTileLayer.PolygonType, geometry.Polygons(areas[i].Polygons), ("class", areas[i].Class));
            layer.WriteTo(written);
        }

        void Lines(string name, IReadOnlyList<MercatorPath> lines, params ReadOnlySpan<(string Key, object? Value)> attributes)
        {
            var layer = new VectorTileLayer(name);
            layer.Add(1, VectorTileLayer.LineType, geometry.Lines(lines), attributes);
            layer.WriteTo(written);
        }

        void Names(string name, IEnumerable<MapLabel> list)
        {
            var layer = new VectorTileLayer(name);
            foreach (var label in list)
                layer.Add((ulong)label.Id, VectorTileLayer.PointType, geometry.Point(label.At), [.. Attributes(label)]);
            layer.WriteTo(written);
        }
    }

    private static IEnumerable<(string Key, object? Value)> Attributes(MapLabel label)
    {
        yield return ("class", label.Class);
        if (label.Kind == MapLabelKind.Sea)
        {
            yield return ("name", label.Name);
            yield return ("name:en", label.Name);
            yield break;
        }

        var isCountry = label.Kind == MapLabelKind.Country;
        yield return ("rank", label.Rank);
        yield return ("population", label.Population);
        yield return ("iso_a2", isCountry ? label.Place?.CountryCode : null);
        yield return ("name", isCountry ? label.Name : label.Place!.NameIn(null));
        yield return ("name:latin", isCountry ? label.Name : label.Place!.Name);
        yield return ("name:en", label.Name);
        foreach (var name in label.Place?.Translations.Where(t => t.Language is not (null or "en")).DistinctBy(t => t.Language) ?? [])
            yield return ("name:" + name.Language, name.Text);
    }
}

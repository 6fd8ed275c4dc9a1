namespace MapTiler.Emulator.Tiles;

/// <summary>The descriptions of the tilesets without features.</summary>
internal static class EmptyTilesets
{
    public static EmptyTileset Landform { get; } = Create("Landform", maxZoom: 14,
    [
        Layer("cliff", 7),
        Layer("cliff_label", 7, "name"),
        Layer("peak", 7, "customary_units ele# ele_ft# iso_a2 name rank# worldview:ch worldview:us"),
        Layer("ridge", 7, "class"),
        Layer("ridge_label", 7, "class name"),
        Layer("saddle", 7, "customary_units ele# ele_ft# iso_a2 name rank#"),
        Layer("volcano", 7, "customary_units ele# ele_ft# iso_a2 name rank# status"),
    ]);

    public static EmptyTileset Outdoor { get; } = Create("Outdoor", maxZoom: 14,
    [
        Layer("outdoor_poi", 12, "class name subclass"),
        Layer("ski", 5, "class color difficulty grooming name ref subclass symbol"),
        Layer("trail", 5, "class color name network operator ref scale symbol"),
    ]);

    public static EmptyTileset Buildings { get; } = Create("Buildings", maxZoom: 15,
    [
        Layer("building", 12, "class facade_color height# height_min# roof_color roof_shape subclass underground?"),
        Layer("building_entrance", 15),
        Layer("building_label", 15, "name"),
    ]);

    private static EmptyTileset Create(string name, int maxZoom, VectorLayer[] layers) =>
        new(new() { Name = name, Format = "pbf", MaxZoom = maxZoom, VectorLayers = layers });

    private static VectorLayer Layer(string id, int minZoom, string fields = "") => SchemaLayer.Create(id, minZoom, fields);
}

/// <summary>A tileset for which there is no open data: described like the real one, and without features.</summary>
internal sealed class EmptyTileset(TilesetDescription description) : Tileset
{
    public override TilesetDescription Description => description;

    public override byte[]? Render(TileCoordinate tile) => null;
}

using System.Text.Json.Nodes;
using MapTiler.Emulator.Drawing;

namespace MapTiler.Emulator.Maps.Styles;

/// <summary>Makes the style of a map as MapTiler sends it, with the links of the service and <c>{key}</c> instead of a key.</summary>
internal static class StyleDocument
{
    private const string Service = "https://api.maptiler.com/";
    private const string Query = "?key={key}";

    private const string Credit =
        "<a href=\"https://www.maptiler.com/copyright/\" target=\"_blank\">&copy; MapTiler</a> "
        + "<a href=\"https://www.openstreetmap.org/copyright\" target=\"_blank\">&copy; OpenStreetMap contributors</a>";

    private const string Copyright = "A style of the MapTiler emulator, for tests.";

    private static readonly (string Id, string Icon, string Name)[] Groups =
    [
        ("poi", "poi", "POI"), ("outdoor", "outdoor", "Outdoor"), ("administrative", "administrative", "Administrative"), ("builtup", "builtUp", "Built-up"),
        ("transport", "transport", "Transport"), ("roads", "roads", "Roads"), ("transit", "transit", "Transit"), ("water", "water", "Water"),
        ("nature", "nature", "Nature"), ("terrain", "terrain", "Terrain"), ("land", "land", "Land"), ("satellite", "satellite", "Satellite"),
        ("background", "background", "Background"),
    ];

    public static JsonObject Create(string mapId)
    {
        var design = StyleDesigns.For(mapId);
        var layers = new StyleLayers(design, MapTheme.For(mapId)).Create().ToArray();
        return new()
        {
            ["version"] = 8,
            ["name"] = MapName.Of(mapId),
            ["sources"] = Sources(design),
            ["layers"] = new JsonArray([.. layers.Select(layer => layer.Layer)]),
            ["metadata"] = Metadata(design, layers),
            ["glyphs"] = $"{Service}fonts/{{fontstack}}/{{range}}.pbf{Query}",
            ["sprite"] = Sprite(design, mapId),
            ["bearing"] = 0,
            ["pitch"] = 0,
            ["center"] = new JsonArray(design.View.Longitude, design.View.Latitude),
            ["zoom"] = design.View.Zoom,
            ["id"] = mapId,
        };
    }

    private static JsonObject Sources(StyleDesign design)
    {
        var sources = design.Sources.Select(source => (source.Id, Source: new JsonObject
        {
            ["url"] = $"{Service}tiles/{source.Tileset}/tiles.json{Query}",
            ["type"] = source.Type,
        }));
        if (design.HasCredit)
            sources = sources.Append(("maptiler_attribution", new() { ["attribution"] = Credit, ["type"] = "vector" }));
        return new(sources.OrderBy(source => source.Id, StringComparer.Ordinal).Select(source => KeyValuePair.Create(source.Id, (JsonNode?)source.Source)));
    }

    private static JsonNode Sprite(StyleDesign design, string mapId) => design switch
    {
        { HasSpriteSheets: true } => new JsonArray(Sheet("default", "general"), Sheet("misc", "misc"), Sheet("transportation", "transportation")),
        { Sprite: { } sprite } => $"{Service}sprites/{sprite}/sprite",
        _ => $"{Service}maps/{Uri.EscapeDataString(mapId)}/sprite",
    };

    private static JsonObject Sheet(string id, string sprite) => new() { ["id"] = id, ["url"] = $"{Service}sprites/{sprite}/sprite" };

    private static JsonObject Metadata(StyleDesign design, (string Group, JsonObject Layer)[] layers)
    {
        if (!design.HasGroups)
            return new() { ["maptiler:copyright"] = Copyright };

        var metadata = new JsonObject
        {
            ["copyright"] = Copyright,
            ["groups"] = new JsonArray(
            [
                .. from id in Groups
                   let members = layers.Where(layer => layer.Group == id.Id).Select(layer => (string)layer.Layer["id"]!).Reverse().ToArray()
                   where members.Length > 0
                   select new JsonObject
                   {
                       ["icon"] = id.Icon,
                       ["id"] = id.Id,
                       ["layers"] = new JsonArray([.. members]),
                       ["name"] = id.Name,
                   },
            ]),
        };
        if (design.HasHalo)
            metadata["halo"] = new JsonObject { ["scale"] = 1, ["stops"] = new JsonArray(new JsonArray(0, "rgba(255, 255, 255, 0.25)"), new JsonArray(0.25, "rgba(255, 255, 255, 0)")) };
        if (design.Space is { } color)
        {
            metadata["space"] = design.SpacePreset is { } preset ? new JsonObject { ["color"] = color, ["preset"] = preset } : new JsonObject { ["color"] = color };
            metadata["spaceColor"] = color;
        }

        return new() { ["maptiler"] = metadata };
    }
}

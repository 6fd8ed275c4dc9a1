using System.Collections.Concurrent;
using System.Globalization;
using MapTiler.Emulator.Tiles;

namespace MapTiler.Emulator.Maps;

/// <summary>The maps that exist: those that MapTiler offers to all accounts, and those that a test added.</summary>
internal sealed class MapCatalog : TilesetSource
{
    public const int MaxZoom = 22;

    private const string SmallTiles = "256";
    private readonly ConcurrentDictionary<string, bool> _added = new(StringComparer.Ordinal);

    public override string Service => "maps";

    public MapStyles Styles { get; } = new();

    public void Add(string mapId) => _added[mapId] = true;

    /// <summary>Whether it is a map of the account and not one that MapTiler offers to everyone.</summary>
    public bool IsCustom(string mapId) => !BuiltInMapIds.Contains(mapId) && _added.ContainsKey(mapId);

    public bool Contains(string mapId) => BuiltInMapIds.Contains(mapId) || _added.ContainsKey(mapId);

    public override TilesetDescription? Describe(string id, string? tileSize) =>
        !Contains(id) || tileSize is not (null or SmallTiles) ? null : new()
        {
            Name = id,
            Format = IsImagery(id) ? "jpg" : "png",
            MaxZoom = MaxZoom,
            TileSize = tileSize is null ? 512 : 256,
        };

    private static bool IsImagery(string id) =>
        id.StartsWith("satellite", StringComparison.Ordinal) || id.StartsWith("hybrid", StringComparison.Ordinal);
}

/// <summary>The ids of MapTiler's own maps, with those that are deprecated but still served.</summary>
internal static class BuiltInMapIds
{
    public static readonly string[] All =
    [
        "aquarelle", "aquarelle-dark", "aquarelle-vivid", "aquarelle-v4", "aquarelle-v4-dark", "aquarelle-v4-vivid",
        "backdrop", "backdrop-dark", "backdrop-light", "backdrop-v4", "backdrop-v4-dark", "backdrop-v4-light",
        "base-v4", "base-v4-ai", "base-v4-dark", "base-v4-light",
        "basic", "basic-v2", "basic-v2-dark", "basic-v2-light",
        "bright", "bright-v2", "bright-v2-dark", "bright-v2-light", "bright-v2-pastel",
        "cadastre", "cadastre-satellite",
        "darkmatter",
        "dataviz", "dataviz-dark", "dataviz-light", "dataviz-v4", "dataviz-v4-dark", "dataviz-v4-light",
        "hybrid", "hybrid-v4", "hybrid-v4-dark",
        "jp-mierune-dark", "jp-mierune-gray", "jp-mierune-streets",
        "landscape", "landscape-dark", "landscape-vivid", "landscape-v4", "landscape-v4-dark", "landscape-v4-vivid",
        "nl-cartiqo-dark", "nl-cartiqo-light", "nl-cartiqo-topo",
        "ocean", "ocean-v4", "ocean-v4-dark",
        "openstreetmap", "openstreetmap-dark",
        "outdoor", "outdoor-v2", "outdoor-v2-dark", "outdoor-v4", "outdoor-v4-dark",
        "pastel", "positron",
        "satellite", "satellite-v4", "satellite-v4-dark",
        "streets", "streets-v2", "streets-v2-dark", "streets-v2-light", "streets-v2-night", "streets-v2-pastel",
        "streets-v4", "streets-v4-dark", "streets-v4-pastel",
        "toner", "toner-v2", "toner-v2-background", "toner-v2-lines", "toner-v2-lite",
        "topo", "topo-v2", "topo-v2-dark", "topo-v2-pastel", "topo-v2-shiny", "topo-v2-topographique",
        "topo-v4", "topo-v4-dark", "topo-v4-pastel", "topo-v4-topographique", "topographique",
        "uk-openzoomstack-light", "uk-openzoomstack-night", "uk-openzoomstack-outdoor", "uk-openzoomstack-road",
        "voyager", "voyager-v2", "voyager-v2-darkmatter", "voyager-v2-positron", "voyager-v2-vintage",
        "winter", "winter-v2", "winter-v2-dark", "winter-v4", "winter-v4-dark",
    ];

    private static readonly HashSet<string> Known = new(All, StringComparer.Ordinal);

    public static bool Contains(string mapId) => Known.Contains(mapId);
}

/// <summary>The names of maps.</summary>
internal static class MapName
{
    /// <summary>The words of the id of one of MapTiler's maps without its version, such as <c>Dataviz Dark</c>; the id of any other map.</summary>
    public static string Of(string mapId) => mapId switch
    {
        _ when !BuiltInMapIds.Contains(mapId) => mapId,
        _ when mapId.StartsWith("openstreetmap", StringComparison.Ordinal) => "OpenStreetMap" + Words(mapId["openstreetmap".Length..]),
        _ => Words(mapId).TrimStart(),
    };

    private static string Words(string id) => string.Concat(id.Split('-')
        .Where(word => word is not ("" or "v2" or "v4"))
        .Select(word => $" {CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word)}"));
}

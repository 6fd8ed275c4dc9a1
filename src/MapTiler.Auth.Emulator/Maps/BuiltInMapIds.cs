namespace MapTiler.Emulator;

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

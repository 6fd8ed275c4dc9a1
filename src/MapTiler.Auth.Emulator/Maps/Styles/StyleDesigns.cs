using MapTiler.Emulator.Sprites;

namespace MapTiler.Emulator.Maps.Styles;

/// <summary>The sources, sprites, fonts and metadata of MapTiler's styles. What is a guess is in the README.</summary>
internal static class StyleDesigns
{
    private const string Plain = "areas roads borders names landcover";
    private const string Detailed = Plain + " pois shields";
    private const string Streets = Detailed + " extrusion";
    private const string Mountains = Detailed + " peaks";
    private const string LandAbove = " land-above";
    private const string Ocean = "areas names landcover" + LandAbove;

    private const string DarkSpace = "#0b1b2b";
    private const string LightSpace = "#e6eef4";

    private static readonly StyleSource Planet4 = new("maptiler_planet_v4", "v4");
    private static readonly StyleSource Planet3 = new("maptiler_planet", "v3");
    private static readonly StyleSource Satellite = new("satellite", "satellite-v2", "raster");
    private static readonly StyleSource Contours = new("contours", "contours-v2");
    private static readonly StyleSource Landform = new("landform", "landform");
    private static readonly StyleSource Outdoor = new("outdoor", "outdoor");
    private static readonly StyleSource Land = new("land", "land");
    private static readonly StyleSource TerrainHyphen = new("terrain-rgb", "terrain-rgb-v2", "raster-dem");
    private static readonly StyleSource TerrainUnderscore = new("terrain_rgb", "terrain-rgb-v2", "raster-dem");
    private static readonly StyleSource[] OceanSources =
        [new("contours", "contours"), Land, new("ocean", "ocean"), new("ocean_rgb", "ocean-rgb", "raster-dem"), TerrainUnderscore];

    private static readonly StyleSource[] LandscapeSources =
        [new("hand_drawn_hillshade", "hand-drawn-hillshade", "raster"), Land, new("land-gradient", "land-gradient", "raster"), TerrainUnderscore];

    // The longest name that an id begins with counts.
    private static readonly StyleDesign[] All =
    [
        .. ((StyleDesign[])
        [
            new("streets-v4", Streets, Planet4) { HasSpriteSheets = true, HasHalo = true, Space = DarkSpace },
            new("base-v4", Plain, Planet4) { Font = "Inter", Sprite = SpriteIds.Base, HasHalo = true, Space = LightSpace },
            new("hybrid-v4", "roads borders names", new("maptiler_planet", "v4"), Satellite)
                { HasCredit = false, Sprite = SpriteIds.Base, HasHalo = true, Space = DarkSpace, SpacePreset = "milkyway-colored" },
            new("satellite-v4", "", Satellite) { HasCredit = false, Sprite = SpriteIds.Base, HasHalo = true, Space = DarkSpace },
            new("dataviz-v4", Plain, Planet4) { Font = "Metropolis", Space = LightSpace },
            new("dataviz-v4-dark", Plain, Planet4) { Font = "Metropolis", Space = DarkSpace },
            new("topo-v4", Streets + " peaks", Contours, Landform, Planet4, TerrainUnderscore),
            new("outdoor-v4", Mountains, Contours, Landform, Planet4, Outdoor, TerrainHyphen) { HasCredit = false },
            new("winter-v4", Mountains, Contours, Landform, Planet4, Outdoor, TerrainHyphen) { HasCredit = false },
            new("ocean-v4", Ocean, [.. OceanSources, Planet4]) { Font = "Libre Baskerville", FallbackFont = "Noto Serif" },
            new("backdrop-v4", Plain, Land, Planet4, TerrainUnderscore) { Font = "Metropolis" },
            new("landscape-v4", Plain + LandAbove, [.. LandscapeSources, Planet4]) { Font = "Frutiger Neue" },
            new("aquarelle-v4", "areas roads", Land, Planet4),

            new("streets-v2", Streets, Planet3) { Space = LightSpace },
            new("basic-v2", Plain, Planet3) { Font = "Noto Sans" },
            new("bright-v2", Detailed, Planet3) { HasCredit = false, Font = "Open Sans", Space = LightSpace },
            new("toner-v2", Plain, Planet3) { HasCredit = false, Font = "Nunito" },
            new("dataviz", Plain, Planet3) { Font = "Metropolis", Space = LightSpace },
            new("topo-v2", Streets + " peaks", Contours, Planet3, TerrainUnderscore) { HasGroups = false },
            new("outdoor-v2", Mountains, Contours, Planet3, Outdoor, TerrainHyphen) { HasCredit = false },
            new("winter-v2", Mountains, Contours, Planet3, Outdoor, TerrainHyphen) { HasCredit = false },
            new("ocean", Ocean, [.. OceanSources, Planet3]) { Font = "Libre Baskerville", FallbackFont = "Noto Serif" },
            new("backdrop", Plain, Land, Planet3, TerrainUnderscore) { Font = "Metropolis", Space = LightSpace },
            new("landscape", Plain + LandAbove, [.. LandscapeSources, Planet3]) { Font = "Frutiger Neue" },
            new("aquarelle", "areas roads landcover", Land, Planet3),
            new("openstreetmap", "areas roads borders names pois shields", new StyleSource("openmaptiles", "v3-openmaptiles"))
                { HasCredit = false, Font = "Open Sans", Sprite = SpriteIds.OpenStreetMap, View = (2.8655946968546004, 22.80535462569901, 0.7418741168636303) },

            new("streets", Streets, Planet3),
            new("hybrid", "roads borders names", Planet3, Satellite) { HasCredit = false },
            new("cadastre-satellite", "roads borders names", Planet3, Satellite) { HasCredit = false },
            new("satellite", "", Satellite) { HasCredit = false },
            new("topo", Mountains, Contours, Planet3, TerrainUnderscore) { HasGroups = false },
            new("outdoor", Mountains, Contours, Planet3, Outdoor, TerrainHyphen) { HasCredit = false },
            new("winter", Mountains, Contours, Planet3, Outdoor, TerrainHyphen) { HasCredit = false },
            new("", Plain, Planet3),
        ]).OrderByDescending(design => design.Name.Length),
    ];

    /// <summary>A map of an account begins as a copy of the streets, but has a sprite of its own.</summary>
    private static readonly StyleDesign Own = new("", Streets, Planet4) { HasHalo = true, Space = DarkSpace };

    public static StyleDesign For(string mapId) =>
        BuiltInMapIds.Contains(mapId) ? Array.Find(All, design => BeginsWith(mapId, design.Name))! : Own;

    private static bool BeginsWith(string mapId, string name) =>
        name.Length == 0 || mapId == name || mapId.StartsWith(name + "-", StringComparison.Ordinal);
}

namespace MapTiler.Maps;

/// <summary>
/// The ids of the maps that MapTiler offers to everybody. Any other text is an id too: that of your own map is its UUID.
/// See <see href="https://docs.maptiler.com/sdk-js/api/map-styles/">the styles</see>.
/// </summary>
public static class MapIds
{
    /// <summary>The map <c>streets-v4</c>.</summary>
    public const string StreetsV4 = "streets-v4";

    /// <summary>The map <c>streets-v4-dark</c>.</summary>
    public const string StreetsV4Dark = "streets-v4-dark";

    /// <summary>The map <c>streets-v4-pastel</c>.</summary>
    public const string StreetsV4Pastel = "streets-v4-pastel";

    /// <summary>The map <c>streets-v2</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="StreetsV4"/> instead.</remarks>
    public const string StreetsV2 = "streets-v2";

    /// <summary>The map <c>streets-v2-dark</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="StreetsV4Dark"/> instead.</remarks>
    public const string StreetsV2Dark = "streets-v2-dark";

    /// <summary>The map <c>streets-v2-light</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="StreetsV4Pastel"/> instead.</remarks>
    public const string StreetsV2Light = "streets-v2-light";

    /// <summary>The map <c>streets-v2-night</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="StreetsV4Dark"/> instead.</remarks>
    public const string StreetsV2Night = "streets-v2-night";

    /// <summary>The map <c>streets-v2-pastel</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="StreetsV4Pastel"/> instead.</remarks>
    public const string StreetsV2Pastel = "streets-v2-pastel";

    /// <summary>The map <c>base-v4</c>.</summary>
    public const string BaseV4 = "base-v4";

    /// <summary>The map <c>base-v4-dark</c>.</summary>
    public const string BaseV4Dark = "base-v4-dark";

    /// <summary>The map <c>base-v4-light</c>.</summary>
    public const string BaseV4Light = "base-v4-light";

    /// <summary>The map <c>base-v4-ai</c>.</summary>
    public const string BaseV4AI = "base-v4-ai";

    /// <summary>The map <c>satellite-v4</c>.</summary>
    public const string SatelliteV4 = "satellite-v4";

    /// <summary>The map <c>satellite-v4-dark</c>.</summary>
    public const string SatelliteV4Dark = "satellite-v4-dark";

    /// <summary>The map <c>satellite</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="SatelliteV4"/> instead.</remarks>
    public const string Satellite = "satellite";

    /// <summary>The map <c>hybrid-v4</c>.</summary>
    public const string HybridV4 = "hybrid-v4";

    /// <summary>The map <c>hybrid-v4-dark</c>.</summary>
    public const string HybridV4Dark = "hybrid-v4-dark";

    /// <summary>The map <c>hybrid</c>.</summary>
    public const string Hybrid = "hybrid";

    /// <summary>The map <c>outdoor-v4</c>.</summary>
    public const string OutdoorV4 = "outdoor-v4";

    /// <summary>The map <c>outdoor-v4-dark</c>.</summary>
    public const string OutdoorV4Dark = "outdoor-v4-dark";

    /// <summary>The map <c>outdoor-v2</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="OutdoorV4"/> instead.</remarks>
    public const string OutdoorV2 = "outdoor-v2";

    /// <summary>The map <c>outdoor-v2-dark</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="OutdoorV4Dark"/> instead.</remarks>
    public const string OutdoorV2Dark = "outdoor-v2-dark";

    /// <summary>The map <c>winter-v4</c>.</summary>
    public const string WinterV4 = "winter-v4";

    /// <summary>The map <c>winter-v4-dark</c>.</summary>
    public const string WinterV4Dark = "winter-v4-dark";

    /// <summary>The map <c>winter-v2</c>.</summary>
    public const string WinterV2 = "winter-v2";

    /// <summary>The map <c>winter-v2-dark</c>.</summary>
    public const string WinterV2Dark = "winter-v2-dark";

    /// <summary>The map <c>topo-v4</c>.</summary>
    public const string TopoV4 = "topo-v4";

    /// <summary>The map <c>topo-v4-dark</c>.</summary>
    public const string TopoV4Dark = "topo-v4-dark";

    /// <summary>The map <c>topo-v4-pastel</c>.</summary>
    public const string TopoV4Pastel = "topo-v4-pastel";

    /// <summary>The map <c>topo-v4-topographique</c>.</summary>
    public const string TopoV4Topographique = "topo-v4-topographique";

    /// <summary>The map <c>topo-v2</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="TopoV4"/> instead.</remarks>
    public const string TopoV2 = "topo-v2";

    /// <summary>The map <c>topo-v2-dark</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="TopoV4Dark"/> instead.</remarks>
    public const string TopoV2Dark = "topo-v2-dark";

    /// <summary>The map <c>topo-v2-shiny</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="TopoV4"/> instead.</remarks>
    public const string TopoV2Shiny = "topo-v2-shiny";

    /// <summary>The map <c>topo-v2-pastel</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="TopoV4Pastel"/> instead.</remarks>
    public const string TopoV2Pastel = "topo-v2-pastel";

    /// <summary>The map <c>topo-v2-topographique</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="TopoV4Topographique"/> instead.</remarks>
    public const string TopoV2Topographique = "topo-v2-topographique";

    /// <summary>The map <c>dataviz-v4</c>.</summary>
    public const string DatavizV4 = "dataviz-v4";

    /// <summary>The map <c>dataviz-v4-dark</c>.</summary>
    public const string DatavizV4Dark = "dataviz-v4-dark";

    /// <summary>The map <c>dataviz-v4-light</c>.</summary>
    public const string DatavizV4Light = "dataviz-v4-light";

    /// <summary>The map <c>dataviz</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="DatavizV4"/> instead.</remarks>
    public const string Dataviz = "dataviz";

    /// <summary>The map <c>dataviz-dark</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="DatavizV4Dark"/> instead.</remarks>
    public const string DatavizDark = "dataviz-dark";

    /// <summary>The map <c>dataviz-light</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="DatavizV4Light"/> instead.</remarks>
    public const string DatavizLight = "dataviz-light";

    /// <summary>The map <c>backdrop-v4</c>.</summary>
    public const string BackdropV4 = "backdrop-v4";

    /// <summary>The map <c>backdrop-v4-dark</c>.</summary>
    public const string BackdropV4Dark = "backdrop-v4-dark";

    /// <summary>The map <c>backdrop-v4-light</c>.</summary>
    public const string BackdropV4Light = "backdrop-v4-light";

    /// <summary>The map <c>backdrop</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="BackdropV4"/> instead.</remarks>
    public const string Backdrop = "backdrop";

    /// <summary>The map <c>backdrop-dark</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="BackdropV4Dark"/> instead.</remarks>
    public const string BackdropDark = "backdrop-dark";

    /// <summary>The map <c>backdrop-light</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="BackdropV4Light"/> instead.</remarks>
    public const string BackdropLight = "backdrop-light";

    /// <summary>The map <c>landscape-v4</c>.</summary>
    public const string LandscapeV4 = "landscape-v4";

    /// <summary>The map <c>landscape-v4-dark</c>.</summary>
    public const string LandscapeV4Dark = "landscape-v4-dark";

    /// <summary>The map <c>landscape-v4-vivid</c>.</summary>
    public const string LandscapeV4Vivid = "landscape-v4-vivid";

    /// <summary>The map <c>landscape</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="LandscapeV4"/> instead.</remarks>
    public const string Landscape = "landscape";

    /// <summary>The map <c>landscape-dark</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="LandscapeV4Dark"/> instead.</remarks>
    public const string LandscapeDark = "landscape-dark";

    /// <summary>The map <c>landscape-vivid</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="LandscapeV4Vivid"/> instead.</remarks>
    public const string LandscapeVivid = "landscape-vivid";

    /// <summary>The map <c>aquarelle-v4</c>.</summary>
    public const string AquarelleV4 = "aquarelle-v4";

    /// <summary>The map <c>aquarelle-v4-dark</c>.</summary>
    public const string AquarelleV4Dark = "aquarelle-v4-dark";

    /// <summary>The map <c>aquarelle-v4-vivid</c>.</summary>
    public const string AquarelleV4Vivid = "aquarelle-v4-vivid";

    /// <summary>The map <c>aquarelle</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="AquarelleV4"/> instead.</remarks>
    public const string Aquarelle = "aquarelle";

    /// <summary>The map <c>aquarelle-dark</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="AquarelleV4Dark"/> instead.</remarks>
    public const string AquarelleDark = "aquarelle-dark";

    /// <summary>The map <c>aquarelle-vivid</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="AquarelleV4Vivid"/> instead.</remarks>
    public const string AquarelleVivid = "aquarelle-vivid";

    /// <summary>The map <c>ocean-v4</c>.</summary>
    public const string OceanV4 = "ocean-v4";

    /// <summary>The map <c>ocean-v4-dark</c>.</summary>
    public const string OceanV4Dark = "ocean-v4-dark";

    /// <summary>The map <c>ocean</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="OceanV4"/> instead.</remarks>
    public const string Ocean = "ocean";

    /// <summary>The map <c>openstreetmap</c>.</summary>
    public const string OpenStreetMap = "openstreetmap";

    /// <summary>The map <c>openstreetmap-dark</c>.</summary>
    public const string OpenStreetMapDark = "openstreetmap-dark";

    /// <summary>The map <c>bright-v2</c>.</summary>
    public const string BrightV2 = "bright-v2";

    /// <summary>The map <c>bright-v2-dark</c>.</summary>
    public const string BrightV2Dark = "bright-v2-dark";

    /// <summary>The map <c>bright-v2-light</c>.</summary>
    public const string BrightV2Light = "bright-v2-light";

    /// <summary>The map <c>bright-v2-pastel</c>.</summary>
    public const string BrightV2Pastel = "bright-v2-pastel";

    /// <summary>The map <c>basic-v2</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="BaseV4"/> instead.</remarks>
    public const string BasicV2 = "basic-v2";

    /// <summary>The map <c>basic-v2-dark</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="BaseV4Dark"/> instead.</remarks>
    public const string BasicV2Dark = "basic-v2-dark";

    /// <summary>The map <c>basic-v2-light</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="BaseV4Light"/> instead.</remarks>
    public const string BasicV2Light = "basic-v2-light";

    /// <summary>The map <c>voyager-v2</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="StreetsV4"/> instead.</remarks>
    public const string VoyagerV2 = "voyager-v2";

    /// <summary>The map <c>voyager-v2-darkmatter</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="DatavizV4Dark"/> instead.</remarks>
    public const string VoyagerV2DarkMatter = "voyager-v2-darkmatter";

    /// <summary>The map <c>voyager-v2-positron</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="DatavizV4Light"/> instead.</remarks>
    public const string VoyagerV2Positron = "voyager-v2-positron";

    /// <summary>The map <c>voyager-v2-vintage</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="StreetsV4Pastel"/> instead.</remarks>
    public const string VoyagerV2Vintage = "voyager-v2-vintage";

    /// <summary>The map <c>toner-v2</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="DatavizV4"/> instead.</remarks>
    public const string TonerV2 = "toner-v2";

    /// <summary>The map <c>toner-v2-background</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="BackdropV4"/> instead.</remarks>
    public const string TonerV2Background = "toner-v2-background";

    /// <summary>The map <c>toner-v2-lite</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="DatavizV4Light"/> instead.</remarks>
    public const string TonerV2Lite = "toner-v2-lite";

    /// <summary>The map <c>toner-v2-lines</c>, which MapTiler has deprecated.</summary>
    /// <remarks>Deprecated by MapTiler: use <see cref="DatavizV4Light"/> instead.</remarks>
    public const string TonerV2Lines = "toner-v2-lines";
}

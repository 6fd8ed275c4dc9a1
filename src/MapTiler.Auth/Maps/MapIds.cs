namespace MapTiler.Maps;

/// <summary>
/// The ids of the maps that MapTiler provides to every account. Any other value is also accepted: the id of your own map is its UUID.
/// See <see href="https://docs.maptiler.com/sdk-js/api/map-styles/">the list of map styles</see>.
/// </summary>
public static class MapIds
{
    /// <summary>The id of the Streets map, version 4.</summary>
    public const string StreetsV4 = "streets-v4";

    /// <summary>The id of the Streets map, version 4, in the variant Dark.</summary>
    public const string StreetsV4Dark = "streets-v4-dark";

    /// <summary>The id of the Streets map, version 4, in the variant Pastel.</summary>
    public const string StreetsV4Pastel = "streets-v4-pastel";

    /// <summary>The id of the Streets map, version 2. MapTiler has deprecated this map: use <see cref="StreetsV4"/> instead.</summary>
    public const string StreetsV2 = "streets-v2";

    /// <summary>The id of the Streets map, version 2, in the variant Dark. MapTiler has deprecated this map: use <see cref="StreetsV4Dark"/> instead.</summary>
    public const string StreetsV2Dark = "streets-v2-dark";

    /// <summary>The id of the Streets map, version 2, in the variant Light. MapTiler has deprecated this map: use <see cref="StreetsV4Pastel"/> instead.</summary>
    public const string StreetsV2Light = "streets-v2-light";

    /// <summary>The id of the Streets map, version 2, in the variant Night. MapTiler has deprecated this map: use <see cref="StreetsV4Dark"/> instead.</summary>
    public const string StreetsV2Night = "streets-v2-night";

    /// <summary>The id of the Streets map, version 2, in the variant Pastel. MapTiler has deprecated this map: use <see cref="StreetsV4Pastel"/> instead.</summary>
    public const string StreetsV2Pastel = "streets-v2-pastel";

    /// <summary>The id of the Base map, version 4.</summary>
    public const string BaseV4 = "base-v4";

    /// <summary>The id of the Base map, version 4, in the variant Dark.</summary>
    public const string BaseV4Dark = "base-v4-dark";

    /// <summary>The id of the Base map, version 4, in the variant Light.</summary>
    public const string BaseV4Light = "base-v4-light";

    /// <summary>The id of the Base map, version 4, in the variant AI.</summary>
    public const string BaseV4AI = "base-v4-ai";

    /// <summary>The id of the Satellite map, version 4.</summary>
    public const string SatelliteV4 = "satellite-v4";

    /// <summary>The id of the Satellite map, version 4, in the variant Dark.</summary>
    public const string SatelliteV4Dark = "satellite-v4-dark";

    /// <summary>The id of the Satellite map. MapTiler has deprecated this map: use <see cref="SatelliteV4"/> instead.</summary>
    public const string Satellite = "satellite";

    /// <summary>The id of the Hybrid map, version 4.</summary>
    public const string HybridV4 = "hybrid-v4";

    /// <summary>The id of the Hybrid map, version 4, in the variant Dark.</summary>
    public const string HybridV4Dark = "hybrid-v4-dark";

    /// <summary>The id of the Hybrid map.</summary>
    public const string Hybrid = "hybrid";

    /// <summary>The id of the Outdoor map, version 4.</summary>
    public const string OutdoorV4 = "outdoor-v4";

    /// <summary>The id of the Outdoor map, version 4, in the variant Dark.</summary>
    public const string OutdoorV4Dark = "outdoor-v4-dark";

    /// <summary>The id of the Outdoor map, version 2. MapTiler has deprecated this map: use <see cref="OutdoorV4"/> instead.</summary>
    public const string OutdoorV2 = "outdoor-v2";

    /// <summary>The id of the Outdoor map, version 2, in the variant Dark. MapTiler has deprecated this map: use <see cref="OutdoorV4Dark"/> instead.</summary>
    public const string OutdoorV2Dark = "outdoor-v2-dark";

    /// <summary>The id of the Winter map, version 4.</summary>
    public const string WinterV4 = "winter-v4";

    /// <summary>The id of the Winter map, version 4, in the variant Dark.</summary>
    public const string WinterV4Dark = "winter-v4-dark";

    /// <summary>The id of the Winter map, version 2.</summary>
    public const string WinterV2 = "winter-v2";

    /// <summary>The id of the Winter map, version 2, in the variant Dark.</summary>
    public const string WinterV2Dark = "winter-v2-dark";

    /// <summary>The id of the Topo map, version 4.</summary>
    public const string TopoV4 = "topo-v4";

    /// <summary>The id of the Topo map, version 4, in the variant Dark.</summary>
    public const string TopoV4Dark = "topo-v4-dark";

    /// <summary>The id of the Topo map, version 4, in the variant Pastel.</summary>
    public const string TopoV4Pastel = "topo-v4-pastel";

    /// <summary>The id of the Topo map, version 4, in the variant Topographique.</summary>
    public const string TopoV4Topographique = "topo-v4-topographique";

    /// <summary>The id of the Topo map, version 2. MapTiler has deprecated this map: use <see cref="TopoV4"/> instead.</summary>
    public const string TopoV2 = "topo-v2";

    /// <summary>The id of the Topo map, version 2, in the variant Dark. MapTiler has deprecated this map: use <see cref="TopoV4Dark"/> instead.</summary>
    public const string TopoV2Dark = "topo-v2-dark";

    /// <summary>The id of the Topo map, version 2, in the variant Shiny. MapTiler has deprecated this map: use <see cref="TopoV4"/> instead.</summary>
    public const string TopoV2Shiny = "topo-v2-shiny";

    /// <summary>The id of the Topo map, version 2, in the variant Pastel. MapTiler has deprecated this map: use <see cref="TopoV4Pastel"/> instead.</summary>
    public const string TopoV2Pastel = "topo-v2-pastel";

    /// <summary>The id of the Topo map, version 2, in the variant Topographique. MapTiler has deprecated this map: use <see cref="TopoV4Topographique"/> instead.</summary>
    public const string TopoV2Topographique = "topo-v2-topographique";

    /// <summary>The id of the Dataviz map, version 4.</summary>
    public const string DatavizV4 = "dataviz-v4";

    /// <summary>The id of the Dataviz map, version 4, in the variant Dark.</summary>
    public const string DatavizV4Dark = "dataviz-v4-dark";

    /// <summary>The id of the Dataviz map, version 4, in the variant Light.</summary>
    public const string DatavizV4Light = "dataviz-v4-light";

    /// <summary>The id of the Dataviz map. MapTiler has deprecated this map: use <see cref="DatavizV4"/> instead.</summary>
    public const string Dataviz = "dataviz";

    /// <summary>The id of the Dataviz map, in the variant Dark. MapTiler has deprecated this map: use <see cref="DatavizV4Dark"/> instead.</summary>
    public const string DatavizDark = "dataviz-dark";

    /// <summary>The id of the Dataviz map, in the variant Light. MapTiler has deprecated this map: use <see cref="DatavizV4Light"/> instead.</summary>
    public const string DatavizLight = "dataviz-light";

    /// <summary>The id of the Backdrop map, version 4.</summary>
    public const string BackdropV4 = "backdrop-v4";

    /// <summary>The id of the Backdrop map, version 4, in the variant Dark.</summary>
    public const string BackdropV4Dark = "backdrop-v4-dark";

    /// <summary>The id of the Backdrop map, version 4, in the variant Light.</summary>
    public const string BackdropV4Light = "backdrop-v4-light";

    /// <summary>The id of the Backdrop map. MapTiler has deprecated this map: use <see cref="BackdropV4"/> instead.</summary>
    public const string Backdrop = "backdrop";

    /// <summary>The id of the Backdrop map, in the variant Dark. MapTiler has deprecated this map: use <see cref="BackdropV4Dark"/> instead.</summary>
    public const string BackdropDark = "backdrop-dark";

    /// <summary>The id of the Backdrop map, in the variant Light. MapTiler has deprecated this map: use <see cref="BackdropV4Light"/> instead.</summary>
    public const string BackdropLight = "backdrop-light";

    /// <summary>The id of the Landscape map, version 4.</summary>
    public const string LandscapeV4 = "landscape-v4";

    /// <summary>The id of the Landscape map, version 4, in the variant Dark.</summary>
    public const string LandscapeV4Dark = "landscape-v4-dark";

    /// <summary>The id of the Landscape map, version 4, in the variant Vivid.</summary>
    public const string LandscapeV4Vivid = "landscape-v4-vivid";

    /// <summary>The id of the Landscape map. MapTiler has deprecated this map: use <see cref="LandscapeV4"/> instead.</summary>
    public const string Landscape = "landscape";

    /// <summary>The id of the Landscape map, in the variant Dark. MapTiler has deprecated this map: use <see cref="LandscapeV4Dark"/> instead.</summary>
    public const string LandscapeDark = "landscape-dark";

    /// <summary>The id of the Landscape map, in the variant Vivid. MapTiler has deprecated this map: use <see cref="LandscapeV4Vivid"/> instead.</summary>
    public const string LandscapeVivid = "landscape-vivid";

    /// <summary>The id of the Aquarelle map, version 4.</summary>
    public const string AquarelleV4 = "aquarelle-v4";

    /// <summary>The id of the Aquarelle map, version 4, in the variant Dark.</summary>
    public const string AquarelleV4Dark = "aquarelle-v4-dark";

    /// <summary>The id of the Aquarelle map, version 4, in the variant Vivid.</summary>
    public const string AquarelleV4Vivid = "aquarelle-v4-vivid";

    /// <summary>The id of the Aquarelle map. MapTiler has deprecated this map: use <see cref="AquarelleV4"/> instead.</summary>
    public const string Aquarelle = "aquarelle";

    /// <summary>The id of the Aquarelle map, in the variant Dark. MapTiler has deprecated this map: use <see cref="AquarelleV4Dark"/> instead.</summary>
    public const string AquarelleDark = "aquarelle-dark";

    /// <summary>The id of the Aquarelle map, in the variant Vivid. MapTiler has deprecated this map: use <see cref="AquarelleV4Vivid"/> instead.</summary>
    public const string AquarelleVivid = "aquarelle-vivid";

    /// <summary>The id of the Ocean map, version 4.</summary>
    public const string OceanV4 = "ocean-v4";

    /// <summary>The id of the Ocean map, version 4, in the variant Dark.</summary>
    public const string OceanV4Dark = "ocean-v4-dark";

    /// <summary>The id of the Ocean map. MapTiler has deprecated this map: use <see cref="OceanV4"/> instead.</summary>
    public const string Ocean = "ocean";

    /// <summary>The id of the OpenStreetMap map.</summary>
    public const string OpenStreetMap = "openstreetmap";

    /// <summary>The id of the OpenStreetMap map, in the variant Dark.</summary>
    public const string OpenStreetMapDark = "openstreetmap-dark";

    /// <summary>The id of the Bright map, version 2.</summary>
    public const string BrightV2 = "bright-v2";

    /// <summary>The id of the Bright map, version 2, in the variant Dark.</summary>
    public const string BrightV2Dark = "bright-v2-dark";

    /// <summary>The id of the Bright map, version 2, in the variant Light.</summary>
    public const string BrightV2Light = "bright-v2-light";

    /// <summary>The id of the Bright map, version 2, in the variant Pastel.</summary>
    public const string BrightV2Pastel = "bright-v2-pastel";

    /// <summary>The id of the Basic map, version 2. MapTiler has deprecated this map: use <see cref="BaseV4"/> instead.</summary>
    public const string BasicV2 = "basic-v2";

    /// <summary>The id of the Basic map, version 2, in the variant Dark. MapTiler has deprecated this map: use <see cref="BaseV4Dark"/> instead.</summary>
    public const string BasicV2Dark = "basic-v2-dark";

    /// <summary>The id of the Basic map, version 2, in the variant Light. MapTiler has deprecated this map: use <see cref="BaseV4Light"/> instead.</summary>
    public const string BasicV2Light = "basic-v2-light";

    /// <summary>The id of the Voyager map, version 2. MapTiler has deprecated this map: use <see cref="StreetsV4"/> instead.</summary>
    public const string VoyagerV2 = "voyager-v2";

    /// <summary>The id of the Voyager map, version 2, in the variant Dark Matter. MapTiler has deprecated this map: use <see cref="DatavizV4Dark"/> instead.</summary>
    public const string VoyagerV2DarkMatter = "voyager-v2-darkmatter";

    /// <summary>The id of the Voyager map, version 2, in the variant Positron. MapTiler has deprecated this map: use <see cref="DatavizV4Light"/> instead.</summary>
    public const string VoyagerV2Positron = "voyager-v2-positron";

    /// <summary>The id of the Voyager map, version 2, in the variant Vintage. MapTiler has deprecated this map: use <see cref="StreetsV4Pastel"/> instead.</summary>
    public const string VoyagerV2Vintage = "voyager-v2-vintage";

    /// <summary>The id of the Toner map, version 2. MapTiler has deprecated this map: use <see cref="DatavizV4"/> instead.</summary>
    public const string TonerV2 = "toner-v2";

    /// <summary>The id of the Toner map, version 2, in the variant Background. MapTiler has deprecated this map: use <see cref="BackdropV4"/> instead.</summary>
    public const string TonerV2Background = "toner-v2-background";

    /// <summary>The id of the Toner map, version 2, in the variant Lite. MapTiler has deprecated this map: use <see cref="DatavizV4Light"/> instead.</summary>
    public const string TonerV2Lite = "toner-v2-lite";

    /// <summary>The id of the Toner map, version 2, in the variant Lines. MapTiler has deprecated this map: use <see cref="DatavizV4Light"/> instead.</summary>
    public const string TonerV2Lines = "toner-v2-lines";
}

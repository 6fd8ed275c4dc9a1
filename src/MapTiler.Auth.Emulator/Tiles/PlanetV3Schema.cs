using static MapTiler.Emulator.Tiles.SchemaLayer;

namespace MapTiler.Emulator.Tiles;

/// <summary>The layers of MapTiler Planet v3, which are those of OpenMapTiles and <c>globallandcover</c>.</summary>
internal static class PlanetV3Schema
{
    private const int LastZoomOfGlobalLandCover = 9;

    // The last two are deprecated but still sent.
    private const string Name = "name name:latin name_en name_de";

    private const string Routes =
        "route_1_name route_1_network route_1_ref route_2_name route_2_network route_2_ref route_3_name route_3_network route_3_ref "
        + "route_4_name route_4_network route_4_ref route_5_name route_5_network route_5_ref route_6_name route_6_network route_6_ref";

    public static readonly VectorLayer[] Layers =
    [
        Create(PlanetTileset.WaterLayer, 0, "brunnel class intermittent#"),
        Create(PlanetTileset.LandLayer, 0, "class", LastZoomOfGlobalLandCover),
        Create(PlanetTileset.IceLayer, 0, "class subclass"),
        Create("landuse", 4, "class"),
        Create("park", 4, "class rank# " + Name),
        Create(PlanetTileset.RiverLayer, 3, "brunnel class intermittent# " + Name),
        Create("aeroway", 10, "class ref"),
        Create("transportation", 4, "access bicycle brunnel class expressway# foot horse indoor# layer# level mtb_scale network oneway# ramp# service subclass surface toll#"),
        Create("building", 13, "colour hide_3d? render_height# render_min_height#"),
        Create(PlanetTileset.BorderLayer, 0, "adm0_l adm0_r admin_level# claimed_by disputed# disputed_name maritime#"),
        Create(PlanetTileset.SeaNameLayer, 0, "class intermittent# " + Name),
        Create(PlanetTileset.PlaceLayer, 0, "capital# class iso_a2 rank# " + Name),
        Create("mountain_peak", 7, "class customary_ft# ele# ele_ft# rank# " + Name),
        Create("aerodrome_label", 8, "class ele# ele_ft# iata icao " + Name),
        Create("transportation_name", 6, "brunnel class indoor# layer# level network ref ref_length# subclass " + Name + " " + Routes),
        Create("poi", 12, "agg_stop# class indoor# layer# level rank# subclass " + Name),
        Create("housenumber", 14, "housenumber"),
    ];

    /// <summary>The layers of OpenMapTiles alone.</summary>
    public static readonly VectorLayer[] OpenMapTilesLayers = [.. Layers.Where(l => l.Id != PlanetTileset.LandLayer)];
}

using static MapTiler.Emulator.Tiles.SchemaLayer;

namespace MapTiler.Emulator.Tiles;

/// <summary>The layers of MapTiler Planet v4.</summary>
internal static class PlanetV4Schema
{
    public const int MaxZoom = 15;

    public const string Water = "water";
    public const string Waterway = "waterway";
    public const string WaterLabel = "water_label";
    public const string WaterCentroid = "water_centroid";
    public const string Ice = "ice";
    public const string CountryBorder = "country_border";
    public const string CountryBorderDisputed = "country_border_disputed";
    public const string SubBorder = "sub_border";
    public const string ContinentLabel = "continent_label";
    public const string CountryLabel = "country_label";
    public const string CountryDisputedLabel = "country_disputed_label";
    public const string StateLabel = "state_label";
    public const string CityLabel = "city_label";
    public const string TownLabel = "town_label";
    public const string PlaceLabel = "place_label";

    private const int LastZoomOfContinents = 3;
    private const int LastZoomOfGeneralizedAreas = 9;

    private const string Road = "access brunnel class construction? expressway? iso_a2 network oneway# paved? ramp? service";

    private const string Routes =
        "route_1_name route_1_network route_1_ref route_1_colour route_2_name route_2_network route_2_ref route_2_colour "
        + "route_3_name route_3_network route_3_ref route_3_colour route_4_name route_4_network route_4_ref route_4_colour "
        + "route_5_name route_5_network route_5_ref route_6_name route_6_network route_6_ref";

    private const string WaterName = "area# class ipq# length# name rank# rotation# worldview:ch worldview:us";

    public static readonly VectorLayer[] Layers =
    [
        // The areas and lines come first, in the order in which most styles draw them; then the names, the important ones first.
        Create("vegetation", 0, maxZoom: LastZoomOfGeneralizedAreas),
        Create("forest", 0, maxZoom: LastZoomOfGeneralizedAreas),
        Create("scrub", 0, maxZoom: LastZoomOfGeneralizedAreas),
        Create("wood", 0),
        Create(Ice, 0),
        Create("grass", 7, "class"),
        Create("farmland", 8),
        Create("rock", 7, "class"),
        Create("sand", 7, "class"),
        Create("wetland", 7),
        Create("residential", 4),
        Create("commercial", 7, "class"),
        Create("industrial", 8, "class"),
        Create("construction", 8, "class"),
        Create("cemetery", 7),
        Create("education", 10, "class"),
        Create("hospital", 10),
        Create("leisure", 10, "class"),
        Create("military", 8),
        Create("protected_area", 4, "class"),
        Create("parking", 15, "access class subclass parking parking_space"),
        Create(Water, 0, "class subclass covered? intermittent?"),
        Create(Waterway, 3, "brunnel class intermittent?"),
        Create("dam", 10),
        Create("pier", 9),
        Create("bridge", 8, "class construction? layer#"),
        Create("aviation", 7, "access class subclass construction? faa iata icao ref"),
        Create("aviation_line", 7, "access class subclass construction? faa iata icao ref"),
        Create("pedestrian", 12, "access brunnel class construction? indoor? layer# level paved?"),
        Create("pathway", 12, "access brunnel class construction? indoor? layer# level oneway# paved?"),
        Create("road", 4, Road + " layer# toll?"),
        Create("railway", 6, "brunnel class construction? iso_a2 ref service usage"),
        Create("ferry", 4, "access ref"),
        Create("aerialway", 7, "access class ref"),
        Create("building", 12, "height# height_min# underground?"),
        Create("traffic_control", 15, "access class subclass lowered? ref"),
        Create(SubBorder, 2, "admin_level# iso_a2 maritime?"),
        Create(CountryBorder, 0, "admin_l admin_r maritime?"),
        Create(CountryBorderDisputed, 0, "claimed_by disputed_by disputed_name maritime? worldview:ch worldview:us"),

        Create(ContinentLabel, 0, "name", LastZoomOfContinents),
        Create(CountryLabel, 0, "iso_a2 name rank#"),
        Create(CountryDisputedLabel, 3, "name worldview:ch worldview:us"),
        Create(WaterCentroid, 0, WaterName),
        Create(WaterLabel, 0, WaterName),
        Create(CityLabel, 3, "capital# iso_a2 name rank#"),
        Create(StateLabel, 2, "abbrev admin_level# name rank#"),
        Create(TownLabel, 6, "capital# iso_a2 name rank#"),
        Create("archipelago_label", 3, "name rank# worldview:ch worldview:us"),
        Create("island_label", 12, "class name rank#"),
        Create(PlaceLabel, 9, "class iso_a2 name rank#"),
        Create("protected_area_major_label", 4, "class name"),
        Create("protected_area_minor_label", 4, "class name"),
        Create("poi_station", 5, "agg_stop# class subclass construction? customary_units ele# ele_ft# faa iata icao name network ref"),
        Create("road_label", 6, Road + " name ref ref_length# " + Routes),
        Create("road_exit", 10, "class iso_a2 layer# name ref ref_length#"),
        Create("railway_label", 10, "brunnel class construction? iso_a2 name ref service"),
        Create("ferry_label", 4, "access name ref"),
        Create("aerialway_label", 7, "access class name ref"),
        Create("bridge_label", 10, "class construction? layer# name"),
        Create("pathway_label", 12, "access brunnel class construction? name unpaved?"),
        Create("pedestrian_label", 12, "access brunnel class construction? name unpaved?"),
        Create("poi_culture", 13, "access class subclass name"),
        Create("poi_education", 12, "access class subclass name"),
        Create("poi_healthcare", 12, "class subclass healthcare name"),
        Create("poi_public", 12, "access class subclass name"),
        Create("poi_shopping", 12, "class subclass name"),
        Create("poi_sport", 12, "access class name"),
        Create("poi_tourism", 12, "access class subclass direction name"),
        Create("poi_transport", 13, "access class subclass name parking parking_space ref"),
        Create("poi_accommodation", 15, "access class name stars#"),
        Create("poi_food", 15, "class cuisine name"),
        Create("building_number", 15, "number"),
        Create("street_furniture", 15, "access class subclass direction lowered? name ref"),
        Create("tree", 15, "name"),
    ];
}

using static MapTiler.ContractTests.Sources;

namespace MapTiler.ContractTests;

/// <summary>The schema of the tileset <c>v4</c>, MapTiler Planet: what its TileJSON declares, and what its tiles contain.</summary>
internal static class PlanetFacts
{
    private const string World = "/tiles/v4/0/0/0.pbf";
    private const string Europe = "/tiles/v4/4/8/5.pbf";
    private const string America = "/tiles/v4/4/3/6.pbf";
    private const string Cologne = "/tiles/v4/9/265/171.pbf";
    private const string Zurich = "/tiles/v4/9/268/179.pbf";

    /// <summary>Each layer with its attributes. A name also comes as <c>name:de</c> and so on, where it differs.</summary>
    private static readonly (string Layer, string Attributes)[] Layers =
    [
        ("aerialway", "access class ref"),
        ("aerialway_label", "access class name ref"),
        ("archipelago_label", "name rank"),
        ("aviation", "access class subclass construction faa iata icao ref"),
        ("aviation_line", "access class subclass construction faa iata icao ref"),
        ("bridge", "class construction layer"),
        ("bridge_label", "class construction layer name"),
        ("building", "height height_min underground"),
        ("building_number", "number"),
        ("cemetery", ""),
        ("city_label", "capital iso_a2 name rank"),
        ("commercial", "class"),
        ("construction", "class"),
        ("continent_label", "name"),
        ("country_border", "admin_l admin_r maritime"),
        ("country_border_disputed", "claimed_by disputed_by disputed_name maritime"),
        ("country_disputed_label", "name"),
        ("country_label", "iso_a2 name rank"),
        ("dam", ""),
        ("education", "class"),
        ("farmland", ""),
        ("ferry", "access ref"),
        ("ferry_label", "access name ref"),
        ("forest", ""),
        ("grass", "class"),
        ("hospital", ""),
        ("ice", ""),
        ("industrial", "class"),
        ("island_label", "class name rank"),
        ("leisure", "class"),
        ("military", ""),
        ("parking", "access class subclass parking parking_space"),
        ("pathway", "access brunnel class construction indoor layer level oneway paved"),
        ("pathway_label", "access brunnel class construction name unpaved"),
        ("pedestrian", "access brunnel class construction indoor layer level paved"),
        ("pedestrian_label", "access brunnel class construction name unpaved"),
        ("pier", ""),
        ("place_label", "class iso_a2 name rank"),
        ("poi_accommodation", "access class name stars"),
        ("poi_culture", "access class subclass name"),
        ("poi_education", "access class subclass name"),
        ("poi_food", "class cuisine name"),
        ("poi_healthcare", "class subclass healthcare name"),
        ("poi_public", "access class subclass name"),
        ("poi_shopping", "class subclass name"),
        ("poi_sport", "access class name"),
        ("poi_station", "agg_stop class subclass construction customary_units ele ele_ft faa iata icao name network ref"),
        ("poi_tourism", "access class subclass direction name"),
        ("poi_transport", "access class subclass name parking parking_space ref"),
        ("protected_area", "class"),
        ("protected_area_major_label", "class name"),
        ("protected_area_minor_label", "class name"),
        ("railway", "brunnel class construction iso_a2 ref service usage"),
        ("railway_label", "brunnel class construction iso_a2 name ref service"),
        ("residential", ""),
        ("road", "access brunnel class construction expressway iso_a2 layer network oneway paved ramp service toll"),
        ("road_exit", "class iso_a2 layer name ref ref_length"),
        ("road_label", "class name network ref ref_length"),
        ("rock", "class"),
        ("sand", "class"),
        ("scrub", ""),
        ("state_label", "abbrev admin_level name rank"),
        ("street_furniture", "access class subclass direction lowered name ref"),
        ("sub_border", "admin_level iso_a2 maritime"),
        ("town_label", "capital iso_a2 name rank"),
        ("traffic_control", "access class subclass lowered ref"),
        ("tree", "name"),
        ("vegetation", ""),
        ("water", "class subclass covered intermittent"),
        ("waterway", "brunnel class intermittent"),
        ("water_centroid", "area class ipq length name rank rotation"),
        ("water_label", "area class ipq length name rank rotation"),
        ("wetland", ""),
        ("wood", ""),
    ];

    public static IReadOnlyList<Fact> List { get; } =
    [
        .. Layers.Select(l => new Fact($"v4 has the layer {l.Layer}", "/tiles/v4/tiles.json")
        {
            Json = $"{{ vector_layers: [some {{ id: '{l.Layer}', fields: {{ {Fields(l.Attributes)} }}, ... }}], ... }}",
            Source = PlanetSchema,
        }),
        new("v4 has no layer of v3", "/tiles/v4/tiles.json")
        {
            Json = "{ vector_layers: [{ id: /^(?!(transportation|place|boundary|landuse|landcover|poi|water_name|mountain_peak|aeroway)$)/, ... }+], ... }",
            Source = PlanetSchema,
        },
        new("the tile of the world has only layers of the schema", World)
        {
            Tile = $"{{ {string.Concat(Layers.Select(l => $"{l.Layer}?: any, "))} }}", Source = PlanetSchema,
        },

        new("the sea is water of the class ocean", World) { Tile = Layer("water", "some { type: 'polygon', class: 'ocean', ... }"), Source = PlanetSchema },
        new("a lake is water of the class lake", "/tiles/v4/6/33/22.pbf")
        {
            Tile = Layer("water", "some { type: 'polygon', class: 'lake', ... }"), Source = PlanetSchema,
        },
        new("whether water dries up is a boolean", Europe)
        {
            Tile = Layer("water", "{ type: 'polygon', class: string, intermittent?: boolean, ... }"), Source = Styles2025,
        },
        new("rivers are lines", Cologne) { Tile = Layer("waterway", "{ type: 'line', class: string, intermittent?: boolean, ... }"), Source = PlanetSchema },
        new("whether a border is maritime is a boolean", World)
        {
            Tile = Layer("country_border", "{ type: 'line', maritime: boolean, admin_l?: /^[A-Z]{2}$/, admin_r?: /^[A-Z]{2}$/, ... }"),
            Source = Styles2025,
        },
        new("borders of states have levels of 30 and more", America)
        {
            Tile = Layer("sub_border", "{ type: 'line', admin_level: 30..110, maritime: boolean, iso_a2?: string, ... }"), Source = Styles2025,
        },
        new("the labels of countries", Europe)
        {
            Tile = Layer("country_label", "{ type: 'point', name: string, iso_a2?: /^[A-Z]{2}$/, rank: 0..5, ... }"), Source = PlanetSchema,
        },
        new("the labels of continents", World)
        {
            Tile = Layer("continent_label", "{ type: 'point', name: string, /^name:[a-z]{2}$/?: string }"), Source = PlanetSchema,
        },
        new("the labels of cities", Europe)
        {
            Tile = Layer("city_label", "{ type: 'point', name: string, rank: 1..7, iso_a2?: string, capital?: integer, /^name:/?: string }"),
            Source = PlanetSchema,
        },
        new("the capital of a country has the level 20", Europe) { Tile = Layer("city_label", "some { capital: 20, ... }"), Source = Styles2025 },
        new("the labels of towns", Zurich) { Tile = Layer("town_label", "{ type: 'point', name: string, rank: 1..11, ... }"), Source = PlanetSchema },
        new("the labels of states", America) { Tile = Layer("state_label", "{ type: 'point', name: string, abbrev?: string, ... }"), Source = Styles2025 },
        new("the labels of small places have a class", "/tiles/v4/12/2145/1434.pbf")
        {
            Tile = Layer("place_label", "{ type: 'point', name: string, class: /^(village|hamlet|suburb|quarter|neighbourhood|isolated_dwelling)$/, rank: 1..40, ... }"),
            Source = PlanetSchema,
        },
        new("a name in a language only where it differs", Europe)
        {
            Tile = Layer("country_label", "some { name: string, 'name:de': string, ... }"), Source = PlanetSchema,
        },
        new("the version and the extent of a layer", World) { Tile = "{ water: { version: 2, extent: 4096, features: any }, ... }", Source = Source.Guess },
    ];

    private static string Fields(string attributes) => string.Join(", ", attributes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => $"{a}: any").Append("..."));

    /// <summary>A tile with this layer, in which each feature, or some, have this shape.</summary>
    private static string Layer(string name, string feature) =>
        $"{{ {name}.features: [{feature}{(feature.StartsWith("some", StringComparison.Ordinal) ? "" : "+")}], ... }}";
}

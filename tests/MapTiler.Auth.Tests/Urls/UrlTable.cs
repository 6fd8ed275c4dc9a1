using MapTiler.Coordinates;
using MapTiler.Elevation;
using MapTiler.Geocoding;
using MapTiler.Maps;
using MapTiler.StaticMaps;

namespace MapTiler.Tests.Urls;

/// <summary>Every endpoint with all of its options. A new method of the builder needs its lines here.</summary>
internal static class UrlTable
{
    private static readonly LngLat Brno = LngLat.FromLatLng(49.1952, 16.6068);
    private static readonly LngLat Canaries = LngLat.FromLatLng(1e-7, -16.6068);

    public static readonly IReadOnlyList<UrlCase> Cases =
    [
        // Maps
        new("MapViewer", u => u.MapViewer("streets-v4"), "/maps/streets-v4/"),
        new("MapViewer", u => u.MapViewer("streets-v4", new MapView(default, 1)), "/maps/streets-v4/", "#1.0/0.00000/0.00000"),
        new("MapViewer", u => u.MapViewer("streets-v4", new MapView(Canaries, 12.5)), "/maps/streets-v4/", "#12.5/0.00000/-16.60680"),
        new("MapViewer", u => u.MapViewer("0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"), "/maps/0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/"),
        new("StyleJson", u => u.StyleJson("streets-v4"), "/maps/streets-v4/style.json"),
        new("StyleJson", u => u.StyleJson("má mapa/2?#%"), "/maps/m%C3%A1%20mapa%2F2%3F%23%25/style.json"),

        new("MapTile", u => u.MapTile("streets-v4", new(3, 4, 2)), "/maps/streets-v4/3/4/2.png"),
        new("MapTile", u => u.MapTile("streets-v4", default), "/maps/streets-v4/0/0/0.png"),
        new("MapTile", u => u.MapTile("streets-v4", new(22, 4194303, 0), new() { TileSize = 512, Format = ImageFormat.WebP }), "/maps/streets-v4/22/4194303/0.webp"),
        new("MapTile", u => u.MapTile("streets-v4", new(3, 4, 2), new() { TileSize = 256, HighDpi = true }), "/maps/streets-v4/256/3/4/2@2x.png"),
        new("MapTile", u => u.MapTile("hybrid", new(3, 4, 2), new() { HighDpi = true, Format = ImageFormat.Jpeg }), "/maps/hybrid/3/4/2@2x.jpg"),
        new("MapTileJson", u => u.MapTileJson("streets-v4"), "/maps/streets-v4/tiles.json"),
        new("MapTileJson", u => u.MapTileJson("streets-v4", tileSize: 256), "/maps/streets-v4/256/tiles.json"),
        new("MapWmtsCapabilities", u => u.MapWmtsCapabilities("streets-v4"), "/maps/streets-v4/WMTSCapabilities.xml"),
        new("OgcMapTiles", u => u.OgcMapTiles("streets-v4"), "/maps/streets-v4/tiles"),
        new("OgcMapTileMatrixSet", u => u.OgcMapTileMatrixSet("streets-v4"), "/maps/streets-v4/tileMatrixSet"),
        new("MapSprite", u => u.MapSprite("streets-v4", SpriteFormat.Json), "/maps/streets-v4/sprite.json") { IsPublic = true },
        new("MapSprite", u => u.MapSprite("streets-v4", SpriteFormat.Png, highDpi: true), "/maps/streets-v4/sprite@2x.png") { IsPublic = true },
        new("Sprite", u => u.Sprite("v4", SpriteFormat.Png), "/sprites/v4/sprite.png") { IsPublic = true },
        new("Sprite", u => u.Sprite("v4", SpriteFormat.Json, highDpi: true), "/sprites/v4/sprite@2x.json") { IsPublic = true },

        // Static maps
        new("StaticMap", u => u.StaticMap("base-v4", new MapView(Brno, 9.5)).Uri, "/maps/base-v4/static/16.6068,49.1952,9.5/1024x1024.png"),
        new("StaticMap", u => Static(u, new BoundingBox(-16.6068, -49.5, 1e-7, 49.1952), new() { Width = 600, Height = 300 }), "/maps/base-v4/static/-16.6068,-49.5,0.0000001,49.1952/600x300.png"),
        new("StaticMap", u => Static(u, new MapView(default, 3), new() { Width = 2048, Height = 1, HighDpi = true, Format = ImageFormat.WebP }), "/maps/base-v4/static/0,0,3/2048x1@2x.webp"),
        new("StaticMap", u => Static(u, new MapView(default, 3), new() { AttributionPosition = AttributionPosition.TopLeft }), "/maps/base-v4/static/0,0,3/1024x1024.png?attribution=topleft"),
        new("StaticMap", u => Static(u, new MapView(default, 3), new() { AttributionPosition = AttributionPosition.Hidden, Shortest = true }), "/maps/base-v4/static/0,0,3/1024x1024.png?attribution=false&shortest=true"),
        new("StaticMap", u => Static(u, StaticMapArea.Auto, new() { Markers = [new(Brno)], Padding = 0.25 }), "/maps/base-v4/static/auto/1024x1024.png?markers=16.6068,49.1952&padding=0.25"),
        new("StaticMap", u => Static(u, StaticMapArea.Auto, new() { Markers = [new(new StaticMapMarker(Brno, "Red"), new StaticMapMarker(Canaries, "#0f08"))] }),
            "/maps/base-v4/static/auto/1024x1024.png?markers=16.6068,49.1952,red%7C-16.6068,0.0000001,%2300ff0088"),
        new("StaticMap", u => Static(u, StaticMapArea.Auto, new() { Markers = [new(Brno) { Icon = new(new Uri("https://a.example/i?x=1&y=a|b#c")) }, new(Canaries)] }),
            "/maps/base-v4/static/auto/1024x1024.png?markers=icon:https%3A%2F%2Fa.example%2Fi%3Fx%3D1%26y%3Da%257Cb%23c%7C16.6068,49.1952&markers=-16.6068,0.0000001"),
        new("StaticMap", u => Static(u, StaticMapArea.Auto, new() { Markers = [new(Brno) { Icon = new(new Uri("http://a.example/i.png")) { Anchor = IconAnchor.TopLeft, Scale = 2 } }] }),
            "/maps/base-v4/static/auto/1024x1024.png?markers=icon:http%3A%2F%2Fa.example%2Fi.png%7Canchor:topleft%7Cscale:2%7C16.6068,49.1952"),
        new("StaticMap", u => Static(u, StaticMapArea.Auto, new() { Paths = [new([new(14.4, 50.1), new(8.6, 47.4)])] }), "/maps/base-v4/static/auto/1024x1024.png?path=fill:none%7C14.4,50.1%7C8.6,47.4"),
        new("StaticMap", u => Static(u, StaticMapArea.Auto, new() { Paths = [new([new(0, 0), new(1, 0), new(0, 1), new(0, 0)]) { Fill = "rgba(255,0,0,0.5)", Stroke = "#00F", Width = 2.5, Shortest = false }] }),
            "/maps/base-v4/static/auto/1024x1024.png?path=fill:%23ff000080%7Cstroke:%230000ff%7Cwidth:2.5%7Cshortest:false%7C0,0%7C1,0%7C0,1%7C0,0"),
        new("StaticMap", u => Static(u, StaticMapArea.Auto, new() { Paths = [new([new(0, 0), new(1, 1)]), new([new(-179, 0), new(179, 0)]) { Shortest = true }], Markers = [new(Brno)] }),
            "/maps/base-v4/static/auto/1024x1024.png?path=fill:none%7C0,0%7C1,1&path=fill:none%7Cshortest:true%7C-179,0%7C179,0&markers=16.6068,49.1952"),

        // Tiles
        new("TilesetViewer", u => u.TilesetViewer("v3"), "/tiles/v3/"),
        new("TileJson", u => u.TileJson("v3"), "/tiles/v3/tiles.json"),
        new("Tile", u => u.Tile("v3", new(3, 4, 2)), "/tiles/v3/3/4/2"),
        new("Tile", u => u.Tile("v3", new(14, 16383, 0), "pbf"), "/tiles/v3/14/16383/0.pbf"),
        new("TilesetWmtsCapabilities", u => u.TilesetWmtsCapabilities("v3"), "/tiles/v3/WMTSCapabilities.xml"),
        new("OgcTilesetTiles", u => u.OgcTilesetTiles("v3"), "/tiles/v3/tiles"),
        new("OgcTilesetTileMatrixSet", u => u.OgcTilesetTileMatrixSet("v3"), "/tiles/v3/tileMatrixSet"),
        new("OgcConformance", u => u.OgcConformance(), "/ogc/conformance"),
        new("OgcConformance", u => u.OgcConformance(atRoot: true), "/conformance"),
        new("OgcMapTileset", u => u.OgcMapTileset("streets-v4"), "/maps/streets-v4/tiles/WebMercatorQuad"),
        new("OgcTileset", u => u.OgcTileset("v3", "World Quad"), "/tiles/v3/tiles/World%20Quad"),

        // Fonts, images, data
        new("Glyphs", u => u.Glyphs("Roboto Medium", 0), "/fonts/Roboto%20Medium/0-255.pbf"),
        new("Glyphs", u => u.Glyphs("Roboto Medium, Noto Sans Regular", 65280), "/fonts/Roboto%20Medium,Noto%20Sans%20Regular/65280-65535.pbf"),
        new("ImageJson", u => u.ImageJson("0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"), "/images/0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/image.json"),
        new("ImageTile", u => u.ImageTile("i", new(3, 4, 2)), "/images/i/3/4/2"),
        new("DataFeatures", u => u.DataFeatures("d"), "/data/d/features.json"),

        // Geolocation, elevation, coordinates, weather
        new("Geolocation", u => u.Geolocation(), "/geolocation/ip.json"),
        new("Geolocation", u => u.Geolocation(new() { Elevation = true }), "/geolocation/ip.json?elevation=true"),
        new("Elevation", u => u.Elevation([new(17, 50), new(-133.5, 58.39)]), "/elevation/17,50;-133.5,58.39.json"),
        new("Elevation", u => u.Elevation([Canaries], new() { Unit = ElevationUnit.Feet }), "/elevation/-16.6068,0.0000001.json?unit=feet"),
        new("Elevation", u => u.Elevation([.. Enumerable.Repeat(new LngLat(179.9, -85), 50)]), "/elevation/179.9,-85" + string.Concat(Enumerable.Repeat(";179.9,-85", 49)) + ".json"),
        new("CoordinateSearch", u => u.CoordinateSearch("NAD83 / UTM zone 10N"), "/coordinates/search/NAD83%20%2F%20UTM%20zone%2010N.json"),
        new("CoordinateSearch", u => u.CoordinateSearch("../../geocoding/Paris"), "/coordinates/search/..%2F..%2Fgeocoding%2FParis.json"),
        new("CoordinateSearch", u => u.CoordinateSearch("", new() { Code = 4326 }), "/coordinates/search/code%3A4326.json"),
        new("CoordinateSearch", u => u.CoordinateSearch(" Finland ", new() { Kind = CoordinateKind.Datum, Transformation = 1623, Deprecated = DeprecatedFilter.Include, Limit = 50, Offset = 100, DescribeTransformations = true, Exports = false }),
            "/coordinates/search/Finland%20kind%3ADATUM%20trans%3A1623%20deprecated%3A%2A.json?limit=50&offset=100&transformations=true&exports=false"),
        new("CoordinateTransform", u => u.CoordinateTransform([new(17, 50), new(17, 50, 300)], new()), "/coordinates/transform/17,50;17,50,300.json"),
        new("CoordinateTransform", u => u.CoordinateTransform([new(-20037508.342789244, 1e-7, -0.0)], new() { SourceCrs = 3857, TargetCrs = 5514, Operations = [1623, 1624] }),
            "/coordinates/transform/-20037508.34278924,0.0000001,0.json?s_srs=3857&t_srs=5514&ops=1623%7C1624"),
        new("Weather", u => u.Weather(), "/weather/latest.json"),

        // Search
        new("GeocodingSearch", u => u.GeocodingSearch("Brno"), "/geocoding/Brno.json"),
        new("GeocodingSearch", u => u.GeocodingSearch("  Brno \n"), "/geocoding/Brno.json"),
        new("GeocodingSearch", u => u.GeocodingSearch("Praha 1, Šumavská 5/3; č. #2"), "/geocoding/Praha%201%2C%20%C5%A0umavsk%C3%A1%205%2F3%3B%20%C4%8D.%20%232.json"),
        new("GeocodingSearch", u => u.GeocodingSearch("what? a&b=c+d"), "/geocoding/what%3F%20a%26b%3Dc%2Bd.json"),
        new("GeocodingSearch", u => u.GeocodingSearch("100 % %20 %2F"), "/geocoding/100%20%25%20%2520%20%252F.json"),
        new("GeocodingSearch", u => u.GeocodingSearch("café ☕ 😀"), "/geocoding/caf%C3%A9%20%E2%98%95%20%F0%9F%98%80.json"),
        new("GeocodingSearch", u => u.GeocodingSearch("{place}|\\^`\"<>"), "/geocoding/%7Bplace%7D%7C%5C%5E%60%22%3C%3E.json"),
        new("GeocodingSearch", u => u.GeocodingSearch("O'Hare (ORD)! *~-_."), "/geocoding/O%27Hare%20%28ORD%29%21%20%2A~-_..json"),
        new("GeocodingSearch", u => u.GeocodingSearch("../tiles/v3"), "/geocoding/..%2Ftiles%2Fv3.json"),
        new("GeocodingSearch", u => u.GeocodingSearch("a\0b\tc\r\nd"), "/geocoding/a%00b%09c%0D%0Ad.json"),
        new("GeocodingSearch", u => u.GeocodingSearch("İstanbul ıI"), "/geocoding/%C4%B0stanbul%20%C4%B1I.json"),
        new("GeocodingSearch", u => u.GeocodingSearch("1600"), "/geocoding/1600.json"),
        new("GeocodingSearch", u => u.GeocodingSearch("half \ud83d pair"), "/geocoding/half%20%EF%BF%BD%20pair.json"),
        new("GeocodingSearch", u => Search(u, new()), "/geocoding/x.json"),
        new("GeocodingSearch", u => Search(u, new() { BoundingBox = new(-16.6068, -49.5, 1e-7, 49.1952) }), "/geocoding/x.json?bbox=-16.6068,-49.5,0.0000001,49.1952"),
        new("GeocodingSearch", u => Search(u, new() { BoundingBox = new(-180, -90, 180, 90) }), "/geocoding/x.json?bbox=-180,-90,180,90"),
        new("GeocodingSearch", u => Search(u, new() { Proximity = Canaries }), "/geocoding/x.json?proximity=-16.6068,0.0000001"),
        new("GeocodingSearch", u => Search(u, new() { Proximity = Proximity.Ip }), "/geocoding/x.json?proximity=ip"),
        new("GeocodingSearch", u => Search(u, new() { Languages = ["cs"] }), "/geocoding/x.json?language=cs"),
        new("GeocodingSearch", u => Search(u, new() { Languages = ["cs", "de", "zh-Hant"] }), "/geocoding/x.json?language=cs,de,zh-Hant"),
        new("GeocodingSearch", u => Search(u, new() { Languages = [] }), "/geocoding/x.json?language="),
        new("GeocodingSearch", u => Search(u, new() { Languages = ["a&key=b", "c,d"] }), "/geocoding/x.json?language=a%26key%3Db,c%2Cd"),
        new("GeocodingSearch", u => Search(u, new() { Countries = ["cz", "CH"] }), "/geocoding/x.json?country=cz,CH"),
        new("GeocodingSearch", u => Search(u, new() { Countries = [] }), "/geocoding/x.json"),
        new("GeocodingSearch", u => Search(u, new() { Limit = 1 }), "/geocoding/x.json?limit=1"),
        new("GeocodingSearch", u => Search(u, new() { Limit = 10 }), "/geocoding/x.json?limit=10"),
        new("GeocodingSearch", u => Search(u, new() { Types = [PlaceType.PostalCode, PlaceType.Poi] }), "/geocoding/x.json?types=postal_code,poi"),
        new("GeocodingSearch", u => Search(u, new() { Types = [] }), "/geocoding/x.json"),
        new("GeocodingSearch", u => Search(u, new() { Types = [new("new type&x")] }), "/geocoding/x.json?types=new%20type%26x"),
        new("GeocodingSearch", u => Search(u, new() { Types = [PlaceType.Poi], ExcludeTypes = true }), "/geocoding/x.json?types=poi&excludeTypes=true"),
        new("GeocodingSearch", u => Search(u, new() { ExcludeTypes = false }), "/geocoding/x.json?excludeTypes=false"),
        new("GeocodingSearch", u => Search(u, new() { FuzzyMatch = false }), "/geocoding/x.json?fuzzyMatch=false"),
        new("GeocodingSearch", u => Search(u, new() { FuzzyMatch = true }), "/geocoding/x.json?fuzzyMatch=true"),
        new("GeocodingSearch", u => Search(u, new() { Autocomplete = false }), "/geocoding/x.json?autocomplete=false"),
        new("GeocodingSearch", u => Search(u, new() { Autocomplete = true }), "/geocoding/x.json?autocomplete=true"),
        new("GeocodingSearch", u => Search(u, new() { Worldview = Worldview.Switzerland }), "/geocoding/x.json?worldview=ch"),
        new("GeocodingSearch", u => Search(u, new() { Worldview = new("x&key=y") }), "/geocoding/x.json?worldview=x%26key%3Dy"),
        new("GeocodingSearch", u => u.GeocodingSearch("x", Everything),
            "/geocoding/x.json?bbox=12.09,48.55,18.87,51.06&proximity=16.6068,49.1952&language=cs,en&country=cz&limit=7&types=address,poi&excludeTypes=false&fuzzyMatch=false&autocomplete=true&worldview=us"),

        // Reverse
        new("GeocodingReverse", u => u.GeocodingReverse(Brno), "/geocoding/16.6068,49.1952.json"),
        new("GeocodingReverse", u => u.GeocodingReverse(Canaries), "/geocoding/-16.6068,0.0000001.json"),
        new("GeocodingReverse", u => u.GeocodingReverse(new LngLat(-0.0, -1e-9)), "/geocoding/0,0.json"),
        new("GeocodingReverse", u => u.GeocodingReverse(new LngLat(-180, 90)), "/geocoding/-180,90.json"),
        new("GeocodingReverse", u => u.GeocodingReverse(new LngLat(179.999999999, 0.1 + 0.2)), "/geocoding/180,0.3.json"),
        new("GeocodingReverse", u => u.GeocodingReverse(Brno, new() { Languages = ["cs", "en"] }), "/geocoding/16.6068,49.1952.json?language=cs,en"),
        new("GeocodingReverse", u => u.GeocodingReverse(Brno, new() { Limit = 1 }), "/geocoding/16.6068,49.1952.json?limit=1"),
        new("GeocodingReverse", u => u.GeocodingReverse(Brno, new() { Limit = 1, Types = [PlaceType.Address, PlaceType.Road] }), "/geocoding/16.6068,49.1952.json?limit=1&types=address,road"),
        new("GeocodingReverse", u => u.GeocodingReverse(Brno, new() { Limit = 10, Types = [PlaceType.Poi] }), "/geocoding/16.6068,49.1952.json?limit=10&types=poi"),
        new("GeocodingReverse", u => u.GeocodingReverse(Brno, new() { Types = [PlaceType.Poi], ExcludeTypes = true }), "/geocoding/16.6068,49.1952.json?types=poi&excludeTypes=true"),
        new("GeocodingReverse", u => u.GeocodingReverse(Brno, new() { Worldview = Worldview.Auto }), "/geocoding/16.6068,49.1952.json?worldview=auto"),
        new("GeocodingReverse", u => u.GeocodingReverse(Brno, new() { Languages = ["de"], Limit = 5, Types = [PlaceType.Address], ExcludeTypes = false, Worldview = Worldview.Default }),
            "/geocoding/16.6068,49.1952.json?language=de&limit=5&types=address&excludeTypes=false&worldview=default"),

        // By id
        new("GeocodingById", u => u.GeocodingById("municipality.46425"), "/geocoding/municipality.46425.json"),
        new("GeocodingById", u => u.GeocodingById("a/b?c#d;e,f%2F.1"), "/geocoding/a%2Fb%3Fc%23d%3Be%2Cf%252F.1.json"),
        new("GeocodingById", u => u.GeocodingById("../../tiles/v3.1"), "/geocoding/..%2F..%2Ftiles%2Fv3.1.json"),
        new("GeocodingById", u => u.GeocodingById("..1"), "/geocoding/..1.json"),
        new("GeocodingById", u => u.GeocodingById("country.1", new() { Languages = ["en"] }), "/geocoding/country.1.json?language=en"),
        new("GeocodingById", u => u.GeocodingById("country.1", new() { Worldview = Worldview.UnitedStates }), "/geocoding/country.1.json?worldview=us"),
        new("GeocodingById", u => u.GeocodingById("country.1", new() { Languages = ["cs", "en"], Worldview = Worldview.UnitedStates }), "/geocoding/country.1.json?language=cs,en&worldview=us"),

        // Batch
        new("GeocodingBatch", u => u.GeocodingBatch(["Brno"]), "/geocoding/Brno.json"),
        new("GeocodingBatch", u => u.GeocodingBatch(["Paris", "Berlin", "a;b"]), "/geocoding/Paris;Berlin;a%3Bb.json"),
        new("GeocodingBatch", u => u.GeocodingBatch(["5/3", "what?", "#2", "100%", "😀", " č. ;; "]), "/geocoding/5%2F3;what%3F;%232;100%25;%F0%9F%98%80;%C4%8D.%20%3B%3B.json"),
        new("GeocodingBatch", u => u.GeocodingBatch([GeocodingQuery.Search("Brno"), Canaries, GeocodingQuery.ById("country.1")]), "/geocoding/Brno;-16.6068,0.0000001;country.1.json"),
        new("GeocodingBatch", u => u.GeocodingBatch(["a", "a"], new() { Limit = 1 }), "/geocoding/a;a.json?limit=1"),
        new("GeocodingBatch", u => u.GeocodingBatch(["a", "b"], Everything),
            "/geocoding/a;b.json?bbox=12.09,48.55,18.87,51.06&proximity=16.6068,49.1952&language=cs,en&country=cz&limit=7&types=address,poi&excludeTypes=false&fuzzyMatch=false&autocomplete=true&worldview=us"),
        new("GeocodingBatch", u => u.GeocodingBatch([.. Enumerable.Repeat<GeocodingQuery>("x", 50)]), "/geocoding/x" + string.Concat(Enumerable.Repeat(";x", 49)) + ".json"),
    ];

    private static GeocodingSearchOptions Everything => new()
    {
        BoundingBox = new(12.09, 48.55, 18.87, 51.06),
        Proximity = Brno,
        Languages = ["cs", "en"],
        Countries = ["cz"],
        Limit = 7,
        Types = [PlaceType.Address, PlaceType.Poi],
        ExcludeTypes = false,
        FuzzyMatch = false,
        Autocomplete = true,
        Worldview = Worldview.UnitedStates,
    };

    private static Uri Static(MapTilerUrlBuilder urls, StaticMapArea area, StaticMapOptions options) => urls.StaticMap("base-v4", area, options).Uri;

    private static Uri Search(MapTilerUrlBuilder urls, GeocodingSearchOptions options) => urls.GeocodingSearch("x", options);
}

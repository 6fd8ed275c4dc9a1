using MapTiler.Coordinates;
using MapTiler.Data;
using MapTiler.Elevation;
using MapTiler.Geocoding;
using MapTiler.Geolocation;
using MapTiler.Images;
using MapTiler.Maps;
using MapTiler.Ogc;
using MapTiler.Service;
using MapTiler.Tiles;
using MapTiler.Weather;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests;

/// <summary>A complete JSON response to each method that reads one.</summary>
internal static class JsonResponses
{
    private const int MaxItems = 100;

    private const string Id = "0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

    private const string Feature = """{"type":"Feature","id":"municipality.1","text":"Brno","language":"en","text_de":"Brünn","language_de":"de","place_name":"Brno, Czechia","place_name_de":"Brünn","matching_text":"m","matching_place_name":"n","place_type":["municipality"],"place_type_name":["City"],"relevance":1,"bbox":[8,47,9,48],"center":[16.6,49.2],"geometry":{"type":"Point","coordinates":[16.6,49.2]},"properties":{"ref":"osm:r1","country_code":"cz","kind":"admin_area","categories":["a"],"feature_tags":{"b":"c"},"place_designation":"city","wikidata":"Q1","osm:tags":{"d":"e"}},"context":[{"id":"region.1","text":"R","language":"en","text_de":"S","ref":"r","country_code":"cz","kind":"k","categories":["a"],"feature_tags":{"b":"c"},"place_designation":"p","wikidata":"Q2"}],"address":"10"}""";

    private const string Places = """{"type":"FeatureCollection","features":[""" + Feature + """],"query":["brno"],"attribution":"a"}""";

    private const string TileJsonBody = """{"tilejson":"2.1.0","name":"n","description":"d","attribution":"a","format":"pbf","tiles":["https://api.maptiler.com/tiles/v3/{z}/{x}/{y}.pbf?key=k"],"minzoom":0,"maxzoom":15,"bounds":[-180,-85,180,85],"center":[8.5,47.4,4],"crs":"EPSG:3857","logo":"l","vector_layers":[{"id":"water","description":"w","minzoom":0,"maxzoom":15,"fields":{"class":"String"}}],"new":{"a":1}}""";

    private const string OgcBody = """{"title":"t","links":[{"href":"https://api.maptiler.com/a?key=k","rel":"self","type":"application/json","title":"s","templated":true}],"tilesets":[{"dataType":"map"}]}""";

    private static readonly string Key = """{"id":"UUID","token":"t0","name":"n","description":"d","user_agent":"u","origins":["example.com"],"created":"2026-01-02T03:04:05Z","changed":"2026-01-02T03:04:05Z"}""".Replace("UUID", Id, StringComparison.Ordinal);

    private static readonly string TilesetBody = """{"id":"UUID","title":"t","description":"d","attribution":"a"}""".Replace("UUID", Id, StringComparison.Ordinal);

    private static readonly string Ingest = """{"id":"UUID","document_id":"UUID","state":"completed","filename":"a.geojson","size":2,"progress":12.5,"errors":[{"type":"t","message":"m"}],"upload":{"type":"s3_multipart","part_size":5242880,"parts":[{"part_id":1,"url":"https://store.example/1"}]}}""".Replace("UUID", Id, StringComparison.Ordinal);

    private const string Legend = """ "legend":[{"item_id":"tiles","label":"Tiles","description":"d"}]""";

    private const string Data = """{"type":"FeatureCollection","bbox":[0,0,1,1],"crs":{"type":"name"},"features":[{"type":"Feature","id":7,"bbox":[0,0,1,1],"properties":{"a":{"b":"c"}},"geometry":{"type":"GeometryCollection","bbox":[0,0,1,1],"crs":"c","geometries":[{"type":"Point","coordinates":[1,2,3,4]},{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}]},"new":1}]}""";

    /// <summary>Each response: its call, a complete body, and the members that must have a value (a <c>?</c> marks those that can be null).</summary>
    public static readonly IReadOnlyDictionary<string, (Func<IServiceProvider, Task<object?>> Call, string Body, string[] Essential)> All = new Dictionary<string, (Func<IServiceProvider, Task<object?>> Call, string Body, string[] Essential)>
    {
        ["Geocoding.Search"] = (async s => await s.GetRequiredService<GeocodingClient>().SearchAsync("x"), Places, ["features", "features[]", "features[].id"]),
        ["Geocoding.Reverse"] = (async s => await s.GetRequiredService<GeocodingClient>().ReverseAsync(default), Places, ["features", "features[]", "features[].id"]),
        ["Geocoding.GetById"] = (async s => await s.GetRequiredService<GeocodingClient>().GetByIdAsync("country.1"), Places, ["features", "features[]", "features[].id"]),
        ["Geocoding.Batch"] = (s => FirstAsync(s.GetRequiredService<GeocodingClient>().BatchAsync(["x"]), result => result.Error), "[" + Places + "]", ["[]", "[].features", "[].features[]", "[].features[].id"]),
        ["Geolocation.Get"] = (async s => await s.GetRequiredService<GeolocationClient>().GetAsync(), """{"country":"Switzerland","country_code":"CH","country_bounds":[5,45,10,47],"country_languages":["de"],"continent":"Europe","continent_code":"EU","eu":false,"city":"Zurich","latitude":47.4,"longitude":8.5,"postal":"8000","region":"Zurich","region_code":"ZH","timezone":"Europe/Zurich","elevation":433,"new":{"a":1}}""", []),
        ["Elevation.Get"] = (async s => await s.GetRequiredService<ElevationClient>().GetAsync(default), "[[17,50,364.2]]", ["[]", "[0][0]", "[0][1]"]),
        ["Elevation.Batch"] = (s => FirstAsync(s.GetRequiredService<ElevationClient>().BatchAsync([default]), result => result.Error), "[[17,50,364.2]]", ["[]", "[0][0]", "[0][1]"]),
        ["Elevation.GetProfile"] = (s => FirstAsync(s.GetRequiredService<ElevationClient>().GetProfileAsync([default, new(1, 1)]), result => result.Error), "[[17,50,364.2],[17,50,364.2]]", ["[]", "[0][0]", "[0][1]", "[1][0]", "[1][1]"]),
        ["Coordinates.Search"] = (async s => await s.GetRequiredService<CoordinatesClient>().SearchAsync("x"), """{"results":[{"id":{"authority":"EPSG","code":4326},"kind":"CRS-GEOGCRS","name":"WGS 84","deprecated":false,"accuracy":1.5,"area":"World","bbox":[-180,-90,180,90],"unit":"degree","default_transformation":{"authority":"EPSG","code":1},"exports":{"proj4":"p","wkt":"w"},"transformations":[1,{"id":{"authority":"EPSG","code":2},"name":"t","reversible":true,"grids":[{"path":"g"}],"usable":true,"deprecated":false,"accuracy":1,"area":"a","bbox":[0,0,1,1],"target_crs":{"authority":"EPSG","code":3},"unit":"m"}],"new":1}],"total":1}""", ["results", "results[]"]),
        ["Coordinates.SearchAll"] = (s => FirstAsync(s.GetRequiredService<CoordinatesClient>().SearchAllAsync("x"), _ => null), """{"results":[{"id":{"authority":"EPSG","code":4326},"kind":"CRS-GEOGCRS"}],"total":1}""", ["results", "results[]"]),
        ["Coordinates.Transform"] = (async s => await s.GetRequiredService<CoordinatesClient>().TransformAsync(default, new()), """{"results":[{"x":1.5,"y":2.5,"z":3}],"transformer_selection_strategy":"auto"}""", ["results"]),
        ["Coordinates.TransformBatch"] = (s => FirstAsync(s.GetRequiredService<CoordinatesClient>().TransformBatchAsync([default(ProjectedPoint)], new()), result => result.Error), """{"results":[{"x":1.5,"y":2.5,"z":3}],"transformer_selection_strategy":"auto"}""", ["results"]),
        ["Weather.GetLatest"] = (async s => await s.GetRequiredService<WeatherClient>().GetLatestAsync(), """{"variables":[{"spatial_ref_sys":{"auth_name":"EPSG"},"metadata":{"weather_variable":{"name":"Wind","description":"d","attribution":"GFS","variable_id":"wind-10m:gfs","unit":"ms","release_timestamp":"2023-03-01T06:00:00Z","timestamp":"2023-03-01T06:00:00+00:00","decoding":{"channels":"rg","min":-75,"max":75},"new":1},"new":1},"keyframes":[{"id":"k","timestamp":"2023-03-01T06:00:00Z"}],"tile_format":"png","bounds":[-1,-1,1,1],"tile_matrix_set":{"bounds":[-1,-1,1,1],"items":[{"zoom_level":0,"matrix_width":1,"matrix_height":1,"tile_width":512,"tile_height":512,"pixel_x_size":1,"pixel_y_size":1}]},"new":1}],"new":1}""", ["variables", "variables[]"]),
        ["Tiles.GetTileJson"] = (async s => await s.GetRequiredService<TilesClient>().GetTileJsonAsync("v3"), TileJsonBody, []),
        ["Maps.GetTileJson"] = (async s => await s.GetRequiredService<MapsClient>().GetTileJsonAsync("m"), TileJsonBody, []),
        ["Maps.GetStyle"] = (async s => await s.GetRequiredService<MapsClient>().GetStyleAsync("m"), """{"version":8,"id":"m","name":"n","sources":{"a":{"type":"vector","url":"https://api.maptiler.com/tiles/v3/tiles.json?key=k","tiles":["https://api.maptiler.com/a?key=k"],"attribution":"b"}},"layers":[{"id":"l"}],"metadata":{"maptiler":{"attribution":"c"}},"glyphs":"g","sprite":[{"id":"default","url":"https://api.maptiler.com/s"}],"center":[0,0],"zoom":1}""", ["layers"]),
        ["Maps.GetAttribution"] = (async s => await s.GetRequiredService<MapsClient>().GetAttributionAsync("m"), """{"sources":{"a":{"type":"vector","attribution":"b"}},"layers":[]}""", ["layers"]),
        ["Maps.GetSpriteIndex"] = (async s => await s.GetRequiredService<MapsClient>().GetSpriteIndexAsync(new() { Url = "/sprites/m/sprite" }), """{"icon":{"x":1,"y":2,"width":3,"height":4,"pixelRatio":2,"sdf":true}}""", ["icon", "icon.x", "icon.y", "icon.width", "icon.height"]),
        ["Images.Get"] = (async s => await s.GetRequiredService<ImagesClient>().GetAsync("i"), """{"id":"i","description":"d","attribution":"a","width":5120,"height":5120,"minzoom":0,"maxzoom":4,"tileSize":512,"new":1}""", ["width", "height", "minzoom", "maxzoom", "tileSize"]),
        ["Ogc.GetMapTiles"] = (async s => await s.GetRequiredService<OgcClient>().GetMapTilesAsync("m"), OgcBody, []),
        ["Ogc.GetMapTileMatrixSet"] = (async s => await s.GetRequiredService<OgcClient>().GetMapTileMatrixSetAsync("m"), OgcBody, []),
        ["Ogc.GetTilesetTiles"] = (async s => await s.GetRequiredService<OgcClient>().GetTilesetTilesAsync("m"), OgcBody, []),
        ["Ogc.GetTilesetTileMatrixSet"] = (async s => await s.GetRequiredService<OgcClient>().GetTilesetTileMatrixSetAsync("m"), OgcBody, []),
        ["Ogc.Follow"] = (async s => await s.GetRequiredService<OgcClient>().FollowAsync(new() { Href = "/a" }), OgcBody, []),
        ["Ogc.GetConformance"] = (async s => await s.GetRequiredService<OgcClient>().GetConformanceAsync(), """{"conformsTo":["c"],"title":"t"}""", ["conformsTo"]),
        ["Data.Get"] = (async s => await s.GetRequiredService<DataClient>().GetAsync("d"), Data, ["features?", "features[]"]),
        ["Data.StreamFeatures"] = (s => FirstAsync(s.GetRequiredService<DataClient>().StreamFeaturesAsync("d"), _ => null), Data, ["features?", "features[]"]),
        ["ApiKeys.List"] = (s => FirstAsync(s.Service().ApiKeys.ListAsync(), _ => null), """{"cursor":null,"total_count":1,"items":[""" + Key + "]}", ["items", "items[]", "items[].id", "items[].token", "items[].user_agent?", "items[].origins?", "items[].origins[]"]),
        ["ApiKeys.Get"] = (async s => await s.Service().ApiKeys.GetAsync(Guid.Parse(Id)), Key, ["id", "token", "user_agent?", "origins?", "origins[]"]),
        ["ApiKeys.Create"] = (async s => await s.Service().ApiKeys.CreateAsync(new()), Key, ["id", "token", "user_agent?", "origins?", "origins[]"]),
        ["ApiKeys.Update"] = (async s => await s.Service().ApiKeys.UpdateAsync(Guid.Parse(Id), new()), Key, ["id", "token", "user_agent?", "origins?", "origins[]"]),
        ["Tilesets.List"] = (s => FirstAsync(s.Service().Tilesets.ListAsync(), _ => null), """{"cursor":null,"items":[""" + TilesetBody + "]}", ["items", "items[]", "items[].id"]),
        ["Tilesets.Get"] = (async s => await s.Service().Tilesets.GetAsync(Guid.Parse(Id)), TilesetBody, ["id"]),
        ["Tilesets.Update"] = (async s => await s.Service().Tilesets.UpdateAsync(Guid.Parse(Id), new() { Title = "t", Description = "d" }), TilesetBody, ["id"]),
        ["Datasets.GetIngest"] = (async s => await s.Service().Datasets.GetIngestAsync(Guid.Parse(Id)), Ingest, ["id", "state"]),
        ["Datasets.CancelIngest"] = (async s => await s.Service().Datasets.CancelIngestAsync(Guid.Parse(Id)), Ingest, ["id", "state"]),
        ["Analytics.GetTimeline"] = (async s => await s.Service().Analytics.GetTimelineAsync(AnalyticsPeriod.Past30Days, AnalyticsClassifier.Services), """{"since":"2026-01-01","until":"2026-01-31","datasets":[{"group_id":"request","item_id":"tiles","data":[{"date":"2026-01-01","value":5}],"estimated_data":{"date":"2026-01-01","value":5}}],""" + Legend + "}", ["datasets", "datasets[]"]),
        ["Analytics.GetTop"] = (async s => await s.Service().Analytics.GetTopAsync(AnalyticsPeriod.Past30Days, AnalyticsClassifier.Services), """{"since":"2026-01-01","until":"2026-01-31","datasets":[{"group_id":"request","data":[{"item_id":"tiles","value":5}]}],""" + Legend + "}", ["datasets", "datasets[]"]),
    };

    private static async Task<object?> FirstAsync<T>(IAsyncEnumerable<T> items, Func<T, MapTilerException?> error)
    {
        var all = new List<T>();
        await foreach (var item in items)
        {
            if (error(item) is { } failure)
                throw failure;
            all.Add(item);
            if (all.Count == MaxItems)
                break; // a response can request any number of pages
        }

        return all.Count > 0 ? all : throw new InvalidOperationException("There are no items.");
    }
}

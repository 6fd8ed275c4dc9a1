namespace MapTiler.Tests;

/// <summary>Bodies of responses.</summary>
internal static class ResponseBodies
{
    public const string NoFeatures = """{"type":"FeatureCollection","features":[],"query":["x"],"attribution":"a"}""";

    public const string Brno = """{"type":"FeatureCollection","features":[{"type":"Feature","id":"municipality.1","text":"Brno","place_name":"Brno, Czechia","center":[16.6068,49.1952]}],"query":["brno"],"attribution":"a"}""";

    private const string TileJson = """{"tilejson":"3.0.0","name":"T","attribution":"a","format":"png","tiles":["https://api.maptiler.com/tiles/t/{z}/{x}/{y}.png?QUERY"],"minzoom":0,"maxzoom":1,"bounds":[-180,-85,180,85],"center":[8.5,47.4,4],"new":{"url":"https://api.maptiler.com/x?a=1\u0026QUERY"}}""";

    private const string Style = """{"version":8,"name":"S","center":[8.5,47.4],"zoom":4,"sources":{"a":{"type":"vector","url":"https://api.maptiler.com/tiles/v3/tiles.json?QUERY","attribution":"b"},"b":{"type":"raster","tiles":["https://api.maptiler.com/t/{z}/{x}/{y}?QUERY&mtsid=1"]}},"glyphs":"https://api.maptiler.com/fonts/{fontstack}/{range}.pbf?QUERY","sprite":"https://api.maptiler.com/sprites/v4/sprite","metadata":{"maptiler":{"attribution":"c"}},"layers":[]}""";

    private const string Ogc = """{"title":"O","links":[{"href":"https://api.maptiler.com/maps/m/tiles/WebMercatorQuad?QUERY","rel":"item","type":"application/json"}],"conformsTo":["http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core"]}""";

    private const string Wmts = """<?xml version="1.0"?><Capabilities xmlns="http://www.opengis.net/wmts/1.0"><ResourceURL format="image/png" template="https://api.maptiler.com/maps/m/{TileMatrix}/{TileCol}/{TileRow}.png?QUERY"/><ServiceMetadataURL>https://api.maptiler.com/x?QUERY</ServiceMetadataURL></Capabilities>""";

    private const string Weather = """{"variables":[{"metadata":{"weather_variable":{"name":"Wind","variable_id":"wind-10m:gfs","unit":"ms","timestamp":"2023-03-01T06:00:00+00:00","decoding":{"channels":"rg","min":-75,"max":75}}},"keyframes":[{"id":"k","timestamp":"2023-03-01T06:00:00Z"}],"tile_format":"png","bounds":[-1,-1,1,1],"tile_matrix_set":{"bounds":[-1,-1,1,1],"items":[{"zoom_level":0,"matrix_width":1,"matrix_height":1,"tile_width":512,"tile_height":512,"pixel_x_size":1,"pixel_y_size":1}]}}]}""";

    private const string Keys = """{"cursor":null,"total_count":1,"items":[{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","token":"t0","origins":[]}],"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","token":"t0","name":"n","origins":["example.com"],"user_agent":null,"created":"2026-01-02T03:04:05Z"}""";

    private const string Ingest = """{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","document_id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c","state":"completed","filename":"a.geojson","size":2,"progress":100,"errors":null,"upload":{"type":"s3_multipart","part_size":5242880,"parts":[{"part_id":1,"url":"https://store.example/part1"}]}}""";

    private const string Tilesets = """{"cursor":null,"items":[{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","title":"t"}],"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","title":"t","description":"","attribution":null}""";

    private const string Usage = """{"since":"2026-01-01","until":"2026-01-31","datasets":[{"group_id":"request","item_id":"tiles","data":[]}],"legend":[{"item_id":"tiles","label":"Tiles","description":null}]}""";

    /// <summary>Returns the response of the service to a path. It contains the query of the request, and so the credential, wherever the service may echo it.</summary>
    public static (string Body, string ContentType) Of(Uri uri)
    {
        var path = uri.AbsolutePath;
        if (uri.Query.Contains("format=csv", StringComparison.Ordinal))
            return ("date,item,count\n", "text/csv");

        var body = path switch
        {
            _ when path.StartsWith("/v1/api_keys", StringComparison.Ordinal) => Keys,
            _ when path.StartsWith("/v1/datasets/", StringComparison.Ordinal) => Ingest,
            _ when path.StartsWith("/v1/tiles", StringComparison.Ordinal) => Tilesets,
            _ when path.StartsWith("/v1/analytics/", StringComparison.Ordinal) => Usage,
            _ when path.EndsWith("/tiles.json", StringComparison.Ordinal) => TileJson,
            _ when path.EndsWith("/style.json", StringComparison.Ordinal) => Style,
            _ when path.EndsWith(".xml", StringComparison.Ordinal) => Wmts,
            _ when path.EndsWith("/tiles", StringComparison.Ordinal) || path.Contains("/tileMatrixSet", StringComparison.Ordinal) || path.Contains("conformance", StringComparison.Ordinal) || path.EndsWith("Quad", StringComparison.Ordinal) => Ogc,
            _ when path.EndsWith("/image.json", StringComparison.Ordinal) => """{"id":"i","width":5120,"height":5120,"minzoom":0,"maxzoom":4,"tileSize":512}""",
            _ when path.Contains("/sprite", StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal) => """{"icon":{"x":1,"y":2,"width":3,"height":4,"pixelRatio":2}}""",
            _ when path.StartsWith("/elevation/", StringComparison.Ordinal) => "[" + string.Join(',', Items(path).Select(item => $"[{item},100.5]")) + "]",
            _ when path.StartsWith("/coordinates/search/", StringComparison.Ordinal) => """{"results":[{"id":{"authority":"EPSG","code":4326},"kind":"CRS-GEOGCRS","name":"WGS 84","deprecated":false}],"total":1}""",
            _ when path.StartsWith("/coordinates/transform/", StringComparison.Ordinal) => """{"results":[""" + string.Join(',', Items(path).Select(_ => """{"x":1.5,"y":2.5}""")) + """],"transformer_selection_strategy":"auto"}""",
            _ when path.StartsWith("/geolocation/", StringComparison.Ordinal) => """{"country":"Switzerland","country_code":"CH","latitude":47.4,"longitude":8.5}""",
            _ when path.StartsWith("/weather/", StringComparison.Ordinal) => Weather,
            _ when path.EndsWith(".json", StringComparison.Ordinal) => NoFeatures,
            _ => "bytes",
        };
        var type = path.EndsWith(".xml", StringComparison.Ordinal) ? "text/xml" : body == "bytes" ? "image/png" : "application/json";
        var query = uri.Query.TrimStart('?');
        return (body.Replace("QUERY", type == "text/xml" ? query.Replace("&", "&amp;", StringComparison.Ordinal) : query, StringComparison.Ordinal), type);
    }

    private static string[] Items(string path) => Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..^".json".Length]).Split(';');
}

using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using MapTiler.Coordinates;
using MapTiler.Data;
using MapTiler.Elevation;
using MapTiler.Geocoding;
using MapTiler.Geolocation;
using MapTiler.Images;
using MapTiler.Maps;
using MapTiler.Ogc;
using MapTiler.Service;
using MapTiler.StaticMaps;
using MapTiler.Tiles;
using MapTiler.Weather;
using Microsoft.Extensions.DependencyInjection;

namespace MapTiler.Tests.Json;

/// <summary>The policy of the readers, for every response of every client.</summary>
public sealed class ResponseJsonTests
{
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
    private static readonly Dictionary<string, (Func<IServiceProvider, Task<object?>> Call, string Body, string[] Essential)> Responses = new()
    {
        ["Geocoding.Search"] = (async s => await s.GetRequiredService<GeocodingClient>().SearchAsync("x", cancellationToken: Cancel), Places, ["features", "features[]", "features[].id"]),
        ["Geocoding.Reverse"] = (async s => await s.GetRequiredService<GeocodingClient>().ReverseAsync(default, cancellationToken: Cancel), Places, ["features", "features[]", "features[].id"]),
        ["Geocoding.GetById"] = (async s => await s.GetRequiredService<GeocodingClient>().GetByIdAsync("country.1", cancellationToken: Cancel), Places, ["features", "features[]", "features[].id"]),
        ["Geocoding.Batch"] = (s => FirstAsync(s.GetRequiredService<GeocodingClient>().BatchAsync(["x"], cancellationToken: Cancel), result => result.Error), "[" + Places + "]", ["[]", "[].features", "[].features[]", "[].features[].id"]),
        ["Geolocation.Get"] = (async s => await s.GetRequiredService<GeolocationClient>().GetAsync(cancellationToken: Cancel), """{"country":"Switzerland","country_code":"CH","country_bounds":[5,45,10,47],"country_languages":["de"],"continent":"Europe","continent_code":"EU","eu":false,"city":"Zurich","latitude":47.4,"longitude":8.5,"postal":"8000","region":"Zurich","region_code":"ZH","timezone":"Europe/Zurich","elevation":433,"new":{"a":1}}""", []),
        ["Elevation.Get"] = (async s => await s.GetRequiredService<ElevationClient>().GetAsync(default, cancellationToken: Cancel), "[[17,50,364.2]]", ["[]", "[0][0]", "[0][1]"]),
        ["Elevation.Batch"] = (s => FirstAsync(s.GetRequiredService<ElevationClient>().BatchAsync([default], cancellationToken: Cancel), result => result.Error), "[[17,50,364.2]]", ["[]", "[0][0]", "[0][1]"]),
        ["Elevation.GetProfile"] = (s => FirstAsync(s.GetRequiredService<ElevationClient>().GetProfileAsync([default, new(1, 1)], cancellationToken: Cancel), result => result.Error), "[[17,50,364.2],[17,50,364.2]]", ["[]", "[0][0]", "[0][1]", "[1][0]", "[1][1]"]),
        ["Coordinates.Search"] = (async s => await s.GetRequiredService<CoordinatesClient>().SearchAsync("x", cancellationToken: Cancel), """{"results":[{"id":{"authority":"EPSG","code":4326},"kind":"CRS-GEOGCRS","name":"WGS 84","deprecated":false,"accuracy":1.5,"area":"World","bbox":[-180,-90,180,90],"unit":"degree","default_transformation":{"authority":"EPSG","code":1},"exports":{"proj4":"p","wkt":"w"},"transformations":[1,{"id":{"authority":"EPSG","code":2},"name":"t","reversible":true,"grids":[{"path":"g"}],"usable":true,"deprecated":false,"accuracy":1,"area":"a","bbox":[0,0,1,1],"target_crs":{"authority":"EPSG","code":3},"unit":"m"}],"new":1}],"total":1}""", ["results", "results[]"]),
        ["Coordinates.SearchAll"] = (s => FirstAsync(s.GetRequiredService<CoordinatesClient>().SearchAllAsync("x", cancellationToken: Cancel), _ => null), """{"results":[{"id":{"authority":"EPSG","code":4326},"kind":"CRS-GEOGCRS"}],"total":1}""", ["results", "results[]"]),
        ["Coordinates.Transform"] = (async s => await s.GetRequiredService<CoordinatesClient>().TransformAsync(default, cancellationToken: Cancel), """{"results":[{"x":1.5,"y":2.5,"z":3}],"transformer_selection_strategy":"auto"}""", ["results"]),
        ["Coordinates.TransformBatch"] = (s => FirstAsync(s.GetRequiredService<CoordinatesClient>().TransformBatchAsync([default(ProjectedPoint)], cancellationToken: Cancel), result => result.Error), """{"results":[{"x":1.5,"y":2.5,"z":3}],"transformer_selection_strategy":"auto"}""", ["results"]),
        ["Weather.GetLatest"] = (async s => await s.GetRequiredService<WeatherClient>().GetLatestAsync(Cancel), """{"variables":[{"spatial_ref_sys":{"auth_name":"EPSG"},"metadata":{"weather_variable":{"name":"Wind","description":"d","attribution":"GFS","variable_id":"wind-10m:gfs","unit":"ms","release_timestamp":"2023-03-01T06:00:00Z","timestamp":"2023-03-01T06:00:00+00:00","decoding":{"channels":"rg","min":-75,"max":75},"new":1},"new":1},"keyframes":[{"id":"k","timestamp":"2023-03-01T06:00:00Z"}],"tile_format":"png","bounds":[-1,-1,1,1],"tile_matrix_set":{"bounds":[-1,-1,1,1],"items":[{"zoom_level":0,"matrix_width":1,"matrix_height":1,"tile_width":512,"tile_height":512,"pixel_x_size":1,"pixel_y_size":1}]},"new":1}],"new":1}""", ["variables", "variables[]"]),
        ["Tiles.GetTileJson"] = (async s => await s.GetRequiredService<TilesClient>().GetTileJsonAsync("v3", Cancel), TileJsonBody, []),
        ["Maps.GetTileJson"] = (async s => await s.GetRequiredService<MapsClient>().GetTileJsonAsync("m", cancellationToken: Cancel), TileJsonBody, []),
        ["Maps.GetStyle"] = (async s => await s.GetRequiredService<MapsClient>().GetStyleAsync("m", Cancel), """{"version":8,"id":"m","name":"n","sources":{"a":{"type":"vector","url":"https://api.maptiler.com/tiles/v3/tiles.json?key=k","tiles":["https://api.maptiler.com/a?key=k"],"attribution":"b"}},"layers":[{"id":"l"}],"metadata":{"maptiler":{"attribution":"c"}},"glyphs":"g","sprite":[{"id":"default","url":"https://api.maptiler.com/s"}],"center":[0,0],"zoom":1}""", ["layers"]),
        ["Maps.GetAttribution"] = (async s => await s.GetRequiredService<MapsClient>().GetAttributionAsync("m", Cancel), """{"sources":{"a":{"type":"vector","attribution":"b"}},"layers":[]}""", ["layers"]),
        ["Maps.GetSpriteIndex"] = (async s => await s.GetRequiredService<MapsClient>().GetSpriteIndexAsync("m", cancellationToken: Cancel), """{"icon":{"x":1,"y":2,"width":3,"height":4,"pixelRatio":2,"sdf":true}}""", ["icon", "icon.x", "icon.y", "icon.width", "icon.height"]),
        ["Maps.GetMapSpriteIndex"] = (async s => await s.GetRequiredService<MapsClient>().GetMapSpriteIndexAsync("m", cancellationToken: Cancel), """{"icon":{"x":1,"y":2,"width":3,"height":4,"pixelRatio":2,"sdf":true}}""", ["icon", "icon.x", "icon.y", "icon.width", "icon.height"]),
        ["Images.Get"] = (async s => await s.GetRequiredService<ImagesClient>().GetAsync("i", Cancel), """{"id":"i","description":"d","attribution":"a","width":5120,"height":5120,"minzoom":0,"maxzoom":4,"tileSize":512,"new":1}""", ["width", "height", "minzoom", "maxzoom", "tileSize"]),
        ["Ogc.GetMapTiles"] = (async s => await s.GetRequiredService<OgcClient>().GetMapTilesAsync("m", Cancel), OgcBody, []),
        ["Ogc.GetMapTileMatrixSet"] = (async s => await s.GetRequiredService<OgcClient>().GetMapTileMatrixSetAsync("m", Cancel), OgcBody, []),
        ["Ogc.GetTilesetTiles"] = (async s => await s.GetRequiredService<OgcClient>().GetTilesetTilesAsync("m", Cancel), OgcBody, []),
        ["Ogc.GetTilesetTileMatrixSet"] = (async s => await s.GetRequiredService<OgcClient>().GetTilesetTileMatrixSetAsync("m", Cancel), OgcBody, []),
        ["Ogc.Follow"] = (async s => await s.GetRequiredService<OgcClient>().FollowAsync(new() { Href = "/a" }, Cancel), OgcBody, []),
        ["Ogc.GetConformance"] = (async s => await s.GetRequiredService<OgcClient>().GetConformanceAsync(Cancel), """{"conformsTo":["c"],"title":"t"}""", ["conformsTo"]),
        ["Data.Get"] = (async s => await s.GetRequiredService<DataClient>().GetAsync("d", Cancel), Data, ["features?", "features[]"]),
        ["Data.StreamFeatures"] = (s => FirstAsync(s.GetRequiredService<DataClient>().StreamFeaturesAsync("d", Cancel), _ => null), Data, ["features?", "features[]"]),
        ["ApiKeys.List"] = (s => FirstAsync(s.Service().ApiKeys.ListAsync(cancellationToken: Cancel), _ => null), """{"cursor":null,"total_count":1,"items":[""" + Key + "]}", ["items", "items[]", "items[].id", "items[].token", "items[].user_agent?", "items[].origins?", "items[].origins[]"]),
        ["ApiKeys.Get"] = (async s => await s.Service().ApiKeys.GetAsync(Guid.Parse(Id), Cancel), Key, ["id", "token", "user_agent?", "origins?", "origins[]"]),
        ["ApiKeys.Create"] = (async s => await s.Service().ApiKeys.CreateAsync(new(), Cancel), Key, ["id", "token", "user_agent?", "origins?", "origins[]"]),
        ["ApiKeys.Update"] = (async s => await s.Service().ApiKeys.UpdateAsync(Guid.Parse(Id), new(), Cancel), Key, ["id", "token", "user_agent?", "origins?", "origins[]"]),
        ["Tilesets.List"] = (s => FirstAsync(s.Service().Tilesets.ListAsync(cancellationToken: Cancel), _ => null), """{"cursor":null,"items":[""" + TilesetBody + "]}", ["items", "items[]", "items[].id"]),
        ["Tilesets.Get"] = (async s => await s.Service().Tilesets.GetAsync(Guid.Parse(Id), Cancel), TilesetBody, ["id"]),
        ["Tilesets.Update"] = (async s => await s.Service().Tilesets.UpdateAsync(Guid.Parse(Id), "t", "d", null, Cancel), TilesetBody, ["id"]),
        ["Datasets.GetIngest"] = (async s => await s.Service().Datasets.GetIngestAsync(Guid.Parse(Id), Cancel), Ingest, ["id", "state"]),
        ["Datasets.Cancel"] = (async s => await s.Service().Datasets.CancelAsync(Guid.Parse(Id), Cancel), Ingest, ["id", "state"]),
        ["Analytics.GetTimeline"] = (async s => await s.Service().Analytics.GetTimelineAsync(AnalyticsPeriod.Past30Days, AnalyticsClassifier.Services, Cancel), """{"since":"2026-01-01","until":"2026-01-31","datasets":[{"group_id":"request","item_id":"tiles","data":[{"date":"2026-01-01","value":5}],"estimated_data":{"date":"2026-01-01","value":5}}],""" + Legend + "}", ["datasets", "datasets[]"]),
        ["Analytics.GetTop"] = (async s => await s.Service().Analytics.GetTopAsync(AnalyticsPeriod.Past30Days, AnalyticsClassifier.Services, cancellationToken: Cancel), """{"since":"2026-01-01","until":"2026-01-31","datasets":[{"group_id":"request","data":[{"item_id":"tiles","value":5}]}],""" + Legend + "}", ["datasets", "datasets[]"]),
    };

    // They read no JSON, or only through methods of the table.
    private static readonly string[] Others = ["CheckKey", "Rotate", "Delete", "Wait", "Upload", "Compute"];

    public static TheoryData<string> Names { get; } = [.. Responses.Keys];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_method_that_reads_JSON_is_tested()
    {
        Type[] streams = [typeof(MapTilerContent), typeof(XDocument), typeof(DownloadedTile), typeof(StaticMapImage)];
        var methods =
            from client in SdkClients.Types
            from service in client.GetProperties().Where(property => SdkClients.IsService(property.PropertyType))
            from method in service.PropertyType.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where method.Name.EndsWith("Async", StringComparison.Ordinal) && !streams.Contains(method.ReturnType.GetGenericArguments().FirstOrDefault())
            let name = method.Name[..^"Async".Length]
            where !Others.Contains(name)
            select $"{service.Name}.{name}";

        Assert.Equal(Responses.Keys.Order(StringComparer.Ordinal), methods.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Response_with_an_optional_member_that_cannot_be_read_keeps_everything_else(string name)
    {
        var (_, body, essential) = Responses[name];
        var paths = Paths(JsonNode.Parse(body)!).ToList();
        foreach (var path in paths.Where(path => !IsEssential(essential, path)))
        {
            foreach (var value in new[] { null, "5", "1e999", "\"x\"", "\"\"", "\"inf\"", "true", "{}", "[]", "[null]", "[{}]", "[1e999]", "\"\\ud800\"", "REMOVED" })
            {
                if ((value == "REMOVED" && path.EndsWith(']')) || path == "cursor") // any other cursor requests another page
                    continue;
                var (result, error) = await CallAsync(name, Mutate(body, path, value));

                Assert.True(error is null, $"{path} = {value ?? "null"}: {error}");
                AssertReadable(result);
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Response_without_an_essential_member_throws_InvalidResponse(string name)
    {
        var (_, body, essential) = Responses[name];
        foreach (var path in Paths(JsonNode.Parse(body)!).Where(path => IsEssential(essential, path)))
        {
            var isNullable = essential.Contains(Normalize(path) + "?");
            foreach (var value in isNullable ? ["{}", "5"] : new[] { null, "true", "REMOVED" })
            {
                if ((value == "REMOVED" && (path.EndsWith(']') || name.EndsWith("SpriteIndex", StringComparison.Ordinal) && !path.Contains('.', StringComparison.Ordinal))) || (value == "true" && path.EndsWith("state", StringComparison.Ordinal)))
                    continue;
                if (value == "true" && (path.EndsWith("].id", StringComparison.Ordinal) && name.StartsWith("Geocoding", StringComparison.Ordinal) || path.EndsWith("token", StringComparison.Ordinal)))
                    continue; // is read as a string

                Assert.Equal((path, value, MapTilerErrorReason.InvalidResponse), (path, value, (await CallAsync(name, Mutate(body, path, value))).Error?.Reason));
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Response_that_is_another_object_throws_InvalidResponse(string name)
    {
        foreach (var body in new[] { """{"error":"quota exceeded"}""", """{"type":"about:blank","title":"Forbidden","status":403,"detail":"d"}""", "null", "5", "\"x\"", "", "[", "{", "{}x", "<html></html>" })
        {
            if (name.EndsWith("SpriteIndex", StringComparison.Ordinal) && body == "{}x")
                continue;
            Assert.Equal((body, MapTilerErrorReason.InvalidResponse), (body, (await CallAsync(name, Encoding.UTF8.GetBytes(body))).Error?.Reason));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Response_is_read_up_to_256_levels_and_as_invalid_beyond(string name)
    {
        var (_, body, _) = Responses[name];
        if (body[0] != '{' || name.EndsWith("SpriteIndex", StringComparison.Ordinal))
            return; // there is no place for another member

        byte[] Deep(int levels) => Encoding.UTF8.GetBytes("{\"deep\":" + new string('[', levels - 1) + new string(']', levels - 1) + "," + body[1..]);

        Assert.Null((await CallAsync(name, Deep(256))).Error);
        Assert.Equal(MapTilerErrorReason.InvalidResponse, (await CallAsync(name, Deep(257))).Error?.Reason);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Response_whose_text_is_not_Unicode_is_read_with_replacement_characters(string name)
    {
        var body = Responses[name].Body;
        foreach (var path in Paths(JsonNode.Parse(body)!))
        {
            foreach (var value in new[] { "\"\\udc00a\"", "\"\\ud800\\ud800\\udc00\"", "\"INVALID\"", "{\"\\ud800\":\"INVALID\"}" })
            {
                var bytes = Mutate(body, path, value);
                var at = bytes.AsSpan().IndexOf("INVALID"u8);
                if (at >= 0)
                    bytes[at] = 0xFF;
                var (result, error) = await CallAsync(name, bytes);

                Assert.True(error is null or { Reason: MapTilerErrorReason.InvalidResponse }, $"{path} = {value}: {error}");
                AssertReadable(result);
            }
        }
    }

    // What is read late is read, too.
    private static void AssertReadable(object? result)
    {
        if (result is StyleJson style)
            Assert.NotNull(string.Concat(style.Sources.Values.Select(source => source.ToString() + source.Attribution + string.Concat(source.Tiles))) + string.Concat(style.Sprites) + style.Name + style.Attribution);
        if (result is OgcDocument document)
            Assert.NotNull(document.Title + string.Concat(document.Links));
        if (result is not null)
            Assert.NotNull(JsonSerializer.Serialize(result, result.GetType()) + result);
    }

    private static async Task<(object? Result, MapTilerException? Error)> CallAsync(string name, byte[] body)
    {
        var transport = new StubTransport(_ => new HttpResponseMessage { Content = new ByteArrayContent(body) });
        using var services = Clients.Services(transport, options: options => options.ServiceToken = Secrets.Token);
        try
        {
            return (await Responses[name].Call(services), null);
        }
        catch (MapTilerException e)
        {
            return (null, e);
        }
    }

    private static async Task<object?> FirstAsync<T>(IAsyncEnumerable<T> items, Func<T, MapTilerException?> error)
    {
        var all = new List<T>();
        await foreach (var item in items)
        {
            if (error(item) is { } failure)
                throw failure;
            all.Add(item);
        }

        Assert.NotEmpty(all);
        return all[0];
    }

    private static bool IsEssential(string[] essential, string path) => essential.Contains(path) || essential.Contains(Normalize(path)) || essential.Contains(Normalize(path) + "?");

    private static string Normalize(string path) => string.Join("[]", path.Split('[').Select((part, i) => i == 0 ? part : part[(part.IndexOf(']') + 1)..]));

    /// <summary>The path of each value within the document, as <c>features[0].id</c>.</summary>
    private static IEnumerable<string> Paths(JsonNode node, string path = "") => node switch
    {
        JsonObject members => members.SelectMany(member => PathsOf(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, i) => PathsOf(item, $"{path}[{i}]")),
        _ => [],
    };

    private static IEnumerable<string> PathsOf(JsonNode? value, string path) => value is null ? [path] : Paths(value, path).Prepend(path);

    private static byte[] Mutate(string body, string path, string? value)
    {
        const string Mark = "MUTATED";
        var root = JsonNode.Parse(body)!;
        var parent = root;
        var steps = path.Replace("[", "\n[", StringComparison.Ordinal).Split('\n').SelectMany((step, i) => i == 0 || !step.StartsWith('[') ? Split(step) : [step[..(step.IndexOf(']') + 1)], .. Split(step[(step.IndexOf(']') + 1)..])]).Where(step => step.Length > 0).ToList();
        foreach (var step in steps.SkipLast(1))
            parent = step[0] == '[' ? parent[int.Parse(step[1..^1], System.Globalization.CultureInfo.InvariantCulture)]! : parent[step]!;
        var last = steps[^1];
        if (value == "REMOVED")
            parent.AsObject().Remove(last);
        else if (last[0] == '[')
            parent[int.Parse(last[1..^1], System.Globalization.CultureInfo.InvariantCulture)] = Mark;
        else
            parent[last] = Mark;
        return Encoding.UTF8.GetBytes(root.ToJsonString().Replace($"\"{Mark}\"", value ?? "null", StringComparison.Ordinal));
    }

    private static string[] Split(string members) => members.Split('.');
}

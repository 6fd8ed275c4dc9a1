using System.Globalization;
using System.Reflection;
using CsCheck;
using MapTiler.Geocoding;
using MapTiler.Maps;
using MapTiler.StaticMaps;

namespace MapTiler.Tests.Urls;

/// <summary>Whatever goes in comes out again, where the raw text is taken apart by nothing but Split and UnescapeDataString.</summary>
public class UrlRoundTripTests
{
    /// <summary>Set MAPTILER_TEST_ITERATIONS for a thorough run.</summary>
    private static readonly int Iterations = int.TryParse(Environment.GetEnvironmentVariable("MAPTILER_TEST_ITERATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var iterations) ? iterations : 2_000;

    private static readonly Gen<string> Text = Gen.OneOf(
            "a", "Z", "0", "9", "-", ".", "_", "~", " ", ";", ",", "/", "?", "#", "%", "&", "=", "+", "č", "İ", "ß", "😀", "\u202e", "\u0661", "\u00a0", "\t", "\n", "\0",
            "|", "\\", "{", "}", "[", "]", "^", "`", "\"", "'", "<", ">", "(", ")", "!", "*", "@", ":", "$", "%2e", "%2F", "%3B", "..", "key=", "e\u0301")
        .Array[1, 20].Select(string.Concat).Where(text => text.Trim().Trim('.', ' ').Length > 1 && text.Contains('a') && !IsId(text));

    private static readonly Gen<LngLat> Place = Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90], (lng, lat) => new LngLat(lng, lat));

    private static readonly Gen<GeocodingQuery> Query = Gen.OneOf(
        Text.Select(GeocodingQuery.Search), Place.Select(GeocodingQuery.Reverse), Gen.Int[0, int.MaxValue].Select(i => GeocodingQuery.ById("region." + i.ToString(CultureInfo.InvariantCulture))));

    private static readonly Gen<GeocodingSearchOptions> Options = Gen.Select(
        Gen.Select(Place, Place, (a, b) => new BoundingBox(Math.Min(a.Longitude, b.Longitude), Math.Min(a.Latitude, b.Latitude), Math.Max(a.Longitude, b.Longitude), Math.Max(a.Latitude, b.Latitude))),
        Place, Text.Array[0, 5].Where(texts => texts.Distinct(StringComparer.OrdinalIgnoreCase).Count() == texts.Length), Gen.Int[1, 10], Gen.Bool, Text,
        (box, near, languages, limit, fuzzy, worldview) => new GeocodingSearchOptions
        {
            BoundingBox = box,
            Proximity = near,
            Languages = languages,
            Countries = ["cz", "SK"],
            Limit = limit,
            Types = [PlaceType.Poi],
            ExcludeTypes = fuzzy,
            FuzzyMatch = fuzzy,
            Autocomplete = !fuzzy,
            Worldview = new Worldview(worldview),
        });

    [Fact]
    public void Batch_with_options_round_trips() =>
        Gen.Select(Text.Select(text => (GeocodingQuery)text).Array[1, 10], Options, Gen.OneOf(Cultures.All)).Sample((queries, options, culture) =>
        {
            var uri = Cultures.In(culture, () => new MapTilerUrlBuilder("k").GeocodingBatch(queries, options));

            var (path, parameters) = Parse(uri.OriginalString);
            return uri.AbsoluteUri == uri.OriginalString
                && uri.OriginalString.All(char.IsAscii)
                && path.Length == 2 && path[0] == "geocoding" && path[1].EndsWith(".json", StringComparison.Ordinal)
                && path[1][..^5].Split(';').Zip(queries).All(pair => Reads(pair.First, pair.Second)) && path[1].Split(';').Length == queries.Length
                && string.Join(' ', parameters.Select(p => p.Name)) == "bbox proximity language country limit types excludeTypes fuzzyMatch autocomplete worldview key"
                && Numbers(parameters[0].Value, options.BoundingBox!.Value.West, options.BoundingBox.Value.South, options.BoundingBox.Value.East, options.BoundingBox.Value.North)
                && Numbers(parameters[1].Value, options.Proximity!.Value.Location!.Value.Longitude, options.Proximity.Value.Location.Value.Latitude)
                && (options.Languages!.Count == 0 ? parameters[2].Value.Length == 0 : parameters[2].Value.Split(',').Select(Uri.UnescapeDataString).SequenceEqual(options.Languages))
                && parameters[3].Value == "cz,SK"
                && parameters[4].Value == options.Limit!.Value.ToString(CultureInfo.InvariantCulture)
                && parameters[6].Value == (options.FuzzyMatch!.Value ? "true" : "false")
                && parameters[8].Value == (options.Autocomplete!.Value ? "true" : "false")
                && Uri.UnescapeDataString(parameters[9].Value) == options.Worldview!.Value.Value
                && parameters[10].Value == "k";
        }, iter: Iterations);

    [Fact]
    public void Batch_of_searches_locations_and_ids_round_trips() =>
        Gen.Select(Query.Array[1, 10], Gen.OneOf(Cultures.All)).Sample((queries, culture) =>
        {
            var uri = Cultures.In(culture, () => new MapTilerUrlBuilder().GeocodingBatch(queries, new() { Languages = ["de"] }));

            var (path, parameters) = Parse(uri.OriginalString);
            return path[1][..^5].Split(';').Zip(queries).All(pair => Reads(pair.First, pair.Second)) && path[1].Split(';').Length == queries.Length
                && parameters is [("language", "de")];
        }, iter: Iterations);

    [Fact]
    public void Search_in_any_culture_round_trips() =>
        Gen.Select(Text, Gen.OneOf(Cultures.All)).Sample((text, culture) =>
        {
            var (path, parameters) = Parse(Cultures.In(culture, () => new MapTilerUrlBuilder().GeocodingSearch(text)).AbsoluteUri);
            return parameters.Length == 0 && path.Length == 2 && Uri.UnescapeDataString(path[1][..^5]) == text.Trim();
        }, iter: Iterations);

    [Fact]
    public void Location_in_any_culture_round_trips() =>
        Gen.Select(Place, Gen.OneOf(Cultures.All)).Sample((place, culture) =>
        {
            var (path, _) = Parse(Cultures.In(culture, () => new MapTilerUrlBuilder().GeocodingReverse(place)).AbsoluteUri);
            return path.Length == 2 && Numbers(path[1][..^5], place.Longitude, place.Latitude);
        }, iter: Iterations);

    public static TheoryData<string, string> OneId => new()
    {
        { nameof(MapTilerUrlBuilder.MapViewer), "/maps/{}/" },
        { nameof(MapTilerUrlBuilder.StyleJson), "/maps/{}/style.json" },
        { nameof(MapTilerUrlBuilder.MapTileJson), "/maps/{}/tiles.json" },
        { nameof(MapTilerUrlBuilder.MapWmtsCapabilities), "/maps/{}/WMTSCapabilities.xml" },
        { nameof(MapTilerUrlBuilder.OgcMapTiles), "/maps/{}/tiles" },
        { nameof(MapTilerUrlBuilder.OgcMapTileMatrixSet), "/maps/{}/tileMatrixSet" },
        { nameof(MapTilerUrlBuilder.MapSprite), "/maps/{}/sprite.json" },
        { nameof(MapTilerUrlBuilder.Sprite), "/sprites/{}/sprite.json" },
        { nameof(MapTilerUrlBuilder.TilesetViewer), "/tiles/{}/" },
        { nameof(MapTilerUrlBuilder.TileJson), "/tiles/{}/tiles.json" },
        { nameof(MapTilerUrlBuilder.TilesetWmtsCapabilities), "/tiles/{}/WMTSCapabilities.xml" },
        { nameof(MapTilerUrlBuilder.OgcTilesetTiles), "/tiles/{}/tiles" },
        { nameof(MapTilerUrlBuilder.OgcTilesetTileMatrixSet), "/tiles/{}/tileMatrixSet" },
        { nameof(MapTilerUrlBuilder.Tile), "/tiles/{}/0/0/0" },
        { nameof(MapTilerUrlBuilder.ImageJson), "/images/{}/image.json" },
        { nameof(MapTilerUrlBuilder.ImageTile), "/images/{}/0/0/0" },
        { nameof(MapTilerUrlBuilder.DataFeatures), "/data/{}/features.json" },
        { nameof(MapTilerUrlBuilder.CoordinateSearch), "/coordinates/search/{}.json" },
    };

    [Theory, MemberData(nameof(OneId))]
    public void Id_in_any_culture_round_trips(string method, string template)
    {
        var build = typeof(MapTilerUrlBuilder).GetMethod(method, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)!;
        var rest = build.GetParameters().Skip(1).Select(p => p.HasDefaultValue ? p.DefaultValue : Activator.CreateInstance(p.ParameterType)).ToArray();
        var (before, after) = (template.Split("{}")[0], template.Split("{}")[1]);

        Gen.Select(Text, Gen.OneOf(Cultures.All)).Sample((id, culture) =>
        {
            var uri = Cultures.In(culture, () => (Uri)build.Invoke(new MapTilerUrlBuilder(), [id, .. rest])!);

            var path = uri.AbsoluteUri["https://api.maptiler.com".Length..];
            return path == uri.AbsolutePath && path.StartsWith(before, StringComparison.Ordinal) && path.EndsWith(after, StringComparison.Ordinal)
                && path.Split('/').Length == template.Split('/').Length
                && Uri.UnescapeDataString(path[before.Length..^after.Length]) == (method == nameof(MapTilerUrlBuilder.CoordinateSearch) ? id.Trim() : id);
        }, iter: Iterations);
    }

    [Fact]
    public void Tiles_in_any_culture_round_trip() =>
        Gen.Select(Gen.Int[0, 22], Place, Gen.Bool, Gen.Bool, Text, Gen.OneOf(Cultures.All)).Sample((zoom, place, small, sharp, id, culture) =>
        {
            var tile = TileCoordinate.FromLngLat(place, zoom);
            var options = new RasterTileOptions { TileSize = small ? 256 : 512, HighDpi = sharp };
            var (uri, filled) = Cultures.In(culture, () => (new MapTilerUrlBuilder("k").MapTile(id, tile, options).OriginalString, new MapTilerUrlBuilder("k").MapTileTemplate(id, options).Fill(tile)));

            var (path, parameters) = Parse(uri);
            return uri == filled && parameters is [("key", "k")]
                && path.Length == (small ? 6 : 5) && Uri.UnescapeDataString(path[1]) == id && small == (path[2] == "256" && path.Length == 6)
                && path[^3] == zoom.ToString(CultureInfo.InvariantCulture) && path[^2] == tile.X.ToString(CultureInfo.InvariantCulture)
                && path[^1] == tile.Y.ToString(CultureInfo.InvariantCulture) + (sharp ? "@2x.png" : ".png");
        }, iter: Iterations);

    [Fact]
    public void Elevations_and_points_in_any_culture_round_trip() =>
        Gen.Select(Gen.Select(Gen.Double[-179.9, 179.9], Gen.Double[-85, 85], (lng, lat) => new LngLat(lng, lat)).Array[1, 50], Gen.Double[-1e5, 1e5].Array[3], Gen.Int[1, 30000], Gen.OneOf(Cultures.All)).Sample((places, numbers, code, culture) =>
        {
            var (heights, points) = Cultures.In(culture, () => (
                new MapTilerUrlBuilder().Elevation(places).OriginalString,
                new MapTilerUrlBuilder().CoordinateTransform([new(numbers[0], numbers[1], numbers[2])], new() { SourceCrs = code }).OriginalString));

            var (path, parameters) = Parse(points);
            return Parse(heights).Path[1][..^5].Split(';').Zip(places).All(pair => Numbers(pair.First, pair.Second.Longitude, pair.Second.Latitude))
                && Parse(heights).Path[1].Split(';').Length == places.Length
                && Numbers(path[2][..^5], numbers)
                && (code == 4326 ? parameters.Length == 0 : parameters is [("s_srs", var srs)] && srs == code.ToString(CultureInfo.InvariantCulture));
        }, iter: Iterations);

    [Fact]
    public void Static_map_in_any_culture_round_trips() =>
        Gen.Select(Place.Array[2, 20].Where(places => places.Distinct().Count() > 1), Place, Gen.Double[0, 22], Gen.Int[1, 2048], Gen.Byte.Array[3], Gen.OneOf(Cultures.All)).Sample((line, place, zoom, size, rgb, culture) =>
        {
            var color = MapColor.FromRgb(rgb[0], rgb[1], rgb[2]);
            var uri = Cultures.In(culture, () => new MapTilerUrlBuilder("k").StaticMap("m", new MapView(place, zoom), new()
            {
                Width = size,
                Paths = [new(line) { Stroke = color, Width = zoom }],
                Markers = [new(new StaticMapMarker(place, color))],
            }).Uri.OriginalString);

            var (path, parameters) = Parse(uri);
            var parts = Uri.UnescapeDataString(parameters[0].Value).Split('|');
            return Numbers(path[3], place.Longitude, place.Latitude, zoom)
                && path[4] == size.ToString(CultureInfo.InvariantCulture) + "x1024.png"
                && parts[0] == "fill:none" && parts[1] == "stroke:" + color && Numbers(parts[2]["width:".Length..], zoom)
                && parts.Length == line.Length + 3 && parts.Skip(3).Zip(line).All(pair => Numbers(pair.First, pair.Second.Longitude, pair.Second.Latitude))
                && Uri.UnescapeDataString(parameters[1].Value).Split(',')[2] == color.ToString() && parameters[2] == ("key", "k");
        }, iter: Iterations);

    private static (string[] Path, (string Name, string Value)[] Parameters) Parse(string uri)
    {
        var parts = uri["https://api.maptiler.com/".Length..].Split('?');
        return (parts[0].Split('/'), [.. parts.Skip(1).SelectMany(query => query.Split('&')).Select(item => (item.Split('=')[0], item.Split('=')[1]))]);
    }

    private static bool Reads(string segment, GeocodingQuery query) => query.Location is { } place
        ? Numbers(segment, place.Longitude, place.Latitude)
        : Uri.UnescapeDataString(segment) == (query.Id ?? query.Query!.Trim());

    private static bool Numbers(string list, params double[] expected) =>
        list.Split(',').Length == expected.Length
        && list.Split(',').Zip(expected).All(pair => Math.Abs(double.Parse(pair.First, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) - pair.Second) <= 0.5000001e-8 + Math.Abs(pair.Second) * 1e-15);

    // Strings that the builder rejects because the service would read them as ids.
    private static bool IsId(string text)
    {
        var (trimmed, dot) = (text.Trim(), text.Trim().LastIndexOf('.'));
        return dot > 0 && dot < trimmed.Length - 1 && !trimmed[..dot].Any(char.IsWhiteSpace) && trimmed[(dot + 1)..].All(char.IsAsciiDigit);
    }
}

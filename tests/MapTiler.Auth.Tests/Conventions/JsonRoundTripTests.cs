using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using MapTiler.Authentication;
using MapTiler.Coordinates;
using MapTiler.Elevation;
using MapTiler.GeoJson;
using MapTiler.Geocoding;
using MapTiler.Geolocation;
using MapTiler.Images;
using MapTiler.Maps;
using MapTiler.Ogc;
using MapTiler.Service;
using MapTiler.StaticMaps;
using MapTiler.Tiles;
using MapTiler.Weather;

namespace MapTiler.Tests.Conventions;

/// <summary>Applications store the values of the SDK in queues, caches and databases, and return them from their own APIs.</summary>
public partial class JsonRoundTripTests
{
    /// <summary>The public classes that are not data, with the reason.</summary>
    private static readonly Dictionary<Type, string> Excluded = new()
    {
        [typeof(MapTilerOptions)] = "writes no secrets",
        [typeof(MapTilerSecret)] = "writes no secrets",
        [typeof(ServiceToken)] = "writes no secrets",
        [typeof(MapTilerBuilder)] = "registers services",
        [typeof(MapTilerUrlBuilder)] = "has a credential",
        [typeof(TileUrlTemplate)] = "has a credential",
        [typeof(StaticMapUrl)] = "has a credential",
        [typeof(MapTilerResilienceOptions)] = "has a rate limiter",
        [typeof(CredentialContext)] = "is passed to a provider",
        [typeof(MapTilerContent)] = "is a stream",
        [typeof(StaticMapImage)] = "is a stream",
        [typeof(RgbaImage)] = "is a decoded image",
        [typeof(TileRange)] = "is a sequence of tiles",
        [typeof(DatasetUploadOptions)] = "has a callback",
        [typeof(TileDownloadOptions)] = "has a callback",
        [typeof(MapTilerJsonConverter)] = "is a converter",
    };

    private static readonly Type[] Data =
    [
        .. typeof(MapTilerClient).Assembly.GetExportedTypes().Where(type =>
            (type.IsValueType || type.IsSealed || type.Name == "GeoJsonGeometry") && !type.IsEnum && !(type.IsAbstract && type.IsSealed)
            && !typeof(HttpMessageHandler).IsAssignableFrom(type) && !typeof(Delegate).IsAssignableFrom(type) && !Excluded.ContainsKey(type)),
    ];

    private static readonly JsonSerializerOptions Default = new();

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static TheoryData<string> Names => [.. Data.Select(type => type.FullName!)];

    [Theory, MemberData(nameof(Names))]
    public void Value_read_from_its_JSON_equals_the_original(string name)
    {
        var type = Data.Single(t => t.FullName == name);

        foreach (var value in type.IsValueType ? [.. SampleValues.All(type), Activator.CreateInstance(type)!] : SampleValues.All(type))
        {
            foreach (var options in new[] { Default, Web, JsonSerializerOptions.Strict, GeneratedJson.Default.Options })
            {
                var json = JsonSerializer.Serialize(value, type, options);
                var read = JsonSerializer.Deserialize(json, type, options);

                AssertSame(value, read, type.Name);
                Assert.Equal(json, JsonSerializer.Serialize(read, type, options));
                Assert.Equal(json, JsonSerializer.Serialize<object>(value, options));
            }
        }
    }

    [Fact]
    public void Types_that_are_not_data_exist_and_are_public() => Assert.All(Excluded.Keys, type => Assert.True(type.IsVisible && !type.IsEnum));

    private static void AssertSame(object? expected, object? actual, string path)
    {
        switch (expected)
        {
            case null or string or ValueType and not (JsonElement or ReadOnlyMemory<byte>) when !IsPair(expected):
                Assert.True(Equals(expected, actual), $"{path} is {actual ?? "null"} instead of {expected ?? "null"}.");
                break;
            case JsonElement json:
                Assert.Equal(json.ValueKind == JsonValueKind.Undefined ? "" : json.GetRawText(), ((JsonElement)actual!).ValueKind == JsonValueKind.Undefined ? "" : ((JsonElement)actual).GetRawText());
                break;
            case ReadOnlyMemory<byte> bytes:
                Assert.Equal(bytes.ToArray(), ((ReadOnlyMemory<byte>)actual!).ToArray());
                break;
            case IEnumerable items:
                var (all, others) = (items.Cast<object?>().ToList(), ((IEnumerable)actual!).Cast<object?>().ToList());
                Assert.True(all.Count == others.Count, $"{path} has {others.Count} items instead of {all.Count}.");
                for (var i = 0; i < all.Count; i++)
                    AssertSame(all[i], others[i], $"{path}[{i}]");
                break;
            default:
                Assert.Equal(expected!.GetType(), actual?.GetType());
                foreach (var property in PropertiesOf(expected))
                    AssertSame(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
                break;
        }
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(object value) => value is MapTilerException
        ? new[] { nameof(MapTilerException.Reason), nameof(Exception.Message), nameof(MapTilerException.StatusCode), nameof(MapTilerException.Endpoint), nameof(MapTilerException.RetryAfter) }
            .Select(name => typeof(MapTilerException).GetProperty(name)!)
        : value.GetType().GetProperties().Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition != JsonIgnoreCondition.Always);

    private static bool IsPair(object? value) => value?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    /// <summary>The generated JSON code of an application. The types that these refer to are included.</summary>
    [JsonSerializable(typeof(ApiKey)), JsonSerializable(typeof(ApiKeySettings)), JsonSerializable(typeof(Tileset)), JsonSerializable(typeof(TilesetMetadata)), JsonSerializable(typeof(DatasetIngest))]
    [JsonSerializable(typeof(DatasetOutput)), JsonSerializable(typeof(UploadProgress)), JsonSerializable(typeof(AnalyticsTimeline)), JsonSerializable(typeof(AnalyticsTop))]
    [JsonSerializable(typeof(GeocodingBatchResult)), JsonSerializable(typeof(GeocodingSearchOptions)), JsonSerializable(typeof(GeocodingReverseOptions)), JsonSerializable(typeof(GeocodingByIdOptions))]
    [JsonSerializable(typeof(GeolocationResult)), JsonSerializable(typeof(GeolocationOptions))]
    [JsonSerializable(typeof(ElevationResult)), JsonSerializable(typeof(ElevationProfilePoint)), JsonSerializable(typeof(ElevationOptions)), JsonSerializable(typeof(TerrainOptions))]
    [JsonSerializable(typeof(CoordinateSearchResult)), JsonSerializable(typeof(CoordinateSearchOptions)), JsonSerializable(typeof(CoordinateTransformResult)), JsonSerializable(typeof(CoordinateTransformOptions))]
    [JsonSerializable(typeof(CoordinateTransformation))]
    [JsonSerializable(typeof(WeatherVariable)), JsonSerializable(typeof(WeatherMetadata)), JsonSerializable(typeof(WeatherValue)), JsonSerializable(typeof(StyleJson))]
    [JsonSerializable(typeof(StyleSource)), JsonSerializable(typeof(StyleSprite)), JsonSerializable(typeof(SpriteIcon)), JsonSerializable(typeof(RasterTileOptions))]
    [JsonSerializable(typeof(TileJson)), JsonSerializable(typeof(DownloadedTile)), JsonSerializable(typeof(TileDownloadProgress)), JsonSerializable(typeof(ImageJson))]
    [JsonSerializable(typeof(OgcDocument)), JsonSerializable(typeof(OgcLink))]
    [JsonSerializable(typeof(StaticMapOptions)), JsonSerializable(typeof(StaticMapArea)), JsonSerializable(typeof(PathReduction))]
    [JsonSerializable(typeof(GeoJsonFeatureCollection)), JsonSerializable(typeof(GeoJsonFeature)), JsonSerializable(typeof(GeoJsonGeometry)), JsonSerializable(typeof(GeoJsonPoint))]
    [JsonSerializable(typeof(GeoJsonMultiPoint)), JsonSerializable(typeof(GeoJsonLineString)), JsonSerializable(typeof(GeoJsonMultiLineString)), JsonSerializable(typeof(GeoJsonPolygon))]
    [JsonSerializable(typeof(GeoJsonMultiPolygon)), JsonSerializable(typeof(GeoJsonGeometryCollection)), JsonSerializable(typeof(GeoJsonId)), JsonSerializable(typeof(GeoJsonPosition))]
    [JsonSerializable(typeof(KeyCheckResult)), JsonSerializable(typeof(MapView))]
    internal sealed partial class GeneratedJson : JsonSerializerContext;
}

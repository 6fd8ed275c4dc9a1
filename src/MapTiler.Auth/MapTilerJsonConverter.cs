using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using MapTiler.Authentication;
using MapTiler.Coordinates;
using MapTiler.GeoJson;
using MapTiler.Geocoding;
using MapTiler.Service;
using MapTiler.Weather;

namespace MapTiler;

/// <summary>The JSON converter of the types and members in this package. It is public only so that source-generated JSON code of applications can use it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MapTilerJsonConverter : JsonConverterFactory
{
    private static readonly Dictionary<Type, JsonConverter> Converters = new()
    {
        [typeof(LngLat)] = new LngLatJsonConverter(),
        [typeof(BoundingBox)] = new BoundingBoxJsonConverter(),
        [typeof(GeoJsonId)] = new GeoJsonIdJsonConverter(),
        [typeof(GeoJsonGeometry)] = new GeoJsonGeometryJsonConverter(),
        [typeof(GeoJsonFeature)] = new GeoJsonFeatureJsonConverter(),
        [typeof(GeoJsonFeatureCollection)] = new GeoJsonFeatureCollectionJsonConverter(),
        [typeof(PlaceType)] = new OpenStringJsonConverter<PlaceType>(static value => value),
        [typeof(FeatureKind)] = new OpenStringJsonConverter<FeatureKind>(static value => value),
        [typeof(CoordinateKind)] = new OpenStringJsonConverter<CoordinateKind>(static value => value),
        [typeof(AnalyticsGroup)] = new OpenStringJsonConverter<AnalyticsGroup>(static value => value),
        [typeof(CoordinateTransformation)] = new CoordinateTransformationJsonConverter(),
        [typeof(WeatherMetadata)] = new WeatherMetadataJsonConverter(),
        [typeof(MapTilerSecret)] = new MapTilerSecretJsonConverter(),
        [typeof(ServiceToken)] = new ServiceTokenJsonConverter(),
    };

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => Converters.ContainsKey(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => Converters[typeToConvert];

    private sealed class OpenStringJsonConverter<T>(Func<string, T> create) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => create(JsonValue.Text(ref reader) ?? "");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}

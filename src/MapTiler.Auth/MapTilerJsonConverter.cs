using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using MapTiler.Authentication;
using MapTiler.Coordinates;
using MapTiler.GeoJson;
using MapTiler.Geocoding;
using MapTiler.Maps;
using MapTiler.Ogc;
using MapTiler.Service;
using MapTiler.StaticMaps;
using MapTiler.Weather;

namespace MapTiler;

/// <summary>
/// The JSON converter of the types and members in this package. It is public only so that source-generated JSON code of applications can use it.
/// </summary>
/// <remarks>
/// The results and values of this package can be written as JSON and read again. Their JSON is part of the public API:
/// <list type="bullet">
/// <item>Documents have their own format: GeoJSON (<see cref="GeoJsonGeometry"/> and its derived classes, features, collections), TileJSON, styles and OGC documents.</item>
/// <item>Locations are arrays: <see cref="LngLat"/> is <c>[longitude, latitude]</c>, <see cref="GeoJsonPosition"/> is <c>[longitude, latitude, altitude, measure]</c> without what it does not
/// have, <see cref="MapView"/> is <c>[longitude, latitude, zoom]</c>, and <see cref="BoundingBox"/> is <c>[west, south, east, north]</c>.</item>
/// <item>Open sets such as <see cref="PlaceType"/> and <see cref="IngestState"/>, and <see cref="MapColor"/>, are strings.</item>
/// <item><see cref="GeocodingQuery"/> is a string, a location, or <c>{"id": "municipality.46425"}</c>; <see cref="Proximity"/> is a location or <c>"ip"</c>;
/// <see cref="StaticMapArea"/> is a view, a bounding box, or <c>"auto"</c>.</item>
/// <item><see cref="MapTilerException"/> is an object with <c>reason</c> (the name of the <see cref="MapTilerErrorReason"/>), <c>message</c>, and, if known, <c>statusCode</c>,
/// <c>endpoint</c> and <c>retryAfter</c> (<c>hh:mm:ss</c>). It never contains a credential.</item>
/// <item>Other types are objects with the names of the service, or else with the names of their properties, to which a naming policy applies. Enums are numbers, unless the application converts them to strings.</item>
/// <item>Secrets are <c>"***"</c> or not written. What contains one, such as an API key or <see cref="MapTilerOptions"/>, cannot be read from its own JSON.</item>
/// </list>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MapTilerJsonConverter : JsonConverterFactory
{
    // Created when they are needed: the first call of a process would compile all of them.
    private static readonly Dictionary<Type, Func<JsonConverter>> Converters = new()
    {
        [typeof(LngLat)] = static () => new LngLatJsonConverter(),
        [typeof(BoundingBox)] = static () => new BoundingBoxJsonConverter(),
        [typeof(MapView)] = static () => new MapViewJsonConverter(),
        [typeof(GeoJsonId)] = static () => new GeoJsonIdJsonConverter(),
        [typeof(GeoJsonPosition)] = static () => new ValueJsonConverter<GeoJsonPosition>(GeoJsonGeometryJsonConverter.ReadPosition, GeoJsonGeometryJsonConverter.WritePosition),
        [typeof(GeoJsonGeometry)] = static () => Geometry<GeoJsonGeometry>(),
        [typeof(GeoJsonPoint)] = static () => Geometry<GeoJsonPoint>(),
        [typeof(GeoJsonMultiPoint)] = static () => Geometry<GeoJsonMultiPoint>(),
        [typeof(GeoJsonLineString)] = static () => Geometry<GeoJsonLineString>(),
        [typeof(GeoJsonMultiLineString)] = static () => Geometry<GeoJsonMultiLineString>(),
        [typeof(GeoJsonPolygon)] = static () => Geometry<GeoJsonPolygon>(),
        [typeof(GeoJsonMultiPolygon)] = static () => Geometry<GeoJsonMultiPolygon>(),
        [typeof(GeoJsonGeometryCollection)] = static () => Geometry<GeoJsonGeometryCollection>(),
        [typeof(GeoJsonFeature)] = static () => new GeoJsonFeatureJsonConverter(),
        [typeof(GeoJsonFeatureCollection)] = static () => new GeoJsonFeatureCollectionJsonConverter(),
        [typeof(PlaceType)] = static () => OpenSet<PlaceType>(static value => value),
        [typeof(FeatureKind)] = static () => OpenSet<FeatureKind>(static value => value),
        [typeof(Worldview)] = static () => OpenSet<Worldview>(static value => value),
        [typeof(CoordinateKind)] = static () => OpenSet<CoordinateKind>(static value => value),
        [typeof(AnalyticsGroup)] = static () => OpenSet<AnalyticsGroup>(static value => value),
        [typeof(IngestState)] = static () => OpenSet<IngestState>(static value => value),
        [typeof(DatasetOutput)] = static () => OpenSet<DatasetOutput>(static value => value),
        [typeof(MapColor)] = static () => OpenSet<MapColor>(static value => MapColor.TryParse(value, out var color) ? color : throw new JsonException("The value is not a color.")),
        [typeof(GeocodingQuery)] = static () => new GeocodingQueryJsonConverter(),
        [typeof(Proximity)] = static () => new ProximityJsonConverter(),
        [typeof(StaticMapArea)] = static () => new StaticMapAreaJsonConverter(),
        [typeof(StyleJson)] = static () => Document<StyleJson>(static json => new(json), static style => style.Json),
        [typeof(StyleSource)] = static () => Document<StyleSource>(static json => new(json), static source => source.Json),
        [typeof(OgcDocument)] = static () => Document<OgcDocument>(static json => new(json), static document => document.Json),
        [typeof(CoordinateTransformation)] = static () => new CoordinateTransformationJsonConverter(),
        [typeof(WeatherMetadata)] = static () => new WeatherMetadataJsonConverter(),
        [typeof(MapTilerException)] = static () => new MapTilerExceptionJsonConverter(),
        [typeof(MapTilerSecret)] = static () => new MapTilerSecretJsonConverter(),
        [typeof(ServiceToken)] = static () => new ServiceTokenJsonConverter(),
    };

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => Converters.ContainsKey(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => Converters[typeToConvert]();

    private static ValueJsonConverter<T> OpenSet<T>(Func<string, T> create)
        where T : struct => new((ref reader) => create(JsonValue.Text(ref reader) ?? ""), static (writer, value) => writer.WriteStringValue(value.ToString()));

    private static ValueJsonConverter<T> Geometry<T>()
        where T : GeoJsonGeometry => new(
            static (ref reader) => GeoJsonGeometryJsonConverter.ReadGeometry(ref reader) as T ?? throw new JsonException("The GeoJSON geometry has another type."), GeoJsonGeometryJsonConverter.WriteGeometry);

    private static ValueJsonConverter<T> Document<T>(Func<JsonElement, T> create, Func<T, JsonElement> json) => new(
        (ref reader) => reader.TokenType == JsonTokenType.StartObject ? create(JsonElement.ParseValue(ref reader)) : throw new JsonException("Expected an object."),
        (writer, value) => json(value).WriteTo(writer));

    private sealed class ValueJsonConverter<T>(JsonValue.Reader<T> read, Action<Utf8JsonWriter, T> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(ref reader);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);
    }
}

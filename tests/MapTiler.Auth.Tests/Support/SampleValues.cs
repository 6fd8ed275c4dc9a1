using System.Net;
using System.Text.Json;
using MapTiler.Coordinates;
using MapTiler.GeoJson;
using MapTiler.Geocoding;
using MapTiler.Maps;
using MapTiler.Ogc;
using MapTiler.StaticMaps;

namespace MapTiler.Tests;

/// <summary>Values of the data types of the SDK, in which each property that can be set has a value other than its default.</summary>
internal static class SampleValues
{
    private static readonly LngLat Location = new(-8.5, 47.25);

    /// <summary>The types that reflection cannot fill, or that have several forms.</summary>
    private static readonly Dictionary<Type, object[]> Known = new()
    {
        [typeof(string)] = ["Brünn"],
        [typeof(bool)] = [true],
        [typeof(int)] = [12],
        [typeof(long)] = [1L << 40],
        [typeof(double)] = [-1234.5],
        [typeof(Guid)] = [Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b")],
        [typeof(TimeSpan)] = [TimeSpan.FromSeconds(90.5)],
        [typeof(DateTime)] = [new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)],
        [typeof(DateTimeOffset)] = [new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1))],
        [typeof(Uri)] = [new Uri("https://example.com/a.png")],
        [typeof(ReadOnlyMemory<byte>)] = [new ReadOnlyMemory<byte>([1, 2, 255])],
        [typeof(JsonElement)] = [Json("""{"a":[1,"b",null]}""")],
        [typeof(LngLat)] = [Location],
        [typeof(BoundingBox)] = [new BoundingBox(-8.5, 47.25, 9, 48)],
        [typeof(TileCoordinate)] = [new TileCoordinate(3, 5, 6)],
        [typeof(MapView)] = [new MapView(Location, 3.5)],
        [typeof(MapColor)] = [MapColor.Parse("crimson"), MapColor.FromRgb(1, 2, 3, 0.5)],
        [typeof(StaticMapPath)] = [new StaticMapPath([Location, default]) { Fill = "crimson", Stroke = "#01020380", Width = 1.5, Shortest = true }],
        [typeof(StaticMapArea)] = [StaticMapArea.Around(new(Location, 3.5)), StaticMapArea.Within(new(-8.5, 47.25, 9, 48))],
        [typeof(Proximity)] = [(Proximity)Location],
        [typeof(GeocodingQuery)] = [GeocodingQuery.Search("8.5,47.4"), GeocodingQuery.Reverse(Location), GeocodingQuery.ById("municipality.1")],
        [typeof(GeoJsonGeometry)] = [new GeoJsonPoint(new(-8.5, 47.25, 400))],
        [typeof(GeoJsonPosition)] = [new GeoJsonPosition(-8.5, 47.25), new GeoJsonPosition(-8.5, 47.25, 400, 2)],
        [typeof(StyleJson)] = [new StyleJson(Json(Style))],
        [typeof(StyleSource)] = [.. new StyleJson(Json(Style)).Sources.Values],
        [typeof(OgcDocument)] = [new OgcDocument(Json("""{"title":"t","links":[{"href":"/a"}]}"""))],
        [typeof(CoordinateTransformation)] =
        [
            JsonSerializer.Deserialize<CoordinateTransformation>("""{"id":{"authority":"EPSG","code":2},"name":"t","grids":[{"path":"g"}],"bbox":[0,0,1,1],"accuracy":1.5,"new":1}""")!,
            new CoordinateTransformation { Id = new() { Authority = "EPSG", Code = 1623 } },
        ],
        [typeof(MapTilerException)] =
        [
            Thrown(new(MapTilerErrorReason.RateLimited, "Too many requests.", HttpStatusCode.TooManyRequests, new IOException()) { Endpoint = "/geocoding/{query}.json", RetryAfter = TimeSpan.FromSeconds(90.5) }),
            new MapTilerException(MapTilerErrorReason.InvalidRequest, "The query is empty."),
        ],
    };

    private const string Style = """{"version":8,"name":"n","center":[8.5,47.25],"zoom":1,"sources":{"a":{"type":"vector","url":"https://example.com/a.json"}},"layers":[]}""";

    public static object[] All(Type type) =>
        Known.TryGetValue(type, out var known) ? known :
        type.IsEnum ? [Enum.GetValues(type).Cast<object>().Last()] :
        Collection(type) is { } collection ? [collection] :
        [Filled(type)];

    private static object One(Type type) => All(Nullable.GetUnderlyingType(type) ?? type)[0];

    private static object? Collection(Type type)
    {
        if (!type.IsInterface || !type.IsGenericType)
            return null;

        var item = type.GetGenericArguments()[^1];
        if (type.GetGenericArguments() is [var key, _] && key == typeof(string))
        {
            var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, item))!;
            map["new_member"] = One(item);
            return map;
        }

        var list = Array.CreateInstance(item, 1);
        list.SetValue(One(item), 0);
        return list;
    }

    private static object Filled(Type type)
    {
        if (type.Assembly != typeof(MapTilerClient).Assembly || type.GetConstructors().MaxBy(c => c.GetParameters().Length) is not { } constructor)
            throw new NotSupportedException($"Add a value of {type} to {nameof(SampleValues)}.{nameof(Known)}.");

        var value = constructor.Invoke([.. constructor.GetParameters().Select(parameter => One(parameter.ParameterType))]);
        foreach (var property in type.GetProperties().Where(property => property.GetSetMethod() is not null))
            property.SetValue(value, One(property.PropertyType));
        return value;
    }

    private static MapTilerException Thrown(MapTilerException exception)
    {
        try
        {
            throw exception;
        }
        catch (MapTilerException e)
        {
            return e;
        }
    }

    private static JsonElement Json(string json) => JsonElement.Parse(json);
}

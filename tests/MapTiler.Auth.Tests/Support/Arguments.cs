using System.Reflection;
using MapTiler.Coordinates;
using MapTiler.GeoJson;
using MapTiler.Geocoding;
using MapTiler.Maps;
using MapTiler.Ogc;
using MapTiler.Service;
using MapTiler.StaticMaps;
using MapTiler.Tiles;
using MapTiler.Weather;

namespace MapTiler.Tests;

/// <summary>Provides an argument for each parameter: by its type, or by its name where not every string is valid.</summary>
internal static class Arguments
{
    private static readonly LngLat Location = new(-16.6068, 49.1952);

    private static readonly Lazy<string> File = new(() =>
    {
        var path = Path.Combine(Path.GetTempPath(), $"maptiler-{Guid.NewGuid():N}.geojson");
        System.IO.File.WriteAllBytes(path, [1, 2]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.File.Delete(path);
        return path;
    });

    private static readonly Dictionary<Type, Func<object>> Values = new()
    {
        [typeof(string)] = () => "Brno",
        [typeof(int)] = () => 256,
        [typeof(double)] = () => -1234.5,
        [typeof(Guid)] = () => Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"),
        [typeof(Stream)] = () => new MemoryStream([1, 2]),
        [typeof(LngLat)] = () => Location,
        [typeof(ProjectedPoint)] = () => new ProjectedPoint(-16.6068, 49.1952, 237.5),
        [typeof(IReadOnlyList<LngLat>)] = () => new[] { Location, Location },
        [typeof(GeoJsonLineString)] = () => new GeoJsonLineString([new GeoJsonPosition(-16.6068, 49.1952), new GeoJsonPosition(-16.6068, 49.1952)]),
        [typeof(Func<ApiKey, CancellationToken, Task>)] = () => new Func<ApiKey, CancellationToken, Task>((_, _) => Task.CompletedTask),
        [typeof(TileCoordinate)] = () => new TileCoordinate(1, 1, 0),
        [typeof(GeocodingQuery)] = () => (GeocodingQuery)"Brno",
        [typeof(StaticMapArea)] = () => StaticMapArea.Around(new MapView(Location, 3.5)),
        [typeof(ImageDecoder)] = () => new ImageDecoder(_ => new RgbaImage(1, 1, new byte[] { 1, 134, 160, 255 })),
        [typeof(WeatherKeyframe)] = () => new WeatherKeyframe { Id = "0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b" },
        [typeof(StyleSprite)] = () => new StyleSprite { Url = "/sprites/general/sprite" },
        [typeof(OgcLink)] = () => new OgcLink { Href = "/maps/streets-v4/tiles/WebMercatorQuad" },
        [typeof(CoordinateTransformOptions)] = () => new CoordinateTransformOptions { TargetCrs = 5514 },
        [typeof(TilesetMetadata)] = () => new TilesetMetadata { Title = "t", Description = "d" },
        [typeof(ApiKeySettings)] = () => new ApiKeySettings { Name = "n", Origins = ["example.com"] },
    };

    public static object? For(ParameterInfo parameter, CancellationToken cancellationToken) => parameter switch
    {
        { ParameterType: var type } when type == typeof(CancellationToken) => cancellationToken,
        { HasDefaultValue: true } => parameter.DefaultValue,
        { ParameterType: var type } when type == typeof(string) => String(parameter),
        _ => Value(parameter.ParameterType)
            ?? throw new NotSupportedException($"Add a value of {parameter.ParameterType.Name} to {nameof(Arguments)}.{nameof(Values)}: {parameter.Member.Name} needs it for {parameter.Name}."),
    };

    private static string String(ParameterInfo parameter) => parameter switch
    {
        { Name: "id" } => "municipality.1",
        { Name: "fileName" } => "a.geojson",
        { Name: "path", Member.DeclaringType: var type } when type == typeof(DatasetsClient) => File.Value,
        { Name: "path" } => "/maps/streets-v4/new.json?a=1",
        _ => "Brno",
    };

    private static object? Value(Type type) => Values.TryGetValue(type, out var value) ? value() : Collection(type) ?? Member(type);

    /// <summary>A collection of one item.</summary>
    private static object? Collection(Type type)
    {
        if (!type.IsInterface || type.GetGenericArguments() is not [var item] || Value(item) is not { } value)
            return null;
        if (type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
            return typeof(Arguments).GetMethod(nameof(OneAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item).Invoke(null, [value]);
        var one = Array.CreateInstance(item, 1);
        one.SetValue(value, 0);
        return type.IsInstanceOfType(one) ? one : null;
    }

    /// <summary>The first static member of an open set.</summary>
    private static object? Member(Type type) =>
        type.IsEnum ? Enum.GetValues(type).GetValue(0) :
        type.GetProperties(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(property => property.PropertyType == type)?.GetValue(null);

    private static async IAsyncEnumerable<T> OneAsync<T>(T item)
    {
        await Task.Yield();
        yield return item;
    }
}

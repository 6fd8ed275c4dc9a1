using System.Reflection;
using System.Text.Json;
using MapTiler.Geocoding;
using MapTiler.Ogc;
using MapTiler.Service;
using MapTiler.StaticMaps;
using MapTiler.Weather;

namespace MapTiler.Tests;

/// <summary>Every method of every service of the client, called once. A new one is called by being there.</summary>
internal static class ClientCalls
{
    public static IReadOnlyList<(string Name, Func<Task> Call)> Of(object client, CancellationToken cancellationToken) =>
    [
        .. client.GetType().GetProperties().Where(property => property.PropertyType.IsInterface).SelectMany(service => service.PropertyType.GetMethods().Select(method => (
            service.Name + "." + method.Name,
            new Func<Task>(() => InvokeAsync(method, service.GetValue(client)!, cancellationToken))))),
        .. client.GetType().GetMethods().Where(method => typeof(Task).IsAssignableFrom(method.ReturnType)).Select(method => (
            method.Name, new Func<Task>(() => InvokeAsync(method, client, cancellationToken)))),
    ];

    private static readonly Lazy<string> Upload = new(() =>
    {
        var path = Path.Combine(Path.GetTempPath(), $"maptiler-{Guid.NewGuid():N}.geojson");
        File.WriteAllBytes(path, [1, 2]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
        return path;
    });

    private static Task InvokeAsync(MethodInfo method, object service, CancellationToken cancellationToken)
    {
        var result = method.Invoke(service, BindingFlags.DoNotWrapExceptions, null, [.. method.GetParameters().Select(parameter => Argument(parameter, cancellationToken))], null)!;
        if (result is Task task)
            return task;

        var item = result.GetType().GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)).GetGenericArguments()[0];
        return (Task)typeof(ClientCalls).GetMethod(nameof(DrainAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item).Invoke(null, [result])!;
    }

    private static object? Argument(ParameterInfo parameter, CancellationToken cancellationToken) => parameter switch
    {
        { ParameterType: var type } when type == typeof(CancellationToken) => cancellationToken,
        { HasDefaultValue: true } => parameter.DefaultValue,
        { Name: "id" } => "municipality.1",
        { Name: "path", Member.Name: "UploadAsync" } => Upload.Value,
        { Name: "filename" } => "a.geojson",
        { ParameterType: var type } when type == typeof(Stream) => new MemoryStream([1, 2]),
        { ParameterType: var type } when type == typeof(Guid) => Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"),
        { ParameterType: var type } when type == typeof(ApiKeySettings) => new ApiKeySettings { Name = "n", Origins = ["example.com"] },
        { ParameterType: var type } when type == typeof(AnalyticsPeriod) => AnalyticsPeriod.Past30Days,
        { ParameterType: var type } when type == typeof(AnalyticsClassifier) => AnalyticsClassifier.ApiKeys,
        { ParameterType: var type } when type == typeof(AnalyticsGroup) => AnalyticsGroup.Request,
        { Name: "path" } => "/maps/streets-v4/new.json?a=1",
        { Name: "start" } => 256,
        { ParameterType: var type } when type == typeof(string) => "Brno",
        { ParameterType: var type } when type == typeof(LngLat) => new LngLat(16.6068, 49.1952),
        { ParameterType: var type } when type == typeof(IAsyncEnumerable<GeocodingQuery>) => OneAsync<GeocodingQuery>("Brno"),
        { ParameterType: var type } when type == typeof(IAsyncEnumerable<LngLat>) => OneAsync(new LngLat(16.6068, 49.1952)),
        { ParameterType: var type } when type == typeof(IAsyncEnumerable<ProjectedPoint>) => OneAsync(new ProjectedPoint(16.6068, 49.1952, 237.5)),
        { ParameterType: var type } when type == typeof(ProjectedPoint) => new ProjectedPoint(16.6068, 49.1952),
        { ParameterType: var type } when type == typeof(TileCoordinate) => new TileCoordinate(1, 1, 0),
        { ParameterType: var type } when type == typeof(IEnumerable<TileCoordinate>) => new TileCoordinate[] { new(1, 1, 0) },
        { ParameterType: var type } when type == typeof(StaticMapArea) => StaticMapArea.Around(new MapView(3.5, new LngLat(16.6068, 49.1952))),
        { ParameterType: var type } when type == typeof(ImageDecoder) => new ImageDecoder(_ => new RgbaImage(1, 1, new byte[] { 1, 134, 160, 255 })),
        { ParameterType: var type } when type == typeof(WeatherKeyframe) => new WeatherKeyframe { Id = "0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b" },
        { ParameterType: var type } when type == typeof(OgcLink) => new OgcLink(JsonDocument.Parse("""{"href":"/maps/streets-v4/tiles/WebMercatorQuad"}""").RootElement),
        _ => throw new NotSupportedException($"Say here what {parameter.Member.Name} gets for {parameter.Name}."),
    };

    private static async IAsyncEnumerable<T> OneAsync<T>(T item)
    {
        await Task.Yield();
        yield return item;
    }

    private static async Task<List<T>> DrainAsync<T>(IAsyncEnumerable<T> results)
    {
        var items = new List<T>();
        await foreach (var result in results)
        {
            items.Add(result);
            if (result!.GetType().GetProperty("Error")?.GetValue(result) is MapTilerException error)
                throw error;
        }

        return items;
    }
}

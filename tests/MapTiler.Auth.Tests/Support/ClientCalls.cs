using System.Reflection;
using MapTiler.Geocoding;

namespace MapTiler.Tests;

/// <summary>Every method of every service of the client, called once. A new one is called by being there.</summary>
internal static class ClientCalls
{
    public static IReadOnlyList<(string Name, Func<Task> Call)> Of(MapTilerClient client, CancellationToken cancellationToken) =>
    [
        .. typeof(MapTilerClient).GetProperties().Where(property => property.PropertyType.IsInterface).SelectMany(service => service.PropertyType.GetMethods().Select(method => (
            service.Name + "." + method.Name,
            new Func<Task>(() => InvokeAsync(method, service.GetValue(client)!, cancellationToken))))),
    ];

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
        { HasDefaultValue: true } => null,
        { Name: "id" } => "municipality.1",
        { ParameterType: var type } when type == typeof(string) => "Brno",
        { ParameterType: var type } when type == typeof(LngLat) => new LngLat(16.6068, 49.1952),
        { ParameterType: var type } when type == typeof(IAsyncEnumerable<GeocodingQuery>) => QueriesAsync(),
        _ => throw new NotSupportedException($"Say here what {parameter.Member.Name} gets for {parameter.Name}."),
    };

    private static async IAsyncEnumerable<GeocodingQuery> QueriesAsync()
    {
        await Task.Yield();
        yield return "Brno";
    }

    private static async Task DrainAsync<T>(IAsyncEnumerable<T> results)
    {
        await foreach (var result in results)
        {
            if (result is GeocodingBatchResult { Error: { } error })
                throw error;
        }
    }
}

using System.Reflection;

namespace MapTiler.Tests;

/// <summary>Calls every method of every service of a client once. New methods are included automatically.</summary>
internal static class ClientCalls
{
    public static IReadOnlyList<(string Name, Func<Task> Call)> Of(object client, CancellationToken cancellationToken) =>
    [
        .. client.GetType().GetProperties().Where(property => SdkClients.IsService(property.PropertyType)).SelectMany(service => MethodsOf(service.PropertyType).Select(method => (
            service.Name + "." + method.Name,
            new Func<Task>(() => InvokeAsync(method, service.GetValue(client)!, cancellationToken))))),
        .. MethodsOf(client.GetType()).Select(method => (
            method.Name, new Func<Task>(() => InvokeAsync(method, client, cancellationToken)))),
    ];

    private static IEnumerable<MethodInfo> MethodsOf(Type type) => type.GetMethods().Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal));

    private static Task InvokeAsync(MethodInfo method, object service, CancellationToken cancellationToken)
    {
        var result = method.Invoke(service, BindingFlags.DoNotWrapExceptions, null, [.. method.GetParameters().Select(parameter => Arguments.For(parameter, cancellationToken))], null)!;
        if (result is Task task)
            return task;

        var item = result.GetType().GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)).GetGenericArguments()[0];
        return (Task)typeof(ClientCalls).GetMethod(nameof(DrainAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item).Invoke(null, [result])!;
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
